"""The proof (bevis) that no living person has an identity (D12). No proof, no use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from testdata.faults import Specifikationsfel
from testdata.identity import officiell, published, rollista
from testdata.identity.kinds import parse_identity
from testdata.identity.nrid import LAST_SERIES
from testdata.identity.personnummer import parse_personnummer
from testdata.identity.rule import follows_rule
from testdata.identity.value import OID, Kind
from testdata.model import PersonId

_NEVER_ISSUED_VGR_YEARS = range(1890, 1900)
_YEARS_AHEAD = 200
"""A personnummer whose birth is at least so far ahead is of the framtidsvärld; nearer it is a slip of the pen."""


class ProofKind(StrEnum):
    """The proofs of D12, strongest first."""

    OFFICIELL = "officiell"
    REGEL = "regel"
    ROLLISTA = "rollista"
    RESERVNUMMER = "reservnummer"
    FRAMTID = "framtidsvärld"
    PUBLICERAT = "publicerat exempel"


REAL_ENVIRONMENT = frozenset({ProofKind.OFFICIELL, ProofKind.REGEL, ProofKind.ROLLISTA})
"""The proofs that are good enough outside a simulator."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Why the identity is nobody's, and where that is written."""

    kind: ProofKind
    source: str


def proof_of(identity: PersonId, today: date) -> Proof | None:
    """The strongest proof that *identity* belongs to no living person, or None when there is none.

    A VGR reservnummer with a birth date after *today* is proved only until that day. A pair whose
    OID is not the one of its format has no proof. The answer is the same on every machine: what only a
    loaded list can prove is for :func:`proof_here`.

    Source:
        D12, AK-RAM-05. That the last NRID series (97, 98) is not reached, and that no VGR reservnummer
        is made for births 1890-1899, are assumptions (class D).
    """
    number = identity.value
    if identity.oid == OID[Kind.PERSONNUMMER] and follows_rule(number):
        return Proof(ProofKind.REGEL, f"{rollista.SOURCE}; numret följer en regel i listan")
    if (identity.oid, number) in _rollista():
        return Proof(ProofKind.ROLLISTA, rollista.SOURCE)
    if identity.oid == OID[Kind.PERSONNUMMER] and _is_far_ahead(number, today):
        return Proof(ProofKind.FRAMTID, f"Född mer än {_YEARS_AHEAD} år framåt; numret kan inte ha delats ut")
    source = published.source_of(identity)
    reserved = _reserved(identity, today)
    if reserved:
        return Proof(ProofKind.RESERVNUMMER, reserved)
    return Proof(ProofKind.PUBLICERAT, source) if source else None


def proof_here(identity: PersonId, today: date) -> Proof | None:
    """:func:`proof_of`, and where that has none the official list if it is loaded on this machine.

    Raises:
        Specifikationsfel: the list that was loaded has been changed since.
    """
    proof = proof_of(identity, today)
    if proof and proof.kind in REAL_ENVIRONMENT:
        return proof
    official = officiell.remembered()
    if official and identity in official.numbers:
        return Proof(ProofKind.OFFICIELL, officiell.SOURCE)
    return proof


def _is_far_ahead(number: str, today: date) -> bool:
    """Whether *number* is a valid personnummer of the framtidsvärld (D12, proof 5)."""
    if not number[:4].isdecimal() or int(number[:4]) < today.year + _YEARS_AHEAD:
        return False
    try:
        return parse_personnummer(number).value == number
    except Specifikationsfel:
        return False


def _reserved(identity: PersonId, today: date) -> str:
    """Why a reservnummer cannot have been handed out, or an empty string."""
    if identity.oid not in (OID[Kind.NRID], OID[Kind.VGR]):
        return ""
    try:
        parsed = parse_identity(identity.value)
    except Specifikationsfel:
        return ""
    if parsed.person_id != identity:
        return ""
    if parsed.kind is Kind.NRID and parsed.value[:2] in LAST_SERIES:
        return "NRID ur sista serien (97 och 98), som antas inte vara nådd"
    if parsed.kind is Kind.VGR and parsed.born is not None:
        if parsed.born.year in _NEVER_ISSUED_VGR_YEARS:
            return "VGR-reservnummer för någon född 1890–1899, som antas inte delas ut"
        if parsed.born > today:
            return "VGR-reservnummer med födelsedatum efter dagens datum"
    return ""


@cache
def _rollista() -> frozenset[tuple[str, str]]:
    return frozenset((OID[role.kind], role.number) for role in rollista.rollista())
