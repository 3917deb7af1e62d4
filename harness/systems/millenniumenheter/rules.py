"""Which system a unit uses on a day, and which a case belongs in. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from harness.kernel.decisions import Answer, Circumstances
from harness.kernel.landscape import Unit
from harness.systems.millenniumenheter.policies import (
    CHOICE_RULE,
    CLOSED,
    DECIDING_PARTS,
    HABILITERING,
    HABILITERING_LIVE,
    HOSPITAL_LIVE,
    HSA_ID,
    IS_LIVE,
    KOMMUN_LIVE,
    KOMMUN_LIVE_FROM,
    LOCK_DAY,
    MOTIVE,
    OPPENVARD_LIVE,
    OTHER_PRIMARVARD_GROUP,
    PRIMARVARD_GROUP,
    UNIT_CHANGES,
    Candidate,
    UnitChange,
)
from harness.systems.millenniumenheter.state import CatalogueState
from harness.systems.millenniumenheter.wire import Enhet, SystemName, Systemval

NAME = "enheter"

# Name in a request, and the part that its unit must be. The order settles ties.
PARTS = (
    ("slutenvard", "slutenvård"),
    ("oppenvard", "regional öppenvård"),
    ("kommunal_hsv", "kommunal hälso- och sjukvård"),
    ("socialtjanst", "socialtjänst"),
)


class UnknownUnitError(LookupError):
    """No unit has that HSA-id."""


class MalformedIdError(ValueError):
    """It does not have the form of an HSA-id."""


class WrongPartError(ValueError):
    """A unit stands where it cannot stand."""


def require_hsa_id(text: str, circumstances: Circumstances) -> str:
    """
    Raises:
        MalformedIdError: no unit could have it (AK-INK-07).
    """
    if not circumstances.policies.use(HSA_ID)(text):
        form = "SE, tio siffror, bindestreck och A–Z a–z 0–9, högst 31 tecken"
        raise MalformedIdError(f"»{text}« är inget HSA-id: {form}.")
    return text


def find_unit(hsa_id: str, circumstances: Circumstances) -> Unit:
    """
    Raises:
        UnknownUnitError: there is none.
    """
    unit = circumstances.landscape.units.get(hsa_id)
    if unit is None:
        raise UnknownUnitError(f"Ingen enhet har HSA-id {hsa_id}.")
    return unit


def live_from(unit: Unit, circumstances: Circumstances) -> date | None:
    """The day from which *unit* works in Samvy; None when the plan has no such day."""
    plan, use, read = circumstances.landscape.plan, circumstances.policies.use, circumstances.parameters.read
    if unit.part == "slutenvård":
        return use(HOSPITAL_LIVE)(unit, plan)
    if unit.plan == HABILITERING:
        return use(HABILITERING_LIVE)(plan)
    if unit.part == "regional öppenvård":
        stated = read(PRIMARVARD_GROUP).get(unit.hsa_id)
        group = read(OTHER_PRIMARVARD_GROUP) if stated is None else stated
        return use(OPPENVARD_LIVE)(unit, plan, group)
    return use(KOMMUN_LIVE_FROM)(unit, plan, read(KOMMUN_LIVE))


def describe_unit(unit: Unit, day: date, circumstances: Circumstances) -> Enhet:
    """The entry of *unit* on *day*."""
    from_day = live_from(unit, circumstances)
    system: SystemName = "Samvy" if circumstances.policies.use(IS_LIVE)(from_day, day) else "SAMSA"
    change = circumstances.parameters.read(UNIT_CHANGES).get(unit.hsa_id, UnitChange())
    renamed = change.nytt_namn if change.namn_fran is not None and change.namn_fran <= day else None
    return Enhet(
        hsa_id=unit.hsa_id,
        namn=renamed or unit.name,
        part=unit.part,
        kommunkod=unit.kommunkod,
        system=system,
        inkorg=f"{system}-{unit.hsa_id}",
        driftsatt_fran=from_day,
        nedlagd=circumstances.policies.use(CLOSED)(change.nedlagd_fran, day),
    )


def describe_units(day: date, circumstances: Circumstances) -> list[Enhet]:
    return [describe_unit(unit, day, circumstances) for unit in circumstances.landscape.units.values()]


def choose_system(parts: Mapping[str, str], day: date, circumstances: Circumstances) -> Systemval:
    """Where a case that starts on *day* belongs.

    Args:
        parts: HSA-ids by the names in ``PARTS``.

    Raises:
        UnknownUnitError, WrongPartError: *parts* cannot be the parts of a case.

    Source:
        Domain rules 6.4; AK-SYS-05 to AK-SYS-09. Class D: parameter ``systemval_regel``.
    """
    candidates = [_candidate(name, part, parts[name], circumstances) for name, part in PARTS]
    rule = circumstances.parameters.read(CHOICE_RULE)
    counted = circumstances.policies.use(DECIDING_PARTS)(rule, candidates)
    is_live = circumstances.policies.use(IS_LIVE)
    all_live = all(is_live(part.live_from, day) for part in counted)
    decided = circumstances.policies.use(MOTIVE)(counted)
    system: SystemName = "Samvy" if all_live else "SAMSA"
    return Systemval(
        system=system,
        avgorande_enhet=decided.unit.hsa_id,
        driftsatt_fran=decided.live_from,
        motivering=_motive(decided, day, all_live, counted),
    )


def _candidate(name: str, part: str, hsa_id: str, circumstances: Circumstances) -> Candidate:
    unit = find_unit(hsa_id, circumstances)
    if unit.part != part:
        raise WrongPartError(f"{unit.name} ({hsa_id}) är {unit.part} och kan inte vara {name}.")
    return Candidate(unit=unit, live_from=live_from(unit, circumstances))


def _motive(decided: Candidate, day: date, all_live: bool, counted: Sequence[Candidate]) -> str:
    name = f"{decided.unit.name} ({decided.unit.part})"
    if all_live:
        who = "Alla parter som räknas" if len(counted) > 1 else "Den part som räknas"
        return f"{who} är driftsatta den {day}; sist var {name}, den {decided.live_from}."
    if decided.live_from is None:
        return f"{name} har ingen dag i utrullningsplanen."
    return f"{name} driftsätts den {decided.live_from}, och ärendet börjar den {day}."


def answer_choice(_state: CatalogueState, body: Mapping[str, Any], circumstances: Circumstances) -> Answer:
    """For SAMSA: the choice as on the wire, and ``samsa_last_fran``."""
    day = date.fromisoformat(body["dag"])
    choice = choose_system(body, day, circumstances)
    locked = circumstances.policies.use(LOCK_DAY)(circumstances.landscape.plan)
    described = (describe_unit(find_unit(body[name], circumstances), day, circumstances) for name, _ in PARTS)
    closed = [unit.namn for unit in described if unit.nedlagd]
    return Answer(
        msgspec.to_builtins(choice) | {"samsa_last_fran": locked and locked.isoformat(), "nedlagda": closed},
        f"{choice.system}. {choice.motivering}",
    )


def answer_units(_state: CatalogueState, body: Mapping[str, Any], circumstances: Circumstances) -> Answer:
    """For any system: every unit on a day, and the day SAMSA is locked."""
    day = date.fromisoformat(body["dag"])
    wanted: Sequence[str] = body.get("enheter") or list(circumstances.landscape.units)
    units = [describe_unit(find_unit(hsa_id, circumstances), day, circumstances) for hsa_id in wanted]
    locked = circumstances.policies.use(LOCK_DAY)(circumstances.landscape.plan)
    return Answer(
        {"enheter": msgspec.to_builtins(units), "samsa_last_fran": locked and locked.isoformat()},
        f"{len(units)} enheter",
    )
