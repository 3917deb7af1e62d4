"""The units of the care chain: hospitals, wards and vårdcentraler from a table, three units for every kommun."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testdata.faults import Specifikationsfel
from testdata.model import Part
from testdata.organisation.hsa import PREFIX, check_hsa_id
from testdata.organisation.kommuner import Kommun, kommun_with_code, kommuner
from testdata.spelling import unknown_name
from testdata.tables import read_table

_TABLE = Path(__file__).with_name("enheter.csv")
_COLUMNS = (
    "hsa_id",
    "namn",
    "fullt_namn",
    "part",
    "huvudman",
    "kommunkod",
    "omrade",
    "plan",
    "kalla",
    "klass",
    "specialitet",
    "it_tjanst",
)
_SUBJECTS = {
    None: "Enheten",
    Part.SLUTENVARD: "Sjukhuset",
    Part.OPPENVARD: "Vårdcentralen",
    Part.KOMMUNAL_HSV: "Enheten för kommunal hälso- och sjukvård",
    Part.SOCIALTJANST: "Enheten för socialtjänst",
    Part.ELEVHALSA: "Enheten för elevhälsa",
}
_KOMMUN_SOURCE = "Påhittad; tre per kommun (kommunal hälso- och sjukvård, socialtjänst, elevhälsa)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit that can take part in a case.

    ``name`` is how people write it ("SÄS"), ``full_name`` the long form. ``huvudman`` is region,
    kommun or privat. ``kommunkod`` is None for a hospital, which serves many kommuner.
    ``plan`` is what the utrullningsplan calls it: ``sjukhus:SÄS``, ``primarvard``, ``kommun`` or ``habilitering``.
    ``trust`` is the class of trust A-D of the unit being where it is.

    ``speciality`` is what a ward or a rehab cares for; empty for a whole hospital or a vårdcentral. ``it_service``
    says of a private unit whether it has VGR's IS/IT-tjänst, and is None for those of region and kommun.
    """

    hsa_id: str
    name: str
    full_name: str
    part: Part
    huvudman: str
    kommunkod: str | None
    omrade: str
    plan: str
    source: str
    trust: str
    speciality: str = ""
    it_service: bool | None = None

    @property
    def is_psychiatric(self) -> bool:
        """Billing tells psykiatri from somatik by the speciality of the ward that discharges (domain rules 2.9)."""
        return self.speciality == PSYCHIATRY


PSYCHIATRY, REHABILITATION, HABILITATION = "psykiatri", "rehabilitering", "habilitering"
_NOT_A_VARDCENTRAL = {REHABILITATION: "en rehabmottagning", HABILITATION: "en habilitering"}


@cache
def units() -> tuple[Unit, ...]:
    """Every unit, in the order of their HSA-ids."""
    listed = [
        Unit(
            hsa_id=check_hsa_id(row["hsa_id"]),
            name=row["namn"],
            full_name=row["fullt_namn"],
            part=Part(row["part"]),
            huvudman=row["huvudman"],
            kommunkod=row["kommunkod"] or None,
            omrade=row["omrade"] or kommun_with_code(row["kommunkod"]).omrade,
            plan=row["plan"],
            source=row["kalla"],
            trust=row["klass"],
            speciality=row["specialitet"],
            it_service={"ja": True, "nej": False, "": None}[row["it_tjanst"]],
        )
        for row in read_table(_TABLE, _COLUMNS)
    ]
    derived = [unit for kommun in kommuner() for unit in _units_of(kommun)]
    return tuple(sorted(listed + derived, key=lambda unit: unit.hsa_id))


def find_unit(name: str, part: Part | None = None) -> Unit:
    """The unit called *name*, in its short or its full form.

    With *part* the unit must also be of that kind.

    Raises:
        Specifikationsfel: there is no such unit (the nearest names are suggested), or it is of another kind.
    """
    unit = _units_by_name().get(" ".join(name.split()))
    if unit and part in (None, unit.part):
        return unit
    if unit:
        raise _wrong_part(unit, part)
    raise unknown_name(
        name,
        (unit.name for unit in units() if part in (None, unit.part)),
        subject=_SUBJECTS[part],
        expected="en enhet i organisationen" if part is None else f"en enhet inom {part}",
        krav="AK-INK-02",
    )


