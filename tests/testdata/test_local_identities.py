"""Reservnummer of other regions, old reserv-ids, and what is told apart by OID alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testdata.faults import Specifikationsfel
from testdata.identity.issuing import issue_vgr
from testdata.identity.kinds import parse_identity
from testdata.identity.local import check_local, is_grid, issuers, refuse_grid
from testdata.identity.luhn import check_digit
from testdata.identity.value import OID, Kind, Sex
from testdata.model import PersonId

STOCKHOLM, CARELINK, SKANE = "1.2.752.97.3.1.3", "1.2.752.129.2.1.3.2", "1.2.752.74.9.4"


def stockholm(year: int, serial: int) -> str:
    payload = f"99{year:04}{serial:05}"
    return f"{payload}{check_digit([int(c) for c in payload[4:]])}"


@given(year=st.integers(1900, 2099), serial=st.integers(0, 99_999))
def test_a_number_of_stockholm_is_known_by_oid_and_check_digit(year: int, serial: int) -> None:
    number = stockholm(year, serial)

    assert check_local(PersonId(STOCKHOLM, number)).name == "Region Stockholm"
    wrong = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"
    with pytest.raises(Specifikationsfel, match="inte den form som Region Stockholm"):
        check_local(PersonId(STOCKHOLM, wrong))


@pytest.mark.parametrize(
    ("number", "fits"),
    [("195003321234", True), ("195003591234", True), ("195003311234", False), ("195013321234", False), ("x", False)],
)
def test_a_number_of_inera_has_a_day_that_is_none(number: str, fits: bool) -> None:
    if fits:
        assert check_local(PersonId(CARELINK, number)).name == "Inera (Carelink)"
    else:
        with pytest.raises(Specifikationsfel):
            check_local(PersonId(CARELINK, number))


def test_where_no_form_is_published_the_oid_decides() -> None:
    assert check_local(PersonId(SKANE, "vad som helst")).name == "Region Skåne"
    assert len(issuers()) == 10


def test_the_same_characters_under_another_oid_are_another_identity() -> None:
    number = stockholm(1950, 12345)

    assert PersonId(STOCKHOLM, number) != PersonId(SKANE, number)
    with pytest.raises(Specifikationsfel, match="ingen känd utgivare") as caught:
        check_local(PersonId("1.2.3", number))
    assert number not in str(caught.value)


def test_a_number_of_vgr_is_no_nrid_though_it_stands_under_its_oid() -> None:
    vgr = issue_vgr(0, born=date(1950, 3, 14), sex=Sex.KVINNA)

    assert parse_identity(vgr.value).kind is Kind.VGR
    assert parse_identity(vgr.value).person_id != PersonId(OID[Kind.NRID], vgr.value)


@pytest.mark.parametrize("text", ["19500314A123", "19500314v123", "19500314 Y000"])
def test_an_old_reserv_id_is_known_and_the_answer_says_what_to_do(text: str) -> None:
    assert is_grid(text)
    with pytest.raises(Specifikationsfel, match="gammalt reserv-id"):
        parse_identity(text)
    assert "Ta ut ett nytt reservnummer" in refuse_grid(text).next_step
    assert refuse_grid(text).krav == "AK-RES-08"
    assert text not in str(refuse_grid(text))


@pytest.mark.parametrize("text", ["19500314I123", "19500314K999", "1950031A123", "19500314A12", "98240301AA06"])
def test_other_texts_are_no_old_reserv_ids(text: str) -> None:
    assert not is_grid(text)
