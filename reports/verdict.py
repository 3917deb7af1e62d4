"""What one phase of one scenario (set-up, steps, teardown) came to, judged from how it ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Final

import msgspec
import pytest

from reports.outcome import Outcome
from reports.row import ShownFault
from testdata.faults import Avvikelse, Miljofel, Specifikationsfel
from testdata.scenario import BROWSER_MISSING, NOT_BUILT, NOT_BUILT_TAG, PlannedRow

AWAITED: Final = "väntad röd"
SKIP_REASONS: Final[Mapping[str, str]] = {
    BROWSER_MISSING: "det finns ingen webbläsare på den här datorn",
}
"""The only reasons for which a scenario may be skipped, by the code its skip text starts with."""

_OUTCOMES: Final = (
    (Avvikelse, Outcome.UNDERKAND),
    (Specifikationsfel, Outcome.SPECIFIKATIONSFEL),
    (Miljofel, Outcome.TRASIG),
)
_NOTHING: Final = "–"


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """One phase's outcome.

    ``reason`` is the code of a skip, or why a deviation is no red; ``until`` is the last day on which it is
    awaited; ``frames`` are places in our own code.
    """

    outcome: Outcome
    fault: ShownFault | None = None
    reason: str | None = None
    until: date | None = None
    frames: tuple[str, ...] = ()


PASSED: Final = Verdict(outcome=Outcome.GODKAND)


def judge(error: BaseException | None, row: PlannedRow, root: Path, *, until: date | None, begun: bool) -> Verdict:
    """The verdict of a phase that ended with *error*, or in peace when it is None.

    A skip counts as such only for a reason we know, and only of a scenario whose steps have not *begun*: what
    is skipped otherwise has not been tested and must not look as if somebody had decided so. *until* is the
    last day on which a deviation of this phase is awaited.
    """
    if error is None:
        return PASSED
    if isinstance(error, pytest.skip.Exception):
        return _judge_skip(str(error.msg), row, begun=begun)
    if until and isinstance(error, Avvikelse):
        fault = ShownFault(kind=error.kind, parts=error.parts())
        reason = f"{AWAITED} till och med {until}: {error.sentence}"
        return Verdict(outcome=Outcome.VANTAD, fault=fault, reason=reason, until=until)
    for kind, outcome in _OUTCOMES:
        if isinstance(error, kind):
            # Our faults say where and what to do; only an unexpected one needs its frames shown.
            return Verdict(outcome=outcome, fault=ShownFault(kind=kind.kind, parts=error.parts()))
    frames = own_frames(error.__traceback__, root)
    return Verdict(outcome=Outcome.TRASIG, fault=_unexpected(error, row, frames), frames=frames)


def crashed(row: PlannedRow, explanation: str) -> Verdict:
    """The verdict of a row whose process died under it."""
    parts = _parts(
        "Processen som körde scenariot dog innan det var klart.",
        actual=explanation,
        where=row.place,
        row=row,
        next_step="Läs pytest.log. Kör scenariot ensamt för att se om det händer igen.",
    )
    return Verdict(outcome=Outcome.TRASIG, fault=ShownFault(kind="Avbruten process", parts=parts))


def not_run(row: PlannedRow, *, begun: bool) -> Verdict:
    """The verdict of a row that met no fault, because its steps were not run, or not all of them."""
    parts = _parts(
        "Alla steg kördes inte, fast inget fel syntes." if begun else "Stegen kördes aldrig.",
        expected="att alla steg i scenariot körs",
        actual="pytest, eller ett insticksprogram, gick förbi dem utan fel",
        where=row.place,
        row=row,
        next_step=(
            "Ta bort --setup-only, --setup-plan och främmande insticksprogram ur PYTEST_ADDOPTS och PYTEST_PLUGINS, "
            "och kör igen."
        ),
    )
    return Verdict(outcome=Outcome.TRASIG, fault=ShownFault(kind="Okörda steg", parts=parts))


def own_frames(trace: TracebackType | None, root: Path) -> tuple[str, ...]:
    """``steps/x.py:12 i send`` for each frame of the product's own code, outermost first."""
    found = []
    prefix = f"{root}/"
    while trace is not None:
        code = trace.tb_frame.f_code
        inside = code.co_filename.removeprefix(prefix)
        if inside != code.co_filename and not inside.startswith(".") and "site-packages" not in inside:
            found.append(f"{inside}:{trace.tb_lineno} i {code.co_name}")
        trace = trace.tb_next
    return tuple(found)


def _judge_skip(text: str, row: PlannedRow, *, begun: bool) -> Verdict:
    code = text.partition(":")[0].strip()
    if code == NOT_BUILT and NOT_BUILT_TAG in row.tags and not begun:
        return Verdict(outcome=Outcome.EJ_BYGGD, reason=f"{NOT_BUILT} (@{NOT_BUILT_TAG})")
    if code in SKIP_REASONS and not begun:
        return Verdict(outcome=Outcome.EJ_KORBAR, reason=code)
    parts = _parts(
        "Scenariot hoppades över mitt i ett steg."
        if begun
        else "Scenariot hoppades över utan en orsak som får förekomma.",
        actual=text or "ingen orsak angiven",
        where=row.place,
        row=row,
        next_step=f"Märk scenariot @{NOT_BUILT_TAG} om stegen inte är byggda, annars låt det köras.",
    )
    return Verdict(outcome=Outcome.TRASIG, fault=ShownFault(kind="Okänd överhoppning", parts=parts))


def _unexpected(error: BaseException, row: PlannedRow, frames: Sequence[str]) -> ShownFault:
    parts = _parts(
        f"Ett oväntat fel i testprogrammet: {type(error).__name__}.",
        actual=str(error).strip() or type(error).__name__,
        where="; ".join((row.place, *frames[-1:])),
        row=row,
        next_step="Anmäl felet till den som utvecklar testerna. Hela felutskriften finns i pytest.log.",
    )
    return ShownFault(kind="Oväntat fel", parts=parts)


def _parts(
    sentence: str, *, actual: str, where: str, row: PlannedRow, next_step: str, expected: str = _NOTHING
) -> dict[str, str]:
    return {
        "Fel": sentence,
        "Förväntat": expected,
        "Faktiskt": actual,
        "Var": where,
        "Krav": ", ".join(row.krav) or _NOTHING,
        "Nästa steg": next_step,
    }
