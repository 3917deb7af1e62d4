"""Which planned rows were asked for, and why the others were not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from reports.row import Case, run_of
from reports.tagexpression import TagExpression, read_expression
from testdata.scenario import PlannedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What was asked for. Values of one kind are alternatives; different kinds must all hold."""

    krav: frozenset[str]
    areas: frozenset[str]
    test_types: frozenset[str]
    channels: frozenset[str]
    cases: frozenset[Case]
    tag_text: str
    tags: TagExpression | None

    @property
    def chooses(self) -> bool:
        return bool(self.krav or self.areas or self.test_types or self.channels or self.cases or self.tags)

    def reason_against(self, row: PlannedRow) -> str | None:
        """Why *row* was not asked for, in Swedish; None when it was."""
        if self.krav and not self.krav & set(row.krav):
            return f"hör inte till {_listed(self.krav)}"
        if self.areas and area_of(row.place) not in self.areas:
            return f"ligger inte i området {_listed(self.areas)}"
        if self.test_types and row.test_type not in self.test_types:
            return f"är inte av testtypen {_listed(self.test_types)}"
        if self.channels and row.channel not in self.channels:
            return f"går inte i kanalen {_listed(self.channels)}"
        if self.cases and run_of(row).case not in self.cases:
            return "var inte rött i förra körningen"
        if self.tags and not self.tags(row.tags):
            return f"taggarna stämmer inte med »{self.tag_text}«"
        return None


def read_selection(
    *,
    krav: Sequence[str] = (),
    areas: Sequence[str] = (),
    test_types: Sequence[str] = (),
    channels: Sequence[str] = (),
    cases: Sequence[Case] = (),
    tags: str = "",
) -> Selection:
    """The selection that the options describe.

    Raises:
        Specifikationsfel: the tag expression cannot be read.
    """
    return Selection(
        krav=frozenset(krav),
        areas=frozenset(areas),
        test_types=frozenset(test_types),
        channels=frozenset(channels),
        cases=frozenset(cases),
        tag_text=tags,
        tags=read_expression(tags) if tags else None,
    )


def area_of(place: str) -> str:
    """The process folder of a place: ``in_utskrivning`` for ``features/in_utskrivning/x.feature:12``."""
    folders = PurePosixPath(place).parent.parts
    if "features" in folders:
        below = folders[folders.index("features") + 1 :]
        return below[0] if below else ""
    return folders[-1] if folders else ""


def _listed(values: frozenset[str]) -> str:
    return " eller ".join(sorted(values))
