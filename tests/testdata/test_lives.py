"""Lives: what was true on a day, as somebody knew it at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testdata.faults import Specifikationsfel
from testdata.identity.issuing import issue_nrid
from testdata.identity.proof import REAL_ENVIRONMENT, proof_of
from testdata.identity.value import OID, Kind, Sex, sex_of
from testdata.model import STOCKHOLM, PersonId
from testdata.organisation.kommuner import find_kommun
from testdata.people.lifecycle import (
    Born,
    Change,
    DeathWithdrawn,
    Died,
    Emigrated,
    IdentityGiven,
    LifeEvent,
    Linked,
    Lives,
    Moved,
    ProtectionLifted,
    ProtectionSet,
    Renamed,
    Returned,
    Unlinked,
)
from testdata.people.personas import lives as lives_module
from testdata.people.personas.catalogue import find_persona, personas
from testdata.people.personas.lives import happenings, lives
from testdata.people.personas.possible import contradictions
from testdata.people.protection import MARKED, PROTECTED

TODAY = date(2026, 1, 1)
DAY = date(2022, 4, 5)
ALWAYS = datetime(2100, 1, 1, tzinfo=UTC)
NRID = issue_nrid(0, born=DAY, sex=Sex.KVINNA).person_id
NUMBER = PersonId(OID[Kind.PERSONNUMMER], "202203172388")


def event(change: Change, day: int = 0, *, late: int = 0, life: str = "a") -> LifeEvent:
    """On *day* after the first, registered *late* days later."""
    valid = DAY + timedelta(days=day)
    registered = datetime(valid.year, valid.month, valid.day, 12, tzinfo=UTC) + timedelta(days=late)
    return LifeEvent(life=life, valid=valid, registered=registered, change=change)


CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(Moved, st.sampled_from(["1463", "1490"])),
    st.builds(Renamed, st.sampled_from(["Testlind", "Provsjö"])),
    st.builds(ProtectionSet, st.sampled_from([PROTECTED, MARKED])),
    st.builds(ProtectionLifted, st.sampled_from([PROTECTED, MARKED])),
    st.builds(Linked, st.sampled_from(["b", "c"])),
    st.builds(Unlinked, st.sampled_from(["b", "c"])),
    st.builds(IdentityGiven, st.sampled_from([NRID, NUMBER])),
    st.just(Died()), st.just(DeathWithdrawn()), st.just(Emigrated()), st.builds(Returned, st.just("1490")),
)  # fmt: skip
EVENTS = st.lists(
    st.builds(event, CHANGES, st.integers(0, 20), late=st.integers(0, 5), life=st.sampled_from("abc")), max_size=12
)


@given(events=EVENTS, data=st.data())
def test_the_order_in_which_events_are_given_does_not_matter(events: list[LifeEvent], data: st.DataObject) -> None:
    shuffled: Sequence[LifeEvent] = data.draw(st.permutations(events))

    assert Lives(events).as_of("a", valid=TODAY, known=ALWAYS) == Lives(shuffled).as_of("a", valid=TODAY, known=ALWAYS)


@given(events=EVENTS, more=EVENTS, day=st.integers(0, 25))
def test_what_is_registered_later_does_not_change_what_was_known(
    events: list[LifeEvent], more: list[LifeEvent], day: int
) -> None:
    known = datetime(2022, 4, 5, 13, tzinfo=UTC) + timedelta(days=day)
    later = [one for one in more if one.registered > known]

    before = Lives(events).as_of("a", valid=TODAY, known=known)

    assert Lives([*events, *later]).as_of("a", valid=TODAY, known=known) == before


@given(events=EVENTS)
def test_a_wrong_link_that_is_taken_back_leaves_everything_as_it_was(events: list[LifeEvent]) -> None:
    linked = [*events, event(Linked("x"), 30), event(Unlinked("x"), 40)]
    at = {"valid": TODAY, "known": ALWAYS}

    assert Lives(linked).as_of("a", **at) == Lives(events).as_of("a", **at)
    assert Lives(linked).protection_of("a", **at) == Lives(events).protection_of("a", **at)


def test_a_newborn_is_in_her_mothers_case_then_has_an_nrid_and_then_a_personnummer() -> None:
    child = Lives([
        event(Born("Alva", "Testgran", "1419", mother="Jenny")),
        event(IdentityGiven(NRID), 0, late=1),
        event(IdentityGiven(NUMBER), 6, late=2),
    ])  # fmt: skip

    steps = [child.as_of("a", valid=DAY + timedelta(days=d), known=event(Died(), d).registered) for d in (0, 1, 7, 8)]

    assert [(s.mother, s.identity) for s in steps] == [
        ("Jenny", None), ("Jenny", NRID), ("Jenny", NRID), ("Jenny", NUMBER),
    ]  # fmt: skip
    assert steps[-1].identities == (NUMBER, NRID)


def test_an_unidentified_is_linked_to_the_wrong_person_and_then_to_the_right() -> None:
    known = Lives([
        event(IdentityGiven(NRID)),
        event(Linked("fel"), 2), event(Unlinked("fel"), 4), event(Linked("ratt"), 4),
        event(ProtectionSet(PROTECTED), 0, life="fel"), event(ProtectionSet(MARKED), 0, life="ratt"),
    ])  # fmt: skip

    def on(day: int) -> tuple[frozenset[str], frozenset[str]]:
        at = {"valid": DAY + timedelta(days=day), "known": ALWAYS}
        return known.as_of("a", **at).links, known.protection_of("a", **at)

    assert on(1) == (frozenset(), frozenset())
    assert on(3) == ({"fel"}, {PROTECTED})
    assert on(5) == ({"ratt"}, {MARKED})


@pytest.mark.parametrize("asked", ["a", "b", "c"])
def test_protection_reaches_through_a_chain_in_both_directions_while_the_links_hold(asked: str) -> None:
    chain = [event(Linked("b")), event(Linked("c"), life="b"), event(ProtectionSet(PROTECTED), 1, life="c")]

    assert Lives(chain).protection_of(asked, valid=DAY + timedelta(days=1), known=ALWAYS) == {PROTECTED}
    assert Lives(chain).protection_of(asked, valid=DAY, known=ALWAYS) == frozenset()


def test_a_death_that_is_on_its_way_to_the_register_is_not_known_yet() -> None:
    dead = find_persona("Torvald")
    [death] = [one.event for one in happenings() if one.persona == dead]

    def died(known: datetime) -> date | None:
        return lives().as_of("Torvald", valid=date(2022, 4, 20), known=known).died

    assert death.registered.date() > death.valid
    assert died(death.registered - timedelta(minutes=1)) is None
    assert died(death.registered) == death.valid


def test_what_happens_to_the_personas_is_what_their_traits_say() -> None:
    at = {"valid": date(2023, 12, 31), "known": ALWAYS}
    first = {"valid": date(2022, 3, 8), "known": ALWAYS}
    now = {persona.given_name: lives().as_of(persona.given_name, **at) for persona in personas()}
    then = {persona.given_name: lives().as_of(persona.given_name, **first) for persona in personas()}

    assert now["Dagny"].kommunkod == find_kommun("Partille").kod != then["Dagny"].kommunkod
    assert find_kommun("Partille").omrade != find_persona("Dagny").kommun.omrade
    assert now["Viola"].died is None
    assert (now["Göta"].family_name, then["Göta"].family_name) == ("Testvall", "Exempelstrand")
    while_marked = lives().as_of("Evald", valid=date(2022, 4, 9), known=ALWAYS)
    protections = [state.protection for state in (then["Evald"], while_marked, now["Evald"])]
    assert protections == [frozenset(), {MARKED}, frozenset()]
    assert then["Greta"].protection == {PROTECTED}
    assert lives().as_of("Jenny", valid=date(2022, 7, 1), known=ALWAYS).kommunkod is None
    assert now["Jenny"].kommunkod == find_persona("Jenny").kommun.kod
    assert [one.oid for one in now["Farid"].identities] == [OID[Kind.PERSONNUMMER], OID[Kind.SAMORDNINGSNUMMER]]
    assert now["Farid"].born == date(1989, 1, 17) != find_persona("Farid").born
    assert [sex_of(one.value[10]) for one in now["Kim"].identities] == [Sex.KVINNA, Sex.MAN]


def test_lova_is_in_her_mothers_case_until_she_has_an_nrid_and_then_has_a_personnummer() -> None:
    def known(moment: str) -> tuple[str, list[str]]:
        when = datetime.fromisoformat(moment).replace(tzinfo=STOCKHOLM)
        state = lives().as_of("Lova", valid=when.date(), known=when)
        return state.mother, [one.oid for one in state.identities]

    assert known("2022-04-26 23:59") == ("Sanna", [])
    assert known("2022-04-27 07:30") == ("Sanna", [OID[Kind.NRID]])
    assert known("2022-05-04 10:00") == ("Sanna", [OID[Kind.PERSONNUMMER], OID[Kind.NRID]])


def test_nemo_has_the_protection_of_whom_he_is_linked_to() -> None:
    def on(day: date) -> tuple[frozenset[str], frozenset[str]]:
        at = {"valid": day, "known": ALWAYS}
        return lives().as_of("Nemo", **at).links, lives().protection_of("Nemo", **at)

    assert on(date(2022, 4, 5)) == (frozenset(), frozenset())
    assert on(date(2022, 4, 6)) == ({"Bosse"}, frozenset())
    assert on(date(2022, 4, 8)) == ({"Samir"}, {MARKED})


def test_every_number_that_a_life_gets_has_proof_and_is_hers_alone() -> None:
    given = [e.change.identity for e in lives().events if isinstance(e.change, IdentityGiven)]

    assert len(set(given)) == len(given) > len(personas())
    for identity in given:
        proof = proof_of(identity, TODAY)
        assert proof is not None
        assert proof.kind in REAL_ENVIRONMENT or identity.oid in (OID[Kind.NRID], OID[Kind.VGR])


def test_no_trait_promises_a_happening_that_is_not_there() -> None:
    promised = {
        "flyttar under vårdtiden": Moved,
        "avliden under vårdtiden": Died,
        "namnbyte": Renamed,
        "dödsfall återtaget": DeathWithdrawn,
        "nytt personnummer": IdentityGiven,
        "blir folkbokförd": IdentityGiven,
        "ändrar juridiskt kön": IdentityGiven,
        "trilling": IdentityGiven,
        "oidentifierad": Linked,
        "utvandrar och återvänder": Returned,
    }
    for trait, kind in promised.items():
        having = {persona.given_name for persona in personas() if trait in persona.traits}
        assert having
        assert having <= {one.persona.given_name for one in happenings() if isinstance(one.event.change, kind)}


def test_a_happening_is_told_with_both_its_times() -> None:
    told = [str(one) for one in happenings() if one.persona.given_name == "Dagny"]

    assert told == ["2022-04-11: flyttar till Partille (registreras 2022-04-13 kl. 09.30)"]


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([event(Died(), 1), event(Died(), 2)], "avlider två gånger"),
        ([event(DeathWithdrawn(), 1)], "ett dödsfall återtas som inte har registrerats"),
        ([event(Died(), 1), event(DeathWithdrawn(), 2)], "ett dödsfall återtas som inte har registrerats den dagen"),
        ([event(Died(), 1), event(Moved("1463"), 2)], "är avliden sedan 2022-04-06"),
        ([event(Died(), 1), event(Emigrated(), 2)], "är avliden sedan 2022-04-06"),
        ([event(Moved("1490"), 1)], "flyttar dit hon redan bor"),
        ([event(Emigrated(), 1), event(Moved("1463"), 2)], "utan att vara folkbokförd"),
        ([event(Emigrated(), 1), event(Emigrated(), 2)], "utvandrar två gånger"),
        ([event(Returned("1490"), 1)], "återvänder utan att ha utvandrat"),
        ([event(ProtectionSet(MARKED), 1), event(ProtectionSet(MARKED), 2)], "får sekretessmarkering två gånger"),
        ([event(ProtectionLifted(PROTECTED), 1)], "skyddad folkbokföring hävs som inte finns"),
        ([event(Linked("b"), 1), event(Linked("b"), 2)], "länkas till b två gånger"),
        ([event(Unlinked("b"), 1)], "en länk till b bryts som inte finns"),
        ([event(IdentityGiven(NRID), 1), event(IdentityGiven(NRID), 2)], "får ett nummer som redan är hennes"),
        ([event(Renamed("Testlind"), -1)], "är inte född än"),
        ([event(Born("A", "Testlind", "1490"), 1)], "föds två gånger"),
        ([event(Renamed("Testlind"), 3, late=-2)], "registreras redan 2022-04-06"),
    ],
)
def test_what_cannot_follow_on_what_has_happened_is_told(events: list[LifeEvent], told: str) -> None:
    wrong = contradictions([event(Born("A", "Testberg", "1490")), *events])

    assert len(wrong) == 1
    assert told in wrong[0]


def test_a_life_in_which_everything_happens_in_order_has_no_contradiction() -> None:
    happened: list[Change] = [
        Born("A", "Testberg", "1490"), IdentityGiven(NRID), Linked("b"), Unlinked("b"), Linked("b"), Moved("1463"),
        IdentityGiven(NUMBER), Renamed("Testlind"), ProtectionSet(MARKED), ProtectionLifted(MARKED), Emigrated(),
        Returned("1490"), ProtectionSet(MARKED), Died(),
    ]  # fmt: skip

    assert contradictions(event(change, day) for day, change in enumerate(happened)) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Torvald;avlider;2022-04-09;2022-04-12T08.00;", "avlider två gånger"),
        ("Greta;dör;2022-04-09;2022-04-12T08.00;", "Händelsen 'dör' finns inte"),
        ("Greta;får personnummer;2022-04-09;2022-04-12T08.00;193007077777", "giltig"),
        ("Greta;får personnummer;2022-04-09;2022-04-12T08.00;192001011564", "numret är upptaget"),
        ("Greta;får reservnummer;2022-04-09;2022-04-12T08.00;192001011564", "numret är upptaget"),
        ("Greta;länkas till;2022-04-09;2022-04-12T08.00;Gretha", "Menade du Greta"),
    ],
)
def test_a_table_of_happenings_that_contradicts_itself_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, told: str
) -> None:
    text = lives_module._TABLE.read_text(encoding="utf-8")
    (tmp_path / "handelser.csv").write_text(text + row + "\n", encoding="utf-8")
    monkeypatch.setattr(lives_module, "_TABLE", tmp_path / "handelser.csv")
    happenings.cache_clear()
    try:
        with pytest.raises(Specifikationsfel) as caught:
            happenings()
    finally:
        happenings.cache_clear()

    assert told in str(caught.value)
