"""What the last run in the same folder had and the texts no longer have: a loss that no count of one run can see."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.account.ledger import Chosen, Texts
from reports.folder import OutputFolder
from reports.row import read_lines
from testdata.scenario import PlannedRow

_ID = "id:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A scenario, or an example row of one, where it stood in the last run."""

    place: str
    name: str


def read_planned(folder: OutputFolder) -> list[PlannedRow]:
    """Every scenario that the last run in *folder* collected, once whatever its channels and repetitions."""
    rows = (row for path in folder.all_collected() for row in read_lines(path, PlannedRow))
    return list({row.place: row for row in rows}.values())


def find_gone(before: Sequence[PlannedRow], texts: Texts, chosen: Sequence[Chosen], root: Path) -> list[Gone]:
    """The scenarios *before* that lay in what is *chosen* now, and are in the *texts* no longer.

    A scenario is the same as before if its ``@id:`` tag and its example are, or else if its path, rule, name and
    example are: to be moved is no loss, and to be renamed is none either for one with an id. Each in the texts
    answers for one before, so that two which share an id or a name by mistake do not hide each other.
    """
    left = [
        (_Known(_split(row.place)[0], row.rule, row.name, row.example, row.tags), row)
        for row in before
        if _is_chosen(row.place, chosen, root)
    ]
    there = [_Known(p.path, p.rule, p.name, p.example, p.tags) for p in texts.pickles]
    for key in (_Known.whole, _Known.by_id, _Known.by_text):
        pool: dict[Hashable, list[_Known]] = {}
        for known in there:
            pool.setdefault(key(known), []).append(known)
        # A key of None says nothing, and is nobody's.
        pool.pop(None, None)
        left = [(known, row) for known, row in left if not _take(pool, key(known))]
        there = [known for same in pool.values() for known in same] + [k for k in there if key(k) is None]
    return [Gone(place=row.place, name=row.title) for _, row in left]


@dataclass(frozen=True, slots=True)
class _Known:
    """What a scenario is known again by."""

    path: str
    rule: str
    name: str
    example: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]

    def by_id(self) -> Hashable:
        own = tuple(tag for tag in self.tags if tag.startswith(_ID))
        return (own, self.example) if own else None

    def by_text(self) -> Hashable:
        return self.path, self.rule, self.name, self.example

    def whole(self) -> Hashable:
        return self.by_id(), self.by_text()


def _take(pool: dict[Hashable, list[_Known]], key: Hashable) -> bool:
    """Take one of that key out of *pool*, if there is any."""
    same = pool.get(key)
    if not same:
        return False
    same.pop()
    return True


def _split(place: str) -> tuple[str, int]:
    path, _, line = place.rpartition(":")
    return path, int(line)


def _is_chosen(place: str, chosen: Sequence[Chosen], root: Path) -> bool:
    path, line = _split(place)
    file = root / path
    return any(
        file.is_relative_to(choice.path.resolve()) and (choice.line is None or choice.line == line) for choice in chosen
    )
