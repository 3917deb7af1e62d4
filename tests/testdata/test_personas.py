"""The persona catalogue: people worth testing, findable by what a scenario says of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testdata.faults import Specifikationsfel
from testdata.identity.proof import REAL_ENVIRONMENT, proof_of
from testdata.identity.value import Kind, Sex
from testdata.organisation.kommuner import kommuner
from testdata.people.person import as_pu_document
from testdata.people.personas import catalogue
from testdata.people.personas.catalogue import (
    GUARDIAN,
    ROLES,
    Persona,
    find_persona,
    personas,
    traits,
)
from testdata.people.personas.person import person_of
from testdata.people.personas.wanted import PLAN_WINDOW, Wanted, find_personas, parse_wanted
from testdata.people.protection import HIDDEN_ADDRESS, MARKED, PROTECTED

TODAY = date(2026, 1, 1)
FIRST, LAST = PLAN_WINDOW


def test_there_are_at_least_sixty_each_with_a_name_a_number_and_a_reason_of_her_own() -> None:
    listed = personas()

    assert len(listed) >= 60
    for what in (lambda p: p.given_name, lambda p: p.identity, lambda p: p.description):
        assert len({what(p) for p in listed}) == len(listed)
    assert all(p.description[-1] in ".?" and p.traits for p in listed)


def test_everyone_but_those_with_a_reservnummer_has_a_proof_that_holds_in_a_real_environment() -> None:
    for persona in personas():
        assert persona.proof == proof_of(persona.identity, TODAY)
        assert (persona.proof.kind in REAL_ENVIRONMENT) == ("reservnummer" not in persona.traits)
        assert (persona.kind is Kind.NRID) == ("reservnummer" in persona.traits)


def test_number_birth_date_and_sex_agree() -> None:
    for persona in personas():
        day = int(persona.identity.value[6:8]) - (60 if persona.kind is Kind.SAMORDNINGSNUMMER else 0)
        century = {"97": "19", "98": "20"}.get(persona.identity.value[:2], persona.identity.value[:2])
        assert century + persona.identity.value[2:6] + f"{day:02}" == f"{persona.born:%Y%m%d}"
        assert (int(persona.identity.value[10]) % 2 == 1) == (persona.sex is Sex.MAN)


def test_there_are_children_adults_and_old_in_all_four_areas() -> None:
    found = {(p.kommun.omrade, min(max(p.age_on(LAST), 0) // 18, 4)) for p in personas()}

    assert {area for area, _ in found} == {kommun.omrade for kommun in kommuner()}
    assert {age for _, age in found} >= {0, 1, 2, 3, 4}


def test_a_guardian_is_of_an_age_to_be_and_lives_with_the_child_unless_it_is_placed() -> None:
    children = [p for p in personas() if GUARDIAN in p.around]

    assert len(children) >= 10
    for child in children:
        assert child.age_on(FIRST) < 18
        for guardian in map(find_persona, child.around[GUARDIAN]):
            assert 18 <= guardian.age_on(child.born) <= 55
            assert guardian.kommun == child.kommun
            assert guardian.family_name == child.family_name


def test_twins_share_everything_but_number_and_given_name() -> None:
    twins = [p for p in personas() if "tvilling" in p.traits]

    assert len(twins) == 4
    for one in twins:
        others = [p for p in twins if p.born == one.born and p is not one]
        assert [(p.family_name, p.kommun, p.around) for p in others] == [(one.family_name, one.kommun, one.around)]


@pytest.mark.parametrize(
    ("trait", "holds"),
    [
        ("hundra år", lambda p: p.age_on(date(2022, 4, 5)) >= 100),
        ("samordningsnummer", lambda p: p.kind is Kind.SAMORDNINGSNUMMER),
        ("född på skottdagen", lambda p: (p.born.month, p.born.day) == (2, 29)),
        ("blir myndig under vårdtiden", lambda p: p.age_on(FIRST) < 18 <= p.age_on(LAST)),
        ("nyfödd", lambda p: p.age_on(FIRST) < 0),
        ("barn", lambda p: p.age_on(LAST) < 18),
        ("trilling", lambda p: p.around["mor"] == ("Linn",)),
        ("god man", lambda p: bool(p.around["god man"])),
        ("är god man", lambda p: sum((p.given_name,) == one.around.get("god man") for one in personas()) > 1),
        ("ensam vårdnadshavare", lambda p: any(one.around.get(GUARDIAN) == (p.given_name,) for one in personas())),
        ("skyddad vårdnadshavare", lambda p: "barn" not in p.traits or p.around[GUARDIAN] == ("Ylva",)),
    ],
)
def test_a_trait_that_the_number_can_tell_is_true(trait: str, holds: Callable[[Persona], bool]) -> None:
    having = [p for p in personas() if trait in p.traits]

    assert having
    assert all(holds(p) for p in having)


def names(text: str, window: tuple[date, date] = PLAN_WINDOW) -> set[str]:
    return {persona.given_name for persona in find_personas(parse_wanted(text), window)}


def test_the_sentence_of_the_handbook_finds_somebody() -> None:
    assert names("över 80 år i Mark med skyddad folkbokföring") == {"Greta"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("över 80 år", {"youngest": 80}),
        ("under 18 år", {"oldest": 17}),
        ("mellan 20 och 30 år", {"youngest": 20, "oldest": 30}),
        ("född 2021, kvinna", {"birth_year": 2021, "sex": Sex.KVINNA}),
        ("man från Lilla Edet", {"sex": Sex.MAN, "kommun": "Lilla Edet"}),
        ("med hemsjukvård och LSS utan god man", {"traits": ("hemsjukvård", "LSS"), "without": ("god man",)}),
        ("med utvandrar och återvänder, barn i Ale", {"traits": ("utvandrar och återvänder", "barn"), "kommun": "Ale"}),
    ],
)  # fmt: skip
def test_words_become_criteria(text: str, wanted: dict[str, object]) -> None:
    assert parse_wanted(text) == Wanted(text=text, **wanted)  # type: ignore[arg-type]


@given(
    trait=st.sampled_from(traits()),
    kommun=st.sampled_from([p.kommun.namn for p in personas()]),
    age=st.integers(0, 100),
    order=st.permutations([0, 1, 2]),
)
def test_the_parts_can_come_in_any_order(trait: str, kommun: str, age: int, order: list[int]) -> None:
    parts = (f"över {age} år", f"i {kommun}", f"med {trait}")
    read = parse_wanted(" ".join(parts[i] for i in order))

    assert (read.youngest, read.kommun, read.traits) == (age, kommun, (trait,))


@given(text=st.text(alphabet="abcåäö 0123456789»«,.", min_size=1).filter(lambda t: t.strip()))
def test_words_that_mean_nothing_are_never_swallowed(text: str) -> None:
    with pytest.raises(Specifikationsfel):
        parse_wanted(f"över 80 år {text} xyz")


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("kvinna man", "kön"),
        ("i Mark i Borås", "kommun"),
        ("över 18 år över 80 år", "lägsta ålder"),
        ("mellan 0 och 5 år, över 3 år", "lägsta ålder"),
        ("under 80 år, mellan 20 och 30 år", "högsta ålder"),
        ("född 2021 och född 2022", "födelseår"),
    ],
)
def test_what_is_said_twice_is_refused_and_the_last_never_wins(text: str, twice: str) -> None:
    with pytest.raises(Specifikationsfel, match=f"säger {twice} två gånger"):
        parse_wanted(text)


@pytest.mark.parametrize(
    "text",
    ["över 80 år och", "kvinna,", "i Mark med tvilling och", "kvinnan", "manlig", "över 80 årig", "med tvillingar",
     "utan god man, kvinna och barn", "med tvilling barn"],
)  # fmt: skip
def test_half_a_description_is_refused(text: str) -> None:
    with pytest.raises(Specifikationsfel):
        parse_wanted(text)


def test_two_limits_make_a_span() -> None:
    assert parse_wanted("över 60 år under 80 år") == Wanted(text="över 60 år under 80 år", youngest=60, oldest=79)


def test_whoever_fits_is_found_and_nobody_else() -> None:
    wanted = parse_wanted("kvinna över 75 år utan skyddad folkbokföring")

    assert {p.given_name for p in find_personas(wanted)} == {
        p.given_name for p in personas() if p.sex is Sex.KVINNA and p.age_on(FIRST) >= 75 and PROTECTED not in p.traits
    }


def test_an_age_holds_through_the_whole_plan_unless_the_day_is_known() -> None:
    assert "Saga" not in names("under 18 år")
    assert "Saga" not in names("över 18 år")
    saga = find_persona("Saga")
    eighteenth = saga.born.replace(year=saga.born.year + 18)
    assert "Saga" in names("över 18 år", (eighteenth, eighteenth))
    before = eighteenth.replace(day=eighteenth.day - 1)
    assert "Saga" in names("under 18 år", (before, before))


def test_when_nobody_fits_the_nearest_and_what_they_lack_are_told() -> None:
    with pytest.raises(Specifikationsfel, match="Ingen i personkatalogen är en patient över 99 år i Mark") as caught:
        find_personas(parse_wanted("över 99 år i Mark"))

    assert "Greta (är 89–91 år)" in caught.value.actual
    assert "docs/personer.html" in caught.value.next_step


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("i Mrak", "Menade du Mark"),
        ("med skyddad folkbokforing", "Menade du skyddad folkbokföring"),
        ("ovre 80 år", "går inte att förstå"),
        ("i Mark med flyg", "Egenskapen 'flyg' finns inte"),
        ("", "går inte att förstå"),
    ],
)
def test_a_misspelt_description_is_told_of_with_what_was_meant(text: str, told: str) -> None:
    with pytest.raises(Specifikationsfel, match=told):
        parse_wanted(text)


def test_triplets_have_one_mother_and_two_of_them_numbers_that_are_easily_confused() -> None:
    triplets = [p for p in personas() if "trilling" in p.traits]

    assert len(triplets) == 3
    assert len({(p.born, p.family_name, p.around["mor"]) for p in triplets}) == 1
    one, other = (p.identity.value for p in triplets if p.sex is Sex.KVINNA)
    assert sum(a != b for a, b in zip(one, other, strict=True)) == 2


def test_whoever_is_easily_confused_shares_birth_date_family_name_and_kommun_with_somebody() -> None:
    confused = [p for p in personas() if "förväxlas" in p.traits]

    assert confused
    for one in confused:
        assert any(
            (p.born, p.family_name, p.kommun) == (one.born, one.family_name, one.kommun) for p in personas() if p != one
        )


def test_nothing_says_where_a_protected_persona_or_the_child_of_one_lives() -> None:
    protected = [p for p in personas() if {PROTECTED, "skyddad vårdnadshavare"} & set(p.traits)]

    assert find_persona("Nils") in protected

    assert protected
    for persona in protected:
        person = person_of(persona)
        assert (person.address, person.postal_code, person.place) == HIDDEN_ADDRESS
    marked = [person_of(p) for p in personas() if MARKED in p.traits and p not in protected]
    assert all(person.place != "Förmedlas" for person in marked)


def test_a_persona_has_her_protection_from_the_start_unless_a_life_event_gives_it() -> None:
    protected = as_pu_document(person_of(find_persona("Greta")))

    assert protected["skydd"] == [PROTECTED]
    assert as_pu_document(person_of(find_persona("Samir")))["skydd"] == [MARKED]
    for name in ("Evald", "Anita", "Nils"):
        assert "skydd" not in as_pu_document(person_of(find_persona(name)))


def test_everything_around_a_person_that_a_care_chain_meets_is_there() -> None:
    assert {role for persona in personas() for role in persona.around} == set(ROLES)
    placed = find_persona("Hugo")
    assert placed.around["boende"] != (placed.kommun.namn,)
    assert placed.around["skola"] == (f"{placed.around['boende'][0]} elevhälsa",)


@pytest.mark.parametrize(
    ("around", "told"),
    [
        ("skola: Borås socialtjänst", "är socialtjänst, inte elevhälsa"),
        ("listad: Herkules Rehab", "rehabmottagning"),
        ("boende: Mrak", "Menade du Mark"),
        ("vårdnadshavare: Ingen", "vårdnadshavare Ingen finns inte i katalogen"),
        ("granne: Greta", "inte en roll och vem som har den"),
    ],
)
def test_a_catalogue_that_contradicts_itself_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, around: str, told: str
) -> None:
    header, _, greta = (catalogue._TABLE.read_text(encoding="utf-8").splitlines()[n] for n in (0, 1, 3))
    cells = greta.split(";;")
    (tmp_path / "personer.csv").write_text(f"{header}\n{cells[0]};{around};{cells[1]}\n", encoding="utf-8")
    monkeypatch.setattr(catalogue, "_TABLE", tmp_path / "personer.csv")
    personas.cache_clear()
    try:
        with pytest.raises(Specifikationsfel) as caught:
            personas()
    finally:
        personas.cache_clear()

    assert told in str(caught.value)
