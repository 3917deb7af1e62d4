"""Runs the steps of a pickle. Knows nothing of pytest, so a robot, a relay and a UAT session share it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from steps.pickles import Pickle, PickleStep, StepKind
from steps.registry import Reading, Registry
from steps.stage import Stage
from testdata.faults import Avvikelse, Miljofel, Specifikationsfel


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Where and why a scenario did not go on: the kind of fault, and the kind of step that it came in."""

    fault: str
    step: StepKind
    sentence: str
    line: int

    def __str__(self) -> str:
        return f"{self.fault} i {self.step}: {self.sentence}"


def run_steps(stage: Stage, pickle: Pickle, indexes: Iterable[int], registry: Registry) -> Stopped | None:
    """Run several steps on *stage*, until one stops the scenario."""
    for index in indexes:
        step = pickle.steps[index]
        try:
            run_step(stage, pickle, step, registry)
        except (Avvikelse, Miljofel, Specifikationsfel) as fault:
            return Stopped(fault=fault.kind, step=step.kind, sentence=fault.sentence, line=step.line)
    return None


def run_step(stage: Stage, pickle: Pickle, step: PickleStep, registry: Registry) -> None:
    """Run one step on *stage*.

    Raises:
        Avvikelse, Miljofel, Specifikationsfel: as the step found; line and krav are filled in.
    """
    reading = find_reading(pickle, step, registry)
    call_step(stage, pickle, step, reading, parse_values(pickle, step, reading))


def find_reading(pickle: Pickle, step: PickleStep, registry: Registry) -> Reading:
    try:
        return registry.find(step)
    except Specifikationsfel as fault:
        _place(fault, pickle, step)
        raise


def parse_values(pickle: Pickle, step: PickleStep, reading: Reading) -> dict[str, object]:
    """The values of the sentence. Raises Specifikationsfel for a value that cannot be, as 30 februari."""
    try:
        return reading.definition.arguments_of(step, reading.fields)
    except Specifikationsfel as fault:
        _place(fault, pickle, step)
        raise


def call_step(stage: Stage, pickle: Pickle, step: PickleStep, reading: Reading, values: dict[str, object]) -> None:
    try:
        stage.enter_step(step.kind, f"rad {step.line}")
        reading.definition.context.step_func(stage=stage, **values)
    except (Avvikelse, Miljofel, Specifikationsfel) as fault:
        _place(fault, pickle, step)
        raise


def _place(fault: Avvikelse | Miljofel | Specifikationsfel, pickle: Pickle, step: PickleStep) -> None:
    krav = ", ".join(dict.fromkeys(t.removeprefix("krav:") for t in pickle.tags if t.startswith("krav:")))
    fault.place(where=f"{pickle.path}:{step.line}, »{step.keyword} {step.text}«", krav=krav)
