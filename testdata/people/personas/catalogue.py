"""Who the personas are: fixed numbers with proof, natural ages, and what makes each one worth a test."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from testdata.faults import Specifikationsfel
from testdata.identity.kinds import parse_identity
from testdata.identity.proof import Proof, proof_of
from testdata.identity.value import Kind, Sex
from testdata.model import Part, PersonId
from testdata.organisation.enheter import find_unit, find_vardcentral
from testdata.organisation.kommuner import Kommun, find_kommun
from testdata.people.age import age_on
from testdata.spelling import unknown_name
from testdata.tables import read_table

_TABLE = Path(__file__).with_name("personer.csv")
_COLUMNS = ("namn", "efternamn", "nummer", "kommun", "drag", "kring", "beskrivning")

GUARDIAN, MOTHER, LIVES_IN, SCHOOL = "vårdnadshavare", "mor", "boende", "skola"
LISTED, CARE_CONTACT = "listad", "fast vårdkontakt"
ROLES = (GUARDIAN, MOTHER, "god man", "närstående", LIVES_IN, SCHOOL, LISTED, CARE_CONTACT)
"""What somebody or something can be to a persona: other personas, a kommun she lives in, or a unit: the elevhälsa
of her school, the vårdcentral where she is listed, and where her fasta vårdkontakt works. ``mor`` is she in whose
case a newborn is until it has a number of its own."""

_ALWAYS = date.max
"""A proof that holds for a while only (a reservnummer of somebody born tomorrow) is no proof here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """One person of the catalogue. ``given_name`` is hers alone and is what a scenario calls her.

    ``identity`` is her first one; what she is given later is a happening (:mod:`lives`). A reservnummer is proved for
    simulators only.
    ``traits`` are what one can search for. ``around`` maps each of :data:`ROLES` that she has somebody in to
    their names: personas, a kommun or a unit.
    """

    given_name: str
    family_name: str
    identity: PersonId
    kind: Kind
    proof: Proof
    born: date
    sex: Sex
    kommun: Kommun
    traits: tuple[str, ...]
    around: Mapping[str, tuple[str, ...]]
    description: str

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"

    def age_on(self, day: date) -> int:
        """Whole years; negative before the birth."""
        return age_on(self.born, day)


@cache
def personas() -> tuple[Persona, ...]:
    """All of them, in the order of the table.

    Raises:
        Specifikationsfel: the table contradicts itself: a number without proof or used twice, an unknown kommun,
            persona or unit, a name used twice.
    """
    found = tuple(_read(row) for row in read_table(_TABLE, _COLUMNS))
    names = [persona.given_name for persona in found]
    numbers = [persona.identity for persona in found]
    for twice in {name for name in names if names.count(name) > 1}:
        raise _contradiction(twice, "namnet används två gånger")
    if len(set(numbers)) != len(numbers):
        raise _contradiction("någon", "ett nummer används två gånger")
    for persona in found:
        _check_around(persona, names)
    return found


def find_persona(name: str) -> Persona:
    """The persona whose given name is *name*.

    Raises:
        Specifikationsfel: nobody has it; the nearest names are suggested.
    """
    for persona in personas():
        if persona.given_name == name:
            return persona
    raise unknown_name(
        name,
        (persona.given_name for persona in personas()),
        subject="Personen",
        expected="ett förnamn ur personkatalogen, docs/personer.html",
        where=_TABLE.name,
    )


@cache
def traits() -> tuple[str, ...]:
    """Every trait that somebody has, in the order of their letters."""
    return tuple(sorted({trait for persona in personas() for trait in persona.traits}))


def _read(row: Mapping[str, str]) -> Persona:
    identity = parse_identity(row["nummer"])
    proof = proof_of(identity.person_id, _ALWAYS)
    if proof is None or identity.born is None or identity.sex is None:
        raise _contradiction(row["namn"], "numret saknar bevis, riktigt datum eller kön")
    return Persona(
        given_name=row["namn"],
        family_name=row["efternamn"],
        identity=identity.person_id,
        kind=identity.kind,
        proof=proof,
        born=identity.born,
        sex=identity.sex,
        kommun=find_kommun(row["kommun"]),
        traits=tuple(trait.strip() for trait in row["drag"].split(";") if trait.strip()),
        around=_read_around(row["namn"], row["kring"]),
        description=row["beskrivning"],
    )


def _read_around(name: str, text: str) -> Mapping[str, tuple[str, ...]]:
    around = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        role, _, who = part.partition(":")
        if role not in ROLES or not who.strip():
            raise _contradiction(name, f"»{part}« är inte en roll och vem som har den")
        around[role] = tuple(one.strip() for one in who.split(","))
    return around


def _check_around(persona: Persona, names: Collection[str]) -> None:
    for role, who in persona.around.items():
        for one in who:
            if role == LIVES_IN:
                find_kommun(one)
            elif role == SCHOOL:
                find_unit(one, Part.ELEVHALSA)
            elif role in (LISTED, CARE_CONTACT):
                find_vardcentral(one)
            elif one not in names:
                raise _contradiction(persona.given_name, f"{role} {one} finns inte i katalogen")


def _contradiction(name: str, what: str) -> Specifikationsfel:
    return Specifikationsfel(
        f"Personkatalogen motsäger sig om {name}.",
        expected=f"unika namn, nummer med bevis som alltid gäller, och en av rollerna {', '.join(ROLES)}",
        actual=what,
        where=_TABLE.name,
        next_step=f"Rätta raden i {_TABLE.name}.",
    )
