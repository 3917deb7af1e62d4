"""The two questions that the catalogue's pages answer. Nobody signs in: the catalogue is open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from harness.kernel.decisions import Circumstances
from harness.kernel.forms import FieldError, Form, read_address
from harness.kernel.landscape import Unit
from harness.kernel.pages import Pages, go_to
from harness.kernel.worlds import find_world
from harness.systems.millenniumenheter.pages.policies import SHOWN_CHOICE, SHOWN_UNIT
from harness.systems.millenniumenheter.rules import PARTS, choose_system, describe_unit
from harness.systems.millenniumenheter.wire import Enhet, Systemval

PAGES = Pages("harness.systems.millenniumenheter.pages")

_NO_DAY = "ingen dag i planen"
_LABELS: Mapping[str, str] = {
    "slutenvard": "Slutenvård",
    "oppenvard": "Regional öppenvård",
    "kommunal_hsv": "Kommunal hälso- och sjukvård",
    "socialtjanst": "Socialtjänst",
}


async def go_to_catalogue(request: Request) -> Response:
    return go_to(request, "/katalog")


async def show_unit(request: Request) -> Response:
    circumstances = find_world(request).circumstances()
    form, units = read_address(request), list(circumstances.landscape.units.values())
    name, rows, wrong = "", None, None
    try:
        if form.names:
            unit = _find(units, form, "enhet", "Enhet")
            entry = describe_unit(unit, _day(form, circumstances), circumstances)
            shown = circumstances.policies.use(SHOWN_UNIT)(entry)
            name, rows = shown.namn, _unit_rows(shown)
    except FieldError as fault:
        wrong = fault
    return _show(request, "katalog.html", form, wrong, names=_names(units), name=name, rows=rows)


async def show_choice(request: Request) -> Response:
    circumstances = find_world(request).circumstances()
    form, units = read_address(request), list(circumstances.landscape.units.values())
    by_part = {name: [unit for unit in units if unit.part == part] for name, part in PARTS}
    rows, wrong = None, None
    try:
        if form.names:
            chosen = {name: _find(units, form, name, _LABELS[name], part) for name, part in PARTS}
            parts = {name: unit.hsa_id for name, unit in chosen.items()}
            choice = choose_system(parts, _day(form, circumstances), circumstances)
            rows = _choice_rows(circumstances.policies.use(SHOWN_CHOICE)(choice), circumstances)
    except FieldError as fault:
        wrong = fault
    fields = [(name, _LABELS[name], _names(found)) for name, found in by_part.items()]
    return _show(request, "systemval.html", form, wrong, fields=fields, rows=rows)


def _show(request: Request, template: str, form: Form, wrong: FieldError | None, **values: object) -> Response:
    return PAGES.show(request, template, status=422 if wrong else 200, typed=form, wrong=wrong, **values)


def _find(units: list[Unit], form: Form, field: str, label: str, part: str | None = None) -> Unit:
    """The unit that the field names, and that is *part* if it must be that.

    Raises:
        FieldError: there is none.
    """
    written = form.required(field, f"{label}: skriv namnet på en enhet.")
    found = [unit for unit in units if unit.name.casefold() == written.casefold()]
    if not found:
        raise FieldError(field, f"{label}: ingen enhet heter »{written}«.")
    fitting = [unit for unit in found if part in (None, unit.part)]
    if not fitting:
        raise FieldError(field, f"{label}: {found[0].name} är {found[0].part}.")
    return fitting[0]


def _day(form: Form, circumstances: Circumstances) -> date:
    """The day asked about; today in care time when none is written."""
    return form.day("dag", "Dag") if form.text("dag") else circumstances.today


def _names(units: list[Unit]) -> list[str]:
    return sorted({unit.name for unit in units})


def _unit_rows(entry: Enhet) -> list[tuple[str, str]]:
    return [
        ("Verksamhet", entry.part),
        ("System", entry.system),
        ("Inkorg", entry.inkorg),
        ("Driftsatt från", str(entry.driftsatt_fran or _NO_DAY)),
    ]


def _choice_rows(choice: Systemval, circumstances: Circumstances) -> list[tuple[str, str]]:
    decided = circumstances.landscape.units.get(choice.avgorande_enhet)
    return [
        ("System", choice.system),
        ("Avgörande enhet", decided.name if decided else choice.avgorande_enhet),
        ("Driftstart", str(choice.driftsatt_fran or _NO_DAY)),
        ("Motivering", choice.motivering),
    ]
