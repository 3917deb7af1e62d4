"""Reservnummer from the personuppgiftstjänst: the two formats, used up when made, never one twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from landscape import HSV_BORAS, NRID, nurse, person
from registrydesk import BORN, DAGNY, DETAILS, EARLY, VGR, RegistryDesk, people
from wireclient import WireClient

from harness.systems.pu.numbers.nrid import nrid_check, nrid_numbers
from harness.systems.pu.numbers.validity import nrid_fault, vgr_fault
from harness.systems.pu.numbers.vgr import vgr_check, vgr_numbers
from testdata.identity.nrid import LAST_SERIES, parse_nrid
from testdata.identity.published import examples
from testdata.identity.value import OID, Kind, Sex
from testdata.identity.vgr import parse_vgr

NewWorld = Callable[..., str]
SEXES = st.sampled_from(["kvinna", "man", None])
CLAIM = {"fodd": str(BORN), "fornamn": "Okänd", "efternamn": "Provsson"}
CHECKS = {Kind.NRID: nrid_check, Kind.VGR: vgr_check}


@pytest.fixture
def registry(client: WireClient, new_world: NewWorld) -> RegistryDesk:
    return RegistryDesk(client, new_world(personer=people()))


@pytest.mark.parametrize(
    ("kind", "number", "is_valid"),
    [(kind, number, valid) for kind, number, valid, _ in examples() if kind in CHECKS],
)
def test_the_check_digit_is_that_of_the_published_examples(kind: Kind, number: str, is_valid: bool) -> None:
    assert (CHECKS[kind](number[:11]) == int(number[11])) is is_valid


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), SEXES, st.integers(0, 2_000))
def test_an_nrid_of_the_last_series_says_date_and_sex(born: date, sex: str | None, start: int) -> None:
    numbers = list(islice(nrid_numbers(born, sex, 26, start=start), 20))

    read = [parse_nrid(number) for number in numbers]
    assert len(set(numbers)) == 20
    assert {one.born for one in read} == {born}
    assert {one.sex for one in read} == {sex and Sex(sex)}
    assert {number[:2] for number in numbers} < set(LAST_SERIES)


@given(SEXES, st.integers(0, 50_000))
def test_an_nrid_for_an_unknown_date_says_none(sex: str | None, start: int) -> None:
    numbers = list(islice(nrid_numbers(None, sex, 26, start=start), 20))

    assert len(set(numbers)) == 20
    assert {parse_nrid(number).born for number in numbers} == {None}


def test_numbers_for_a_date_and_for_an_unknown_one_do_not_repeat_themselves() -> None:
    dated = list(nrid_numbers(BORN, None, 26, start=0))
    undated = list(islice(nrid_numbers(None, None, 26, start=0), 3 * len(dated)))

    assert len(set(dated)) == len(dated) > 2_000
    assert len(set(undated)) == len(undated)


@pytest.mark.parametrize(("sex", "most"), [("kvinna", 37), ("man", 37), (None, 10)])
def test_the_numbers_in_vgr_format_of_a_date_are_few(sex: str | None, most: int) -> None:
    numbers = list(vgr_numbers(EARLY, sex, start=0))

    assert len(set(numbers)) == most
    assert {parse_vgr(number).sex for number in numbers} == {sex and Sex(sex)}
    assert numbers == sorted(numbers)
    assert list(vgr_numbers(EARLY, sex, start=most - 1)) == numbers[-1:]


@pytest.mark.parametrize("born", [date(1899, 12, 31), date(2100, 1, 1)])
def test_there_is_no_nrid_outside_two_centuries(registry: RegistryDesk, born: date) -> None:
    refused = registry.issue(fodd=str(born))

    assert (refused.status, refused.code) == (409, "serie_saknas")
    assert "1900–2099" in refused.text
    assert registry.issue("VGR", fodd="0895-01-01").code == "serie_saknas"


def test_a_number_is_used_up_when_it_is_made(registry: RegistryDesk) -> None:
    first, second = registry.numbers(count=50), registry.numbers(count=50)
    anonymous = registry.numbers(count=50, fodd=None, kon=None)

    assert len({*first, *second, *anonymous}) == 150
    address = f"/v/{registry.world}/pu/personer/{NRID}/{first[0]}"
    assert registry.client.call("GET", address).code == "okand_person"


def test_at_most_fifty_at_a_time_and_a_refusal_uses_none_up(registry: RegistryDesk) -> None:
    refused = registry.issue(count=51, fodd=None, kon=None)

    assert (refused.status, refused.code) == (409, "for_manga")
    assert "50" in refused.text
    assert registry.numbers(fodd=None, kon=None)[0] == next(nrid_numbers(None, None, 26, start=0))


def test_a_day_runs_out_of_numbers_in_vgr_format_and_says_how_many_are_left(registry: RegistryDesk) -> None:
    early = {"fodd": str(EARLY)}
    registry.numbers("VGR", 30, **early)

    too_many = registry.issue("VGR", 8, **early)
    last = registry.numbers("VGR", 7, **early)
    none = registry.issue("VGR", **early)

    assert (too_many.code, none.code) == ("numren_slut", "numren_slut")
    assert "7 nummer kvar" in too_many.text and "0 nummer kvar" in none.text
    assert parse_vgr(last[-1]).value[9:11] == "78"
    assert registry.issue("VGR", kon="man", **early).status == 201


def test_a_number_that_somebody_has_is_passed_by(client: WireClient, new_world: NewWorld) -> None:
    first, second = islice(nrid_numbers(BORN, "kvinna", 26, start=0), 2)
    desk = RegistryDesk(client, new_world(personer=[person(first, oid=NRID)]))

    assert desk.numbers() == [second]


@pytest.mark.parametrize("sort", ["NRID", "VGR"])
def test_whoever_gets_a_number_is_known_by_it_at_once(registry: RegistryDesk, sort: str) -> None:
    pair = registry.newcomer(sort, fodd=str(BORN if sort == "NRID" else EARLY))

    shown = registry.read(pair)

    assert pair["oid"] == {"NRID": NRID, "VGR": VGR}[sort]
    assert (shown["fornamn"], shown["kon"], shown["huvudidentitet"]) == ("Okänd", "kvinna", pair)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"fodd": None, "person": DETAILS}, "fodelsedag_kravs"),
        ({"sort": "VGR", "fodd": None}, "fodelsedag_kravs"),
        ({"count": 2, "person": DETAILS}, "ett_nummer_per_person"),
        ({"count": 0}, "fel_begaran"),
        ({"sort": "GRID"}, "fel_begaran"),
        ({"kon": "okänt"}, "fel_begaran"),
        ({"nytt": 1}, "fel_begaran"),
    ],
    ids=str,
)
def test_what_cannot_be_had_is_refused(registry: RegistryDesk, asked: dict[str, object], code: str) -> None:
    assert registry.issue(**asked).code == code  # type: ignore[arg-type]


def test_a_search_on_the_birth_date_finds_everybody_once_under_any_identity(registry: RegistryDesk) -> None:
    nrid = registry.newcomer(fodd="1950-03-14")
    address = f"/v/{registry.world}/pu/personer"

    def search(day: str) -> list[str]:
        found = registry.client.call("GET", address, query={"fodd": day}).json["personer"]
        return [person["fornamn"] for person in found]

    assert search("1950-03-14") == ["Okänd"]
    registry.linked(nrid, DAGNY)
    assert search("1950-03-14") == ["Dagny"]
    assert search(str(BORN)).count("Dagny") == 1
    assert search("2022-01-01") == []
    assert registry.client.call("GET", address, query={"fodd": "i går"}).code == "fel_begaran"
    assert registry.client.call("GET", address).code == "fel_begaran"


def test_any_unit_may_take_a_number_but_not_a_stranger(registry: RegistryDesk) -> None:
    body = {"format": "NRID", "antal": 1, "fodd": None, "kon": None}

    assert registry.post("/reservnummer", body, nurse(HSV_BORAS)).status == 201
    assert registry.post("/reservnummer", body, {"X-Enhet": HSV_BORAS}).code == "ej_anstalld"


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, "samma_person"),
        ({"fornamn": " okänd "}, "samma_person"),
        ({"efternamn": "Annansson"}, "annan_person"),
        ({"fodd": "1990-01-01"}, "annan_person"),
        ({"oid": "1.2.3"}, "okand"),
    ],
    ids=str,
)
def test_a_match_is_on_oid_number_birth_date_and_name(
    registry: RegistryDesk, changed: dict[str, object], outcome: str
) -> None:
    pair = registry.newcomer()

    assert registry.match(pair, **changed) == outcome

    shown = registry.client.call("GET", f"/v/{registry.world}/pu/krockar", headers=nurse(HSV_BORAS)).json["krockar"]
    assert [one["id"] for one in shown] == ([pair["id"]] if outcome == "annan_person" else [])


@pytest.mark.parametrize(
    ("kind", "number", "is_valid"), [(kind, number, valid) for kind, number, valid, _ in examples()], ids=str
)
def test_a_published_number_is_taken_or_refused_as_it_is_published(
    registry: RegistryDesk, kind: Kind, number: str, is_valid: bool
) -> None:
    """By PU's own rules, which are others than those of the test data."""
    answer = registry.post("/matchningar", {**CLAIM, "oid": OID[kind], "id": number})

    assert (answer.status == 200) is is_valid, answer.text


