"""Reservnummer that are handed out, and how one can be taken for another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testdata.faults import Specifikationsfel
from testdata.identity.blindspots import lookalikes
from testdata.identity.issuing import (
    NRID_WITH_SEX,
    NRID_WITHOUT_SEX,
    VGR_WITH_SEX,
    VGR_WITHOUT_SEX,
    issue_nrid,
    issue_vgr,
)
from testdata.identity.kinds import parse_identity
from testdata.identity.proof import ProofKind, proof_of
from testdata.identity.value import Sex

TODAY = date(2026, 1, 1)
BORN = st.dates(date(1900, 1, 1), date(2099, 12, 31))
SEX = st.sampled_from([Sex.KVINNA, Sex.MAN, None])


@given(born=st.one_of(st.none(), BORN), sex=SEX, serial=st.integers(0, 2000))
def test_an_nrid_reads_back_as_what_it_was_made_for(born: date | None, sex: Sex | None, serial: int) -> None:
    made = issue_nrid(serial, born=born, sex=sex)

    assert parse_identity(made.value) == made
    assert (made.born, made.sex) == (born, sex)
    proof = proof_of(made.person_id, TODAY)
    assert (proof and proof.kind) == (ProofKind.RESERVNUMMER if born else None)


@given(born=BORN, sex=SEX, data=st.data())
def test_a_vgr_number_reads_back_as_what_it_was_made_for(born: date, sex: Sex | None, data: st.DataObject) -> None:
    made = issue_vgr(data.draw(st.integers(0, (VGR_WITH_SEX if sex else VGR_WITHOUT_SEX) - 1)), born=born, sex=sex)

    assert parse_identity(made.value) == made


@pytest.mark.parametrize("sex", [Sex.KVINNA, Sex.MAN, None])
def test_no_two_serials_give_one_number_and_all_are_used(sex: Sex | None) -> None:
    most = NRID_WITH_SEX if sex else NRID_WITHOUT_SEX
    numbers = {issue_nrid(n, born=date(1950, 3, 14), sex=sex).value for n in range(most)}

    assert len(numbers) == most
    assert most == {Sex.KVINNA: 2205, Sex.MAN: 2205, None: 17**3 - 17}[sex]
    with pytest.raises(Specifikationsfel, match="inget nationellt reservnummer"):
        issue_nrid(most, born=date(1950, 3, 14), sex=sex)


@given(serial=st.integers(0, NRID_WITHOUT_SEX - 1))
def test_three_letters_are_never_a_word(serial: int) -> None:
    letters = issue_nrid(serial, born=date(2001, 2, 3), sex=None).value[8:11]

    assert letters.isalpha()
    assert not set(letters) & set("AEIOQUVWY")
    assert len(set(letters)) > 1


@given(one=st.integers(0, 10**7), other=st.integers(0, 10**7))
def test_unknown_dates_never_collide(one: int, other: int) -> None:
    made = [issue_nrid(n, born=None, sex=Sex.MAN).value for n in (one, other)]

    assert (made[0] == made[1]) == (one == other)


def test_a_date_and_sex_has_37_numbers_in_vgr_format_and_an_unknown_sex_ten() -> None:
    for sex, most in ((Sex.KVINNA, 37), (Sex.MAN, 37), (None, 10)):
        numbers = {issue_vgr(n, born=date(1981, 8, 29), sex=sex).value for n in range(most)}
        assert len(numbers) == most
        with pytest.raises(Specifikationsfel, match="inget VGR-reservnummer") as caught:
            issue_vgr(most, born=date(1981, 8, 29), sex=sex)
        assert str(most) in caught.value.expected


def test_published_numbers_are_among_those_we_would_make() -> None:
    made = {issue_vgr(n, born=date(1981, 8, 29), sex=Sex.MAN).value for n in range(VGR_WITH_SEX)}
    made |= {issue_vgr(n, born=date(1993, 8, 29), sex=None).value for n in range(VGR_WITHOUT_SEX)}

    assert {"19810829M071", "19930829X802"} <= made


def test_two_systems_that_begin_at_the_lowest_number_make_the_same() -> None:
    kommun, region = (issue_vgr(0, born=date(1945, 8, 29), sex=Sex.KVINNA) for _ in range(2))

    assert kommun == region


@pytest.mark.parametrize("born", [date(1899, 12, 31), date(2100, 1, 1)])
def test_a_birth_date_without_a_series_is_told_of(born: date) -> None:
    with pytest.raises(Specifikationsfel, match="inget nationellt reservnummer för födda"):
        issue_nrid(0, born=born, sex=None)


COLLIDING = ("AJS", "BKT", "CLU", "DM", "EN", "FY", "GP", "HZ")
"""Letters that count the same on place 10, where the weight is one."""


@given(born=BORN, serial=st.integers(0, NRID_WITH_SEX - 1))
def test_on_place_ten_exactly_the_letters_of_one_group_pass_for_each_other(born: date, serial: int) -> None:
    number = issue_nrid(serial, born=born, sex=Sex.KVINNA).value
    group = next((g for g in COLLIDING if number[9] in g), number[9])

    assert {one.read for one in lookalikes(number) if one.place == 10} == set(group) - {number[9]}


def test_b_for_k_is_another_valid_number() -> None:
    numbers = (issue_nrid(serial, born=date(1950, 3, 14), sex=Sex.MAN).value for serial in range(NRID_WITH_SEX))
    number = next(n for n in numbers if n[8:11] == "AB1")

    assert f"{number[:9]}K{number[10:]}" in {one.identity.value for one in lookalikes(number)}


def test_about_one_misreading_in_forty_passes() -> None:
    numbers = [issue_nrid(n * 7, born=date(1950, 3, 14), sex=Sex.MAN).value for n in range(40)]
    passed = sum(len(lookalikes(number)) for number in numbers)

    assert 0.01 < passed / (len(numbers) * 11 * 30) < 0.06


def test_what_is_no_nrid_has_no_lookalikes() -> None:
    with pytest.raises(Specifikationsfel):
        lookalikes("19810829M071")
