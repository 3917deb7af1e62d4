"""What happens in the personuppgiftstjänst, as it is kept."""

from __future__ import annotations

from typing import Any

from harness.kernel.events import Fact, fact_kinds


class PersonAdded(Fact, frozen=True):
    """``person`` is as on the wire."""

    kind = "person-tillagd"
    person: dict[str, Any]


class PersonChanged(Fact, frozen=True):
    """``values`` are those of the wire that are new: names, address, kommunkod."""

    kind = "uppgifter-andrade"
    oid: str
    id: str
    values: dict[str, str]


class ProtectionChanged(Fact, frozen=True):
    """``protection`` is what the identity itself has from now."""

    kind = "skydd-andrat"
    oid: str
    id: str
    protection: list[str]


class RegistrationChanged(Fact, frozen=True):
    """``reason`` is why the identity is avregistrerad; None when it is active."""

    kind = "avregistrering-andrad"
    oid: str
    id: str
    reason: str | None


class ReferenceMade(Fact, frozen=True):
    """The identity refers to another, as Skatteverket's register says when somebody gets a new number."""

    kind = "hanvisning-gjord"
    oid: str
    id: str
    to_oid: str
    to_id: str


class IdentitiesLinked(Fact, frozen=True):
    """``by`` is the HSA-id of a unit, or "automatiskt"."""

    kind = "identiteter-kopplade"
    oid: str
    id: str
    to_oid: str
    to_id: str
    by: str


class IdentitiesUnlinked(Fact, frozen=True):
    kind = "identiteter-isarkopplade"
    oid: str
    id: str
    to_oid: str
    to_id: str


class NumbersIssued(Fact, frozen=True):
    """``pool`` is what the numbers were drawn from and ``drawn`` how far it has been used, for good."""

    kind = "reservnummer-utfardade"
    oid: str
    numbers: list[str]
    pool: str
    drawn: int


class CollisionFound(Fact, frozen=True):
    """An identity came with the birth date and name of somebody else than the one who has it here."""

    kind = "identitetskrock"
    oid: str
    id: str
    name: str
    born: str
    unit: str


class ChangeTold(Fact, frozen=True):
    """The change with that number was handed over to be told."""

    kind = "andring-meddelad"
    number: int


class RequestRefused(Fact, frozen=True):
    kind = "avvisat"
    unit: str
    code: str
    text: str


KINDS = fact_kinds(
    PersonAdded,
    PersonChanged,
    ProtectionChanged,
    RegistrationChanged,
    ReferenceMade,
    IdentitiesLinked,
    IdentitiesUnlinked,
    NumbersIssued,
    CollisionFound,
    ChangeTold,
    RequestRefused,
)