@pytest.mark.parametrize(
    ("kind", "number", "code"),
    [
        (Kind.PERSONNUMMER, "19640823-3234", "ej_tolv_tecken"),
        (Kind.NRID, "22950606fh20", "ej_tolv_tecken"),
        (Kind.VGR, "98240301AA06", "ej_vgr_format"),
        (Kind.NRID, "19810829M071", "fel_tecken"),
        (Kind.NRID, "99500314AB41", "fel_serie"),
        (Kind.SAMORDNINGSNUMMER, "98240301AA06", "fel_tecken"),
        (Kind.SAMORDNINGSNUMMER, "196408233234", "fel_datum"),
    ],
)
def test_a_number_that_is_none_of_its_kind_is_refused(
    registry: RegistryDesk, kind: Kind, number: str, code: str
) -> None:
    refused = registry.post("/matchningar", {**CLAIM, "oid": OID[kind], "id": number})

    assert (refused.status, refused.code) == (409, code)
    shown = registry.client.call("GET", f"/v/{registry.world}/pu/krockar", headers=nurse(HSV_BORAS)).json["krockar"]
    assert shown == []


@given(st.dates(date(1890, 1, 1), date(2099, 12, 31)), SEXES)
def test_what_is_handed_out_is_taken_back(born: date, sex: str | None) -> None:
    assert {vgr_fault(number) for number in vgr_numbers(born, sex, start=0)} == {None}
    if born.year >= 1900:
        assert {nrid_fault(number) for number in islice(nrid_numbers(born, sex, 26, start=0), 20)} == {None}
