"""Which pages the results of a run become: one of all, and one for each test type that has any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reports.allure.filed import Filed
from testdata.scenario import TEST_TYPES

# Egenskap is left out: where it differs from its Regel a level more hides what it names. It is still
# what one searches and sees beside each scenario.
_PROCESS_DOWN: Final = ("epic", "story")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the report.

    ``test_type`` is a key of TEST_TYPES, or empty for the joint page; ``group_by`` is the labels that make
    the levels of its tree.
    """

    test_type: str
    title: str
    group_by: tuple[str, ...]

    @property
    def id(self) -> str:
        """A name of its own among the pages of a run, fit for a folder."""
        return self.test_type or "alla"

    @property
    def filed_under(self) -> str:
        """The value of the label ``testtyp`` that its results have; empty when it shows them all."""
        return TEST_TYPES[self.test_type] if self.test_type else ""

    def shows(self, result: Filed) -> bool:
        return not self.test_type or result.test_type == self.filed_under


def plan_pages(results: Iterable[Filed], title: str) -> Iterator[Page]:
    """The joint page, and then those of the test types in *results*, in the order of TEST_TYPES."""
    yield Page(test_type="", title=title, group_by=("testtyp", *_PROCESS_DOWN))
    found = {result.test_type for result in results}
    for test_type, shown in TEST_TYPES.items():
        if shown in found:
            yield Page(test_type=test_type, title=f"{title}: {shown}", group_by=_PROCESS_DOWN)
