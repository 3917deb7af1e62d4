"""The kinds of identity, told by their OID, and how they rank."""

from __future__ import annotations

from enum import IntEnum

PERSONNUMMER_OID = "1.2.752.129.2.1.3.1"
SAMORDNINGSNUMMER_OID = "1.2.752.129.2.1.3.3"
NRID_OID = "1.2.752.74.9.1"
VGR_OID = "1.2.752.113.11.0.2.1.1.1"


class Kind(IntEnum):
    """A higher kind says more surely who somebody is.

    Source:
        Domain rules 4.1, 4.8.
    """

    LRID = 1
    NRID = 2
    SNR = 3
    PNR = 4

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Kind.LRID: "lokalt reservnummer",
    Kind.NRID: "nationellt reservnummer",
    Kind.SNR: "samordningsnummer",
    Kind.PNR: "personnummer",
}
_BY_OID = {PERSONNUMMER_OID: Kind.PNR, SAMORDNINGSNUMMER_OID: Kind.SNR, NRID_OID: Kind.NRID}


def kind_of(oid: str) -> Kind:
    """Every region and kommun may have an OID of its own for its reservnummer: what is not national is local."""
    return _BY_OID.get(oid, Kind.LRID)
