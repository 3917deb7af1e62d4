"""Lives: what was true on a day, as somebody knew it at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testdata.identity.issuing import issue_nrid
from testdata.identity.proof import REAL_ENVIRONMENT, proof_of
from testdata.identity.value import OID, Kind, Sex
from testdata.model import PersonId
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
from testdata.people.personas.catalogue import find_persona, personas
from testdata.people.personas.lives import happenings, lives
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
    assert (then["Evald"].protection, now["Evald"].protection) == (frozenset(), {MARKED})
    assert then["Greta"].protection == {PROTECTED}
    assert lives().as_of("Jenny", valid=date(2022, 7, 1), known=ALWAYS).kommunkod is None
    assert now["Jenny"].kommunkod == find_persona("Jenny").kommun.kod
    assert [one.oid for one in now["Farid"].identities] == [OID[Kind.PERSONNUMMER], OID[Kind.SAMORDNINGSNUMMER]]


def test_every_number_that_a_life_gets_has_proof_and_is_hers_alone() -> None:
    given = [e.change.identity for e in lives().events if isinstance(e.change, IdentityGiven)]

    assert len(set(given)) == len(given) > len(personas())
    for identity in given:
        proof = proof_of(identity, TODAY)
        assert proof is not None
        assert proof.kind in REAL_ENVIRONMENT


def test_no_trait_promises_a_happening_that_is_not_there() -> None:
    promised = {
        "flyttar under vårdtiden": Moved,
        "avliden under vårdtiden": Died,
        "namnbyte": Renamed,
        "dödsfall återtaget": DeathWithdrawn,
        "nytt personnummer": IdentityGiven,
        "blir folkbokförd": IdentityGiven,
        "utvandrar och återvänder": Returned,
    }
    for trait, kind in promised.items():
        having = {persona.given_name for persona in personas() if trait in persona.traits}
        assert having
        assert having <= {one.persona.given_name for one in happenings() if isinstance(one.event.change, kind)}


def test_a_happening_is_told_with_both_its_times() -> None:
    told = [str(one) for one in happenings() if one.persona.given_name == "Dagny"]

    assert told == ["2022-04-11: flyttar till Partille (registreras 2022-04-13 kl. 09.30)"]
