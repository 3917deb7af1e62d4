"""What the personuppgiftstjänst is asked for, and what it shows. Frozen values, as in :mod:`testdata.model`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from testdata.model import PersonId


class ReservnummerKind(StrEnum):
    """Which reservnummer the personuppgiftstjänst is asked for."""

    NRID = "nationellt reservnummer"
    VGR = "VGR-reservnummer"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredPerson:
    """A person as the personuppgiftstjänst shows her.

    ``identity`` is whose data these are; ``identities`` is her whole chain with its huvudidentitet first, as far as it
    was asked for. ``deregistered`` is why ``identity`` is not in use.
    """

    identity: PersonId
    identities: tuple[PersonId, ...]
    name: str
    born: date
    kommunkod: str
    address: str
    protection: frozenset[str]
    deregistered: str | None


class Referring(StrEnum):
    """How an old and a new identity of one person stand to each other in Skatteverket's register."""

    BOTH = "och numren hänvisar till varandra"
    NEW_ONLY = "men bara det nya numret hänvisar till det gamla"
    OLD_ONLY = "men bara det gamla numret hänvisar till det nya"
    BOTH_ACTIVE = "men det gamla numret är fortfarande i bruk"


class Recognised(StrEnum):
    """Whether she who comes with an identity is the one who has it."""

    SAMMA = "samma person"
    ANNAN = "en annan person"
    OKAND = "ingen"
