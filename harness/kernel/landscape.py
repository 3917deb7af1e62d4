"""The frozen landscape that worlds are overlays on: kommuner, units, staff, rollout plan, parameters.

Parsed once, shared by every world that names its checksum, and never changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, Literal

import msgspec

from harness.kernel.control_error import ControlError
from harness.kernel.reading import UnreadableError, decode

Area = Literal["södra", "västra", "norra", "östra"]
PartName = Literal["slutenvård", "regional öppenvård", "kommunal hälso- och sjukvård", "socialtjänst", "elevhälsa"]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field that nobody reads is a misspelling."""


class Kommun(_Strict, frozen=True, rename={"code": "kod", "name": "namn", "area": "omrade"}):
    code: str
    name: str
    delregion: str
    area: Area


class Unit(_Strict, frozen=True, rename={"name": "namn", "area": "omrade"}):
    """``plan`` says what makes the unit live: ``sjukhus:<name>``, ``primarvard``, ``kommun`` or ``habilitering``."""

    hsa_id: str
    name: str
    part: PartName
    kommunkod: str | None
    area: Area
    plan: str


class Employee(_Strict, frozen=True, rename={"name": "namn", "role": "roll", "unit": "enhet", "code": "kod"}):
    """One person at one unit. ``code`` is the legitimeringskod of her SITHS-kort, the same at every unit."""

    hsa_id: str
    name: str
    role: str
    unit: str
    code: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{6}$")]


class PlanRow(_Strict, frozen=True, rename={"area": "omrade", "day": "datum", "what": "vad"}):
    """``what`` is ``sjukhus:<name>``, ``primarvard:<group>`` or ``habilitering``."""

    etapp: int
    area: Area
    day: date
    what: str


class ParameterValue(_Strict, frozen=True, rename={"value": "varde", "trust": "klass"}):
    value: Any
    trust: Literal["A", "B", "C", "D"]


class LandscapeDocument(
    _Strict,
    frozen=True,
    rename={
        "version": "schema",
        "units": "enheter",
        "staff": "medarbetare",
        "plan": "utrullningsplan",
        "parameters": "parametrar",
    },
):
    version: Literal[1]
    kommuner: tuple[Kommun, ...]
    units: tuple[Unit, ...]
    staff: tuple[Employee, ...]
    plan: tuple[PlanRow, ...]
    parameters: dict[str, ParameterValue]


_documents = msgspec.json.Decoder(LandscapeDocument)


@dataclass(frozen=True, slots=True, kw_only=True)
class Landscape:
    """The document with its indexes. ``staff`` is keyed by (person, unit); ``employments`` by person."""

    sha256: str
    units: Mapping[str, Unit]
    staff: Mapping[tuple[str, str], Employee]
    employments: Mapping[str, tuple[Employee, ...]]
    plan: tuple[PlanRow, ...]
    parameters: Mapping[str, ParameterValue]


def parse_landscape(sha256: str, body: bytes) -> Landscape:
    """
    Raises:
        ControlError: the body is not what *sha256* says, not a landscape, or contradicts itself.
    """
    actual = hashlib.sha256(body).hexdigest()
    if actual != sha256:
        raise ControlError(
            "fel_kontrollsumma",
            f"Landskapets kontrollsumma är {actual}, men adressen säger {sha256}.",
            remedy="Räkna ut SHA-256 på exakt de byte som skickas och använd den i adressen.",
        )
    try:
        document = decode(body, _documents)
    except UnreadableError as wrong:
        raise ControlError(
            "fel_landskap", f"Landskapet går inte att läsa: {wrong}", remedy="Rätta landskapet."
        ) from wrong
    return _index(sha256, document)


def _index(sha256: str, document: LandscapeDocument) -> Landscape:
    units = {unit.hsa_id: unit for unit in document.units}
    staff = {(person.hsa_id, person.unit): person for person in document.staff}
    kommuner = {kommun.code for kommun in document.kommuner}
    if len(units) != len(document.units) or len(staff) != len(document.staff):
        raise _contradiction("en enhet eller en anställning står två gånger")
    for person in document.staff:
        if person.unit not in units:
            raise _contradiction(f"{person.hsa_id} är anställd på {person.unit}, som inte är en enhet")
    employments: dict[str, tuple[Employee, ...]] = {}
    for person in document.staff:
        employments[person.hsa_id] = (*employments.get(person.hsa_id, ()), person)
        if person.code != employments[person.hsa_id][0].code:
            raise _contradiction(f"{person.hsa_id} har två legitimeringskoder")
    for unit in document.units:
        if unit.kommunkod is not None and unit.kommunkod not in kommuner:
            raise _contradiction(f"{unit.hsa_id} hör till kommun {unit.kommunkod}, som inte finns")
    return Landscape(
        sha256=sha256,
        units=MappingProxyType(units),
        staff=MappingProxyType(staff),
        employments=MappingProxyType(employments),
        plan=document.plan,
        parameters=MappingProxyType(document.parameters),
    )


def _contradiction(what: str) -> ControlError:
    return ControlError("fel_landskap", f"Landskapet motsäger sig: {what}.", remedy="Rätta landskapet.")
