"""The words of sentences as values, and what is said of words that mean nothing."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from steps.dsl import values
from testdata.faults import Specifikationsfel
from testdata.model import Need


def test_a_date_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(Specifikationsfel, match="Datumet 2022-02-30 finns inte") as fault:
        values.day("2022-02-30")

    assert "Har månaden så många dagar" in fault.value.next_step


@pytest.mark.parametrize("text", ["25.00", "08.60"])
def test_a_time_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(Specifikationsfel, match=text):
        values.clock_time(text)


def test_the_hour_that_the_clock_skips_is_refused_and_its_neighbours_are_not() -> None:
    night = date(2022, 3, 27)

    with pytest.raises(Specifikationsfel, match="klockan ställs fram"):
        values.moment(night, time(2, 30))

    assert values.moment(night, time(1, 59)).utcoffset() == timedelta(hours=1)
    assert values.moment(night, time(3, 0)).utcoffset() == timedelta(hours=2)


def test_the_hour_that_comes_twice_is_the_first_of_them() -> None:
    assert values.moment(date(2022, 10, 30), time(2, 30)).utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("socialtjänst", {Need.SOCIALTJANST}),
        ("kommunal hälso- och sjukvård", {Need.KOMMUNAL_HSV}),
        ("socialtjänst och regional öppenvård", {Need.SOCIALTJANST, Need.OPPENVARD}),
        ("socialtjänst, regional öppenvård och kommunal hälso- och sjukvård", set(Need)),
    ],
)
def test_needs_are_read_out_of_running_text(text: str, expected: set[Need]) -> None:
    assert values.needs(text) == expected


@pytest.mark.parametrize("text", ["hemtjänst", "socialtjänst och städning", ""])
def test_an_unknown_need_is_refused_with_those_there_are(text: str) -> None:
    with pytest.raises(Specifikationsfel) as fault:
        values.needs(text)

    assert "kommunal hälso- och sjukvård" in fault.value.expected


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1 minut", 1), ("25 minuter", 25), ("2 timmar", 120), ("1 timme och 5 minuter", 65), ("26 timmar", 1560)],
)
def test_durations(text: str, minutes: int) -> None:
    assert values.duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "en stund", "1 dag", "och"])
def test_a_duration_that_means_nothing_is_refused(text: str) -> None:
    with pytest.raises(Specifikationsfel):
        values.duration(text)


def test_a_system_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Specifikationsfel, match="Systemet »Cosmic« finns inte"):
        values.system("Cosmic")
