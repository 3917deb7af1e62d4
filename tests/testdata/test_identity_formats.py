"""The four kinds of identity: published examples, what is refused, and properties that always hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testdata.faults import Specifikationsfel
from testdata.identity.kinds import parse_identity
from testdata.identity.luhn import check_digit
from testdata.identity.nrid import nrid_check_digit, parse_nrid
from testdata.identity.personnummer import parse_personnummer
from testdata.identity.published import examples
from testdata.identity.rollista import Role, rollista
from testdata.identity.rule import rule_numbers
from testdata.identity.samordningsnummer import parse_samordningsnummer
from testdata.identity.value import OID, Identity, Kind, Sex
from testdata.identity.vgr import parse_vgr, vgr_check_digit

LETTERS = "ABCDEFGHJKLMNPRSTUXYZ"
TODAY = date(2022, 4, 5)
PARSERS: dict[Kind, Callable[[str], Identity]] = {
    Kind.PERSONNUMMER: parse_personnummer,
    Kind.SAMORDNINGSNUMMER: parse_samordningsnummer,
    Kind.NRID: parse_nrid,
    Kind.VGR: parse_vgr,
}


def accepted(number: str) -> set[Kind]:
    """The kinds whose own parser takes *number*."""
    kinds = set()
    for kind, parse in PARSERS.items():
        try:
            parse(number)
        except Specifikationsfel:
            continue
        kinds.add(kind)
    return kinds


def with_digit(payload: str, digit: Callable[[str], int]) -> str:
    return f"{payload}{digit(payload)}"


def personnummer_digit(payload: str) -> int:
    return check_digit([int(c) for c in payload[2:]])


# --- Published examples ---------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "number", "valid", "source"), examples())
def test_a_published_example_is_judged_as_its_source_says(kind: Kind, number: str, valid: bool, source: str) -> None:
    assert accepted(number) == ({kind} if valid else set())


@pytest.mark.parametrize("role", rollista(), ids=lambda role: role.number)
def test_every_role_is_of_the_kind_year_and_sex_that_the_table_says(role: Role) -> None:
    identity = parse_identity(role.number)

    assert (identity.kind, identity.sex) == (role.kind, role.sex)
    assert identity.born is not None and identity.born.year == role.birth_year


@pytest.mark.parametrize(
    ("number", "born", "sex"),
    [
        ("22950606FH20", date(1995, 6, 6), Sex.KVINNA),
        ("25780404KHD5", date(1978, 4, 4), None),
        ("00342145BZ31", None, Sex.MAN),
        ("00749852BZK0", None, None),
        ("98240301AA06", date(2024, 3, 1), Sex.KVINNA),
    ],
)
def test_what_an_nrid_says(number: str, born: date | None, sex: Sex | None) -> None:
    identity = parse_nrid(number)

    assert (identity.born, identity.sex) == (born, sex)


@pytest.mark.parametrize(
    ("payload", "digit"),
    [("19500314K10", 8), ("19500314M11", 2), ("19880601X80", 3), ("20151224K06", 7)],
)
def test_a_generated_vgr_number_has_the_check_digit_of_the_domain_rules(payload: str, digit: int) -> None:
    assert vgr_check_digit(payload) == digit
    assert parse_vgr(f"{payload}{digit}").kind is Kind.VGR


@pytest.mark.parametrize(
    ("payload", "digit", "sex"),
    [
        ("22500314AB4", 0, Sex.KVINNA),
        ("22500314AB5", 7, Sex.MAN),
        ("22880601CDK", 4, None),
        ("23151224HJ2", 0, Sex.KVINNA),
        ("00123445XYZ", 3, None),
    ],
)
def test_a_generated_nrid_has_the_check_digit_of_the_domain_rules(payload: str, digit: int, sex: Sex | None) -> None:
    assert nrid_check_digit(payload) == digit
    assert parse_nrid(f"{payload}{digit}").sex is sex


# --- Ways of writing ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["192305078400", "19230507-8400", " 19230507 8400 ", "1923 0507 8400", "230507-8400", "19230507+8400"],
)
def test_a_personnummer_is_read_however_it_is_written(text: str) -> None:
    identity = parse_personnummer(text, today=TODAY)

    assert identity.person_id.value == "192305078400"
    assert identity.person_id.oid == "1.2.752.129.2.1.3.1"


def test_the_sign_turns_to_plus_in_the_year_of_the_hundredth_birthday() -> None:
    assert parse_personnummer("230507-8400", today=date(2022, 12, 31)).value == "192305078400"
    assert parse_personnummer("230507+8400", today=date(2023, 1, 1)).value == "192305078400"
    with pytest.raises(Specifikationsfel, match="inget århundrade passar"):
        parse_personnummer("230507-8400", today=date(2023, 1, 1))


def test_ten_digits_without_a_sign_are_read_only_when_one_century_fits() -> None:
    assert parse_personnummer("500907 2553", today=TODAY).value == "195009072553"
    with pytest.raises(Specifikationsfel, match="århundradet går inte att avgöra"):
        parse_personnummer("121212 1212", today=TODAY)


def test_ten_digits_need_a_day_to_be_read_on() -> None:
    with pytest.raises(Specifikationsfel, match="århundradet saknas"):
        parse_personnummer("230507-8400")


def test_a_samordningsnummer_is_read_with_a_sign() -> None:
    identity = parse_samordningsnummer("701063-2391", today=TODAY)

    assert identity.value == "197010632391"
    assert (identity.born, identity.sex) == (date(1970, 10, 3), Sex.MAN)


@pytest.mark.parametrize("text", ["22950606-FH20", "22950606fh20", " 22950606 FH20 "])
def test_an_nrid_is_read_however_it_is_written(text: str) -> None:
    assert parse_nrid(text).value == "22950606FH20"


def test_each_kind_has_its_own_domain() -> None:
    assert OID == {
        Kind.PERSONNUMMER: "1.2.752.129.2.1.3.1",
        Kind.SAMORDNINGSNUMMER: "1.2.752.129.2.1.3.3",
        Kind.NRID: "1.2.752.74.9.1",
        Kind.VGR: "1.2.752.113.11.0.2.1.1.1",
    }


# --- What is refused, and how ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1923050784", "århundradet saknas"),
        ("19230507840", "formen stämmer inte"),
        ("19230507-840a", "formen stämmer inte"),
        ("192302308400", "datumet finns inte"),
        ("192305070000", "födelsenumret är 000"),
        ("192305078401", "kontrollsiffran stämmer inte"),
    ],
)
def test_a_wrong_personnummer_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(Specifikationsfel, match=reason) as caught:
        parse_personnummer(text)

    assert caught.value.krav == "AK-RES-04"
    assert text[-4:] not in str(caught.value)
    assert caught.value.expected and caught.value.next_step


def test_a_personnummer_from_the_future_is_refused_when_the_day_is_known() -> None:
    with pytest.raises(Specifikationsfel, match="datumet har inte varit än"):
        parse_personnummer("202301012397", today=TODAY)


@pytest.mark.parametrize(
    ("payload", "reason"),
    [("19701359239", "månaden är inte 00–12"), ("19701059239", "dagen är inte 60–91")],
)
def test_a_wrong_samordningsnummer_is_refused_with_its_reason(payload: str, reason: str) -> None:
    with pytest.raises(Specifikationsfel, match=reason):
        parse_samordningsnummer(with_digit(payload, personnummer_digit))


@pytest.mark.parametrize("payload", ["19700063239", "19701060239", "19700290239"])
def test_a_samordningsnummer_needs_no_real_date(payload: str) -> None:
    assert parse_samordningsnummer(with_digit(payload, personnummer_digit)).born is None


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ("22950606IH2", "formen stämmer inte"),
        ("22950606F12", "formen stämmer inte"),
        ("22950230FH2", "datumet finns inte"),
        ("21950606FH2", "serien 21 används inte"),
        ("99950606FH2", "serien 99 används inte"),
        ("00341945BZ3", "löpnumret för okänt datum stämmer inte"),
        ("00342160BZ3", "löpnumret för okänt datum stämmer inte"),
    ],
)
def test_a_wrong_nrid_is_refused_with_its_reason(payload: str, reason: str) -> None:
    with pytest.raises(Specifikationsfel, match=reason):
        parse_nrid(with_digit(payload, nrid_check_digit))


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ("19810829A07", "formen stämmer inte"),
        ("19810230M07", "datumet finns inte"),
        ("19810829M05", "löpnumret 05 gäller inte för M"),
        ("19810829M08", "löpnumret 08 gäller inte för M"),
        ("19810829K07", "löpnumret 07 gäller inte för K"),
        ("19810829K80", "löpnumret 80 gäller inte för K"),
        ("19810829X79", "löpnumret 79 gäller inte för X"),
        ("19810829X90", "löpnumret 90 gäller inte för X"),
    ],
)
def test_a_wrong_vgr_number_is_refused_with_its_reason(payload: str, reason: str) -> None:
    digit = vgr_check_digit(payload) if payload[8] in "KMX" else 0

    with pytest.raises(Specifikationsfel, match=reason):
        parse_vgr(f"{payload}{digit}")


def test_what_is_no_identity_at_all_gets_every_reason() -> None:
    with pytest.raises(Specifikationsfel, match="varken personnummer") as caught:
        parse_identity("Astrid")

    assert [kind for kind in Kind if kind not in caught.value.actual] == []


# --- The check digit of an NRID has blind spots ---------------------------------------------------

# Letters that a change of one character does not reveal, by the weight of the position.
BLIND_WEIGHT_1 = ("AJS", "BKT", "CLU", "DM", "EN", "FY", "GP", "HZ")
BLIND_WEIGHT_2 = ("DM", "EN", "JS", "AX", "FT", "BKY", "GP", "CLU", "HZ")


@pytest.mark.parametrize(("place", "groups"), [(9, BLIND_WEIGHT_2), (10, BLIND_WEIGHT_1), (11, BLIND_WEIGHT_2)])
def test_the_blind_spots_are_exactly_the_known_ones(place: int, groups: tuple[str, ...]) -> None:
    payload = "98240301AAA"

    def digit(letter: str) -> int:
        return nrid_check_digit(payload[: place - 1] + letter + payload[place:])

    colliding = {frozenset((a, b)) for a in LETTERS for b in LETTERS if a != b and digit(a) == digit(b)}

    assert colliding == {frozenset((a, b)) for group in groups for a in group for b in group if a != b}


def test_a_b_read_as_k_is_another_valid_number() -> None:
    written = with_digit("98240301BB0", nrid_check_digit)

    assert parse_nrid(written.replace("BB", "BK")).value != written


def test_a_sex_unknown_number_may_become_a_sex_known_one() -> None:
    twins = [
        (letter, figure)
        for letter in LETTERS
        for figure in "0123456789"
        if nrid_check_digit(f"98240301AA{letter}") == nrid_check_digit(f"98240301AA{figure}")
    ]

    assert twins


# --- Properties -----------------------------------------------------------------------------------

# Nothing here may fail because a machine is slow.
untimed = settings(deadline=None)

listed_numbers = st.sampled_from(sorted(rule_numbers()))
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@st.composite
def nrids(draw: st.DrawFn) -> str:
    day = draw(days)
    series = day.year // 100 + 3 * draw(st.integers(1, 26))
    letters = draw(st.text(LETTERS, min_size=2, max_size=2))
    sex = draw(st.sampled_from(LETTERS + "0123456789"))
    return with_digit(f"{series:02}{day:%y%m%d}{letters}{sex}", nrid_check_digit)


@st.composite
def vgr_numbers(draw: st.DrawFn) -> str:
    letter = draw(st.sampled_from("KMX"))
    serial = {"K": range(6, 80, 2), "M": range(7, 80, 2), "X": range(80, 90)}[letter]
    payload = f"{draw(days):%Y%m%d}{letter}{draw(st.sampled_from(serial)):02}"
    return with_digit(payload, vgr_check_digit)


@untimed
@given(st.one_of(listed_numbers, nrids(), vgr_numbers()))
def test_a_string_is_exactly_one_kind(number: str) -> None:
    assert accepted(number) == {parse_identity(number).kind}


@untimed
@given(st.text("0123456789ABKMXZ", min_size=12, max_size=12))
def test_no_string_is_two_kinds(text: str) -> None:
    assert len(accepted(text)) <= 1


@untimed
@given(st.text())
def test_whatever_is_typed_gives_an_identity_or_a_fault_in_six_parts(text: str) -> None:
    try:
        assert parse_identity(text, today=TODAY).person_id.value
    except Specifikationsfel as fault:
        assert all(fault.parts().values())  # noqa: PT017 (either outcome is right; only the words are judged)


@untimed
@given(listed_numbers, st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_figure_is_always_noticed_outside_the_century(number: str, place: int, step: int) -> None:
    wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]

    if place >= 2:
        assert Kind.PERSONNUMMER not in accepted(wrong)


@untimed
@given(nrids())
def test_an_nrid_gives_back_the_century_it_was_made_for(number: str) -> None:
    born = parse_nrid(number).born

    assert born is not None
    assert (int(number[:2]) - born.year // 100) % 3 == 0


@untimed
@given(listed_numbers)
def test_ten_digits_with_the_right_sign_are_the_same_person(number: str) -> None:
    today = date(2026, 1, 1)
    sign = "+" if today.year - int(number[:4]) >= 100 else "-"

    assert parse_personnummer(f"{number[2:8]}{sign}{number[8:]}", today=today).value == number