@cache
def _units_by_name() -> Mapping[str, Unit]:
    """Every unit by its short and by its full name."""
    named = {unit.full_name: unit for unit in reversed(units())}
    return named | {unit.name: unit for unit in reversed(units())}


def find_hospital(name: str) -> Unit:
    """:func:`find_unit` among the hospitals only."""
    return find_unit(name, Part.SLUTENVARD)


def find_vardcentral(name: str) -> Unit:
    """:func:`find_unit` among the vårdcentraler only: nobody is listed at a rehab or at Habilitering & Hälsa."""
    unit = find_unit(name, Part.OPPENVARD)
    if unit.speciality:
        raise Specifikationsfel(
            f"Ingen kan vara listad på {unit.name}: det är {_NOT_A_VARDCENTRAL[unit.speciality]}.",
            expected="en vårdcentral",
            actual=unit.name,
            krav="AK-INK-02",
            next_step="Välj en vårdcentral, till exempel den i patientens kommun.",
        )
    return unit


def unit_with_hsa_id(hsa_id: str) -> Unit:
    """The unit whose HSA-id is *hsa_id*.

    Raises:
        Specifikationsfel: no unit has that id.
    """
    for unit in units():
        if unit.hsa_id == hsa_id:
            return unit
    raise unknown_name(
        hsa_id,
        (unit.hsa_id for unit in units()),
        subject="Enheten med HSA-id",
        expected="HSA-id för en enhet i organisationen",
        krav="AK-INK-02",
    )


def unit_of_kommun(kommun: Kommun, part: Part) -> Unit:
    """The unit of kind *part* that a case about an inhabitant of *kommun* has unless something else is said.

    For regional öppenvård: the region's own vårdcentral there, the first one by HSA-id.

    Raises:
        Specifikationsfel: *part* is slutenvård, which no kommun has.
    """
    here = [unit for unit in units() if unit.kommunkod == kommun.kod and unit.part is part]
    for unit in sorted(here, key=lambda unit: unit.huvudman == "privat"):
        return unit
    raise Specifikationsfel(
        f"Det går inte att härleda {part} ur kommunen {kommun.namn}.",
        expected="regional öppenvård, kommunal hälso- och sjukvård eller socialtjänst",
        actual=str(part),
        next_step="Skriv vilket sjukhus som vårdar patienten.",
    )


def _units_of(kommun: Kommun) -> tuple[Unit, ...]:
    def build(name: str, letters: str, part: Part) -> Unit:
        return Unit(
            hsa_id=check_hsa_id(f"{PREFIX}{letters}{kommun.kod}"),
            name=f"{kommun.namn} {name}",
            full_name=f"{kommun.namn} kommun, {part}",
            part=part,
            huvudman="kommun",
            kommunkod=kommun.kod,
            omrade=kommun.omrade,
            plan="kommun",
            source=_KOMMUN_SOURCE,
            trust="D",
        )

    return (
        build("hemsjukvård", "KHV", Part.KOMMUNAL_HSV),
        build("socialtjänst", "SOC", Part.SOCIALTJANST),
        build("elevhälsa", "ELH", Part.ELEVHALSA),
    )


def _wrong_part(unit: Unit, part: Part | None) -> Specifikationsfel:
    right = [other.name for other in units() if other.part is part]
    return Specifikationsfel(
        f"{unit.name} är {unit.part}, inte {part}.",
        expected=f"en enhet inom {part}",
        actual=f"{unit.name} ({unit.part})",
        next_step=f"Välj en enhet inom {part}, till exempel {' eller '.join(right[:2])}.",
    )
