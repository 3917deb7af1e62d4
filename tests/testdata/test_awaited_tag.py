"""The tag @vantar holds until its day, and means nothing without one."""

from __future__ import annotations

from datetime import date

import pytest

from testdata.awaited import read_awaited
from testdata.faults import Specifikationsfel

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("tags", "until"),
    [
        ((), None),
        (("rok", "krav:AK-SYS-05", "vantare", "vantas:2026-03-01"), None),
        (("vantar:2026-03-01",), TODAY),
        (("rok", "vantar:2026-03-02", "vantar:2026-03-02"), date(2026, 3, 2)),
        (("vantar:2028-02-29",), date(2028, 2, 29)),
    ],
)
def test_the_last_day(tags: tuple[str, ...], until: date | None) -> None:
    assert read_awaited(tags, TODAY) == until


@pytest.mark.parametrize(
    ("tags", "sentence"),
    [
        (("vantar",), "Taggen @vantar har ingen dag som finns."),
        (("vantar:",), "Taggen @vantar: har ingen dag som finns."),
        (("vantar:snart",), "Taggen @vantar:snart har ingen dag som finns."),
        (("vantar:2027-02-29",), "Taggen @vantar:2027-02-29 har ingen dag som finns."),
        (("vantar:20270201",), "Taggen @vantar:20270201 har ingen dag som finns."),
        (("vantar:2027-W05-1",), "Taggen @vantar:2027-W05-1 har ingen dag som finns."),
        (("vantar:2026-02-28",), "Taggen @vantar:2026-02-28 har gått ut."),
        (
            ("vantar:2026-04-01", "vantar:2026-05-01"),
            "Scenariot har mer än en sista dag: @vantar:2026-04-01 och @vantar:2026-05-01.",
        ),
    ],
)
def test_a_day_that_cannot_be_awaited_is_refused(tags: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(Specifikationsfel) as caught:
        read_awaited(tags, TODAY)

    assert caught.value.sentence == sentence
    assert all((caught.value.expected, caught.value.actual, caught.value.next_step))
