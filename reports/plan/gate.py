"""Holds a run against the criteria of its deltestplan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reports.account.ledger import Texts
from reports.plan.measures import chosen_texts, krav_without_scenario, measure_end, measure_start
from reports.plan.plan import Criterion, Plan
from reports.summary import Summary, lacks_browser

Met = Literal["uppfyllt", "inte uppfyllt", "bedöms inte", "bedöms av människa"]
Measure = Callable[[str], int]
"""What a measure, by its name, comes to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One criterion, and what came of it. ``value`` is what was measured; None for one that a person judges."""

    criterion: Criterion
    met: Met
    value: int | None

    @property
    def line(self) -> str:
        """The criterion as one line, with what was measured."""
        limit = self.criterion.limit
        measured = f" ({limit.shown}, var {self.value})" if limit else ""
        why = ": bara en del av planen kördes" if self.met == "bedöms inte" else ""
        return f"{self.met}{why}: {self.criterion.text}{measured}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVerdict:
    """What a run came to by its plan.

    ``unclaimed`` are krav of the plan that no scenario claims; ``narrowed`` are the flags that left a part of
    the plan out; ``judgeable`` is False for a run that lost something, so that no number of it can be trusted.
    """

    plan: Plan
    judged: tuple[Judged, ...]
    unclaimed: tuple[str, ...]
    narrowed: tuple[str, ...]
    judgeable: bool

    @property
    def says_no(self) -> bool:
        """Something is not met, or was not judged because less than the plan was run: neither is a yes."""
        return any(each.met in ("inte uppfyllt", "bedöms inte") for each in self.judged)

    def as_json(self) -> dict[str, Any]:
        return {
            "namn": self.plan.name,
            "syfte": self.plan.purpose,
            "miljo": self.plan.environment,
            "vem": list(self.plan.who),
            "nar": {"fran": self.plan.first.isoformat(), "till": self.plan.last.isoformat()},
            "kriterier": [
                {
                    "text": each.criterion.text,
                    "slag": each.criterion.kind,
                    "utfall": each.met,
                    "varde": each.value,
                }
                for each in self.judged
            ],
            "krav_utan_scenario": list(self.unclaimed),
            "begransad_med": list(self.narrowed),
        }


def judge_start(plan: Plan, texts: Texts) -> list[Judged]:
    """The start criteria, held against what is written."""
    chosen = chosen_texts(plan.choice, texts)
    return [_judge(each, lambda name: measure_start(name, chosen)) for each in plan.of("start")]


def judge_plan(plan: Plan, summary: Summary, texts: Texts, narrowed: Sequence[str]) -> PlanVerdict:
    """Every criterion of *plan*, held against the finished run.

    A run that lost something, or of which something was left out that nobody asked to leave out, meets nothing:
    few reds prove little where not everything was run. One that flags narrowed is not judged: a part says
    nothing of the whole.
    """
    left_out = any(d.was_unasked for d in summary.account.differences) or lacks_browser(summary)
    judgeable = summary.account.balanced and not summary.proves_nothing and not left_out
    chosen = chosen_texts(plan.choice, texts)
    ended = [
        _judge(
            each,
            lambda name: measure_end(name, summary, chosen, plan.choice.krav),
            judgeable=judgeable,
            narrowed=bool(narrowed),
        )
        for each in plan.of("slut")
    ]
    return PlanVerdict(
        plan=plan,
        judged=(*judge_start(plan, texts), *ended),
        unclaimed=tuple(krav_without_scenario(plan.choice.krav, chosen)),
        narrowed=tuple(narrowed),
        judgeable=judgeable,
    )


def _judge(criterion: Criterion, measure: Measure, *, judgeable: bool = True, narrowed: bool = False) -> Judged:
    if criterion.limit is None:
        return Judged(criterion=criterion, met="bedöms av människa", value=None)
    value = measure(criterion.limit.measure)
    met: Met = "uppfyllt" if judgeable and criterion.limit.holds(value) else "inte uppfyllt"
    if narrowed:
        met = "bedöms inte"
    return Judged(criterion=criterion, met=met, value=value)
