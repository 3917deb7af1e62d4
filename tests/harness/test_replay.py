"""The journal is the database: replay, restart, isolation and order, for any sequence of commands."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from careacts import Desk, SamsaDesk, SamvyDesk
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from landscape import (
    ASTRID,
    BERTIL,
    HSV_BORAS,
    PERSONNUMMER,
    SAS,
    VC_BORAS,
    doctor,
    freeze,
    landscape_document,
    nurse,
    world_document,
)
from wireclient import WireClient

from harness.kernel.calendar import moment_text
from harness.kernel.events import Event, decode_event, encode_event
from harness.kernel.journal import JournalConflictError, JournalStore, MemoryStore
from harness.kernel.parameters import ParameterSet
from harness.kernel.policies import PolicySet
from harness.kernel.sqlite_journal import SqliteStore
from harness.kernel.world import World
from harness.simulator import create_app

HOUR = timedelta(hours=1)

# Commands that name what they are about, so that they can come in any order, with any answer.
SAMSA_ACTS = st.sampled_from(
    [
        ("behovsbedomning", {"behov": ["KOMMUNAL_HSV"]}),
        ("behovsbedomning", {"behov": ["SOCIALTJANST", "OPPENVARD"]}),
        ("meddelanden", {"typ": "INSKRIVNINGSMEDDELANDE", "beraknad_utskrivning": "2022-04-20"}),
        ("meddelanden", {"typ": "ANDRAD_BERAKNAD_UTSKRIVNING", "beraknad_utskrivning": "2022-04-22"}),
        ("utskrivningsklarbedomning", {}),
        ("meddelanden", {"typ": "UTSKRIVNINGSKLAR"}),
        ("meddelanden", {"typ": "ATERTAGEN_UTSKRIVNINGSKLAR"}),
        ("meddelanden", {"typ": "UTSKRIVNINGSMEDDELANDE"}),
        ("avslut", {"orsak": None}),
        ("avslut", {"orsak": "Provat klart"}),
        ("avbrott", {"orsak": "Provat klart"}),
        ("vardform", {"vardform": "ÖPT"}),
        ("parter", {"roll": "kommunal_hsv", "enhet": "SE0000000000-KHVG"}),
        ("meddelanden", {"typ": "PLANERINGSMEDDELANDE", "text": "Hej"}),
        ("meddelanden", {"typ": "LPT_UNDERRATTELSE"}),
    ]
)
SAMVY_ACTS = st.sampled_from(
    [
        {"handelse": "behovBedomt", "insatser": ["kommunalHsv"]},
        {"handelse": "inskrivningsmeddelande", "planeradUtskrivning": "2022-04-20"},
        {"handelse": "planeradUtskrivningAndrad", "planeradUtskrivning": "2022-04-22"},
        {"handelse": "utskrivningsklarBedomd"},
        {"handelse": "utskrivningsklarMeddelad"},
        {"handelse": "utskrivningsklarAtertagen"},
        {"handelse": "utskriven"},
        {"handelse": "avslutad", "anledning": "Provat klart"},
    ]
)
PATIENTS = st.sampled_from([ASTRID, BERTIL])
NUMBERS = st.integers(1, 3)
ACTORS = st.sampled_from([doctor(SAS), doctor(SAS), nurse(SAS), nurse(HSV_BORAS)])
COMMANDS = st.one_of(
    st.tuples(st.just("samsa-ny"), PATIENTS),
    st.tuples(st.just("samvy-ny"), PATIENTS),
    st.tuples(st.just("samsa"), NUMBERS, SAMSA_ACTS, ACTORS),
    st.tuples(st.just("samvy"), NUMBERS, SAMVY_ACTS, ACTORS),
    st.tuples(st.just("samsa-kvittens"), NUMBERS, NUMBERS, st.sampled_from([HSV_BORAS, VC_BORAS])),
    st.tuples(st.just("samvy-kvittens"), NUMBERS, NUMBERS, st.sampled_from([HSV_BORAS, VC_BORAS])),
    st.tuples(st.just("tid"), st.integers(0, 72)),
)
SEQUENCES = st.lists(COMMANDS, max_size=25)
WORLD = {
    "start": "2022-04-05T10:00:00+02:00",
    "parametrar": {"samsa_stoppar_arende_for_samvy": False, "samsa_arende_pagar_fordrojning_s": 5400},
}
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def simulator(store: JournalStore) -> WireClient:
    client = WireClient(create_app(store))
    sha256, body = freeze(landscape_document())
    client.call("PUT", f"/styr/landskap/{sha256}", body)
    return client


def create(client: WireClient, world: str) -> None:
    assert client.call("PUT", f"/styr/v/{world}", world_document(**WORLD)).status == 201


def perform(client: WireClient, world: str, command: Sequence[object]) -> None:
    """Send one command; what the system answers is its own business."""
    match command:
        case ["samsa-ny", str(patient)]:
            SamsaDesk(client, world, patient).admit()
        case ["samvy-ny", str(patient)]:
            SamvyDesk(client, world, patient).admit()
        case ["samsa", number, (act, body), dict(actor)]:
            client.call("POST", f"/v/{world}/samsa/api/arenden/S-{number}/{act}", body, headers=actor)
        case ["samvy", number, body, dict(actor)]:
            client.call("POST", f"/v/{world}/samvy/vardplaneringar/VP-{number}/handelser", body, headers=actor)
        case ["samsa-kvittens", number, message, str(unit)]:
            path = f"/v/{world}/samsa/api/arenden/S-{number}/meddelanden/{message}/kvittens"
            client.call("POST", path, {}, headers=nurse(unit))
        case ["samvy-kvittens", number, seq, str(unit)]:
            path = f"/v/{world}/samvy/inkorgar/{unit}/poster/VP-{number}.{seq}/kvittens"
            client.call("POST", path, {}, headers=nurse(unit))
        case ["tid", int(hours)]:
            found(client, world).advance(found(client, world).now + hours * HOUR)


def found(client: WireClient, world: str) -> World:
    held: World = client.app.state.worlds.find(world)  # type: ignore[attr-defined]
    return held


def journal(client: WireClient, world: str) -> bytes:
    return client.call("GET", f"/insyn/v/{world}/journal").body


def everything(world: World) -> tuple[object, ...]:
    """All that a world knows."""
    return world.states, world.chronicle, world.lines()


# A rule that was asked before the act turned out to concern nothing: no event, so nothing to replay.
ASKED_IN_VAIN = [("samsa-ny", ASTRID), ("samsa-kvittens", 1, 1, HSV_BORAS)]


@QUICK
@example(ASKED_IN_VAIN)
@given(SEQUENCES)
def test_replay_from_memory_gives_the_same_world(commands: list[Sequence[object]]) -> None:
    store = MemoryStore()
    client = simulator(store)
    create(client, "v")
    for command in commands:
        perform(client, "v", command)

    replayed = WireClient(create_app(store))

    assert everything(found(replayed, "v")) == everything(found(client, "v"))


@settings(QUICK, max_examples=10)
@example(ASKED_IN_VAIN)
@given(SEQUENCES)
def test_a_second_process_on_the_same_directory_has_the_same_world(commands: list[Sequence[object]]) -> None:
    with tempfile.TemporaryDirectory() as directory:
        first_store, second_store = SqliteStore(Path(directory)), SqliteStore(Path(directory))
        client = simulator(first_store)
        create(client, "v")
        for command in commands:
            perform(client, "v", command)

        second = WireClient(create_app(second_store))

        assert everything(found(second, "v")) == everything(found(client, "v"))
        first_store.close()
        second_store.close()


@QUICK
@given(SEQUENCES, SEQUENCES, st.randoms(use_true_random=False))
def test_two_worlds_never_touch(left: list[Sequence[object]], right: list[Sequence[object]], order: object) -> None:
    """Interleaved, each world's journal is byte for byte that of its solo run."""
    client = simulator(MemoryStore())
    create(client, "a")
    create(client, "b")
    queues = {"a": list(left), "b": list(right)}
    while any(queues.values()):
        world = order.choice([name for name, queue in queues.items() if queue])  # type: ignore[attr-defined]
        perform(client, world, queues[world].pop(0))

    for world, commands in (("a", left), ("b", right)):
        alone = simulator(MemoryStore())
        create(alone, world)
        for command in commands:
            perform(alone, world, command)
        assert journal(client, world) == journal(alone, world)


OpenStore = Callable[[], JournalStore]


@pytest.fixture
def open_sqlite(tmp_path: Path) -> Iterator[OpenStore]:
    """One more store on the same directory, as one more process would have."""
    opened: list[JournalStore] = []

    def open_one() -> JournalStore:
        opened.append(SqliteStore(tmp_path))
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture(params=["minne", "sqlite"])
def open_store(request: pytest.FixtureRequest, open_sqlite: OpenStore) -> OpenStore:
    """The same journals every time it is called."""
    memory = MemoryStore()
    return open_sqlite if request.param == "sqlite" else lambda: memory


def test_a_restarted_simulator_goes_on_where_it_was(open_store: OpenStore) -> None:
    store = open_store()
    client = simulator(store)
    create(client, "v")
    desk: Desk = SamsaDesk(client, "v")
    desk.admit()
    desk.assess("hsv")
    store.close()

    again = WireClient(create_app(open_store()))
    desk = SamsaDesk(again, "v")

    assert again.call("PUT", "/styr/v/v", world_document()).code == "varld_finns"
    assert desk.send().status == 201
    assert desk.state() == "Inskriven"


def test_a_timer_that_was_waiting_fires_after_a_restart(open_store: OpenStore) -> None:
    client = simulator(open_store())
    create(client, "v")
    SamsaDesk(client, "v").admit()

    again = WireClient(create_app(open_store()))
    desk = SamvyDesk(again, "v")
    assert not desk.person()["samsaArendePagar"]
    desk.move("2022-04-05T11:30:00+02:00")

    assert desk.person()["samsaArendePagar"]


def test_a_closed_world_leaves_its_journal_and_is_gone(open_store: OpenStore) -> None:
    client = simulator(open_store())
    create(client, "v")
    SamsaDesk(client, "v").admit()
    lines = journal(client, "v")

    record = client.call("DELETE", "/styr/v/v").json

    assert record["journal"].encode() == lines
    assert record["forlitar"]["systemval_regel"] == "D"
    assert client.call("GET", "/styr/v/v/tid").code == "okand_varld"
    assert client.call("GET", f"/v/v/pu/personer/{PERSONNUMMER}/{ASTRID}").status == 404
    create(client, "v")


def test_two_writers_of_one_journal_are_told(open_sqlite: OpenStore) -> None:
    first, second = simulator(open_sqlite()), simulator(open_sqlite())
    create(first, "v")
    found(second, "v")
    SamsaDesk(first, "v").admit()

    with pytest.raises(JournalConflictError, match="En annan process har skrivit"):
        found(second, "v").advance(found(second, "v").now + HOUR)


def test_a_refused_append_leaves_the_state_as_it_was(open_sqlite: OpenStore) -> None:
    first, second = simulator(open_sqlite()), simulator(open_sqlite())
    create(first, "v")
    behind = found(second, "v")
    before = behind.now
    found(first, "v").advance(before + HOUR)

    with pytest.raises(JournalConflictError):
        behind.advance(before + HOUR)

    assert behind.now == before


def test_replay_asks_no_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    store = MemoryStore()
    client = simulator(store)
    create(client, "v")
    desk = SamsaDesk(client, "v")
    desk.admit()
    desk.assess("hsv")
    desk.send()
    known = everything(found(client, "v"))

    def refuse(*_: object) -> None:
        raise AssertionError("a rule was asked")

    monkeypatch.setattr(PolicySet, "use", refuse)
    monkeypatch.setattr(ParameterSet, "read", refuse)

    assert everything(found(WireClient(create_app(store)), "v")) == known


def test_an_event_of_a_later_release_is_refused_with_its_place() -> None:
    store = MemoryStore()
    client = simulator(store)
    create(client, "v")
    line = encode_event(Event(2, "2022-04-05T10:00:00+02:00", "samsa", "arende-oppnat", 99, {}))
    store.open_journal("v").append([line])

    answer = WireClient(create_app(store)).call("GET", "/styr/v/v/tid")

    assert (answer.status, answer.json["kod"]) == (404, "journal_olaslig")
    assert "Händelse 2 i journalen (samsa, arende-oppnat, version 99)" in answer.json["fel"]


@QUICK
@given(SEQUENCES, SEQUENCES, SEQUENCES)
def test_a_branch_begins_as_the_world_was_and_then_neither_knows_of_the_other(
    before: list[Sequence[object]], left: list[Sequence[object]], right: list[Sequence[object]]
) -> None:
    store = MemoryStore()
    client = simulator(store)
    create(client, "v")
    for command in before:
        perform(client, "v", command)
    was = found(client, "v")
    moment, states, lines = was.now, copy.deepcopy(was.states), was.lines()
    perform(client, "v", ("tid", 1))
    for command in left:
        perform(client, "v", command)
    went_on = found(client, "v").lines()

    seen = client.app.state.worlds.as_it_was("v", moment)  # type: ignore[attr-defined]
    answer = client.call("POST", "/styr/v/v/gren", {"namn": "gren", "till": moment_text(moment)})
    branch = found(client, "gren")
    began = len(branch.lines())
    for command in right:
        perform(client, "gren", command)

    assert answer.status == 201
    assert seen.states == states
    assert seen.lines() == lines
    assert branch.lines()[: len(lines)] == lines
    assert began == len(lines) + 1
    assert found(client, "v").lines() == went_on
    assert everything(found(WireClient(create_app(store)), "gren")) == everything(branch)
    assert found(client, "gren").id == "v"


def test_a_branch_that_cannot_be_is_refused(open_store: OpenStore) -> None:
    client = simulator(open_store())
    create(client, "v")

    def refused(**body: object) -> str:
        return client.call("POST", "/styr/v/v/gren", body).code

    assert refused(namn="v") == "varld_finns"
    assert refused(namn="å") == "fel_varldsnamn"
    assert refused(namn="g", till="2001-01-01T00:00:00+01:00") == "fore_varldens_borjan"
    assert refused() == "fel_gren"
    assert client.call("GET", "/styr/v/g/tid").status == 404


def test_an_event_is_canonical_bytes() -> None:
    event = Event(7, "2022-04-05T10:00:00+02:00", "samsa", "avvisat", 1, {"b": 1, "a": "ö"}, text="Nej")

    assert (
        encode_event(event)
        == (
            '{"data":{"a":"ö","b":1},"nr":7,"system":"samsa","text":"Nej",'
            '"tid":"2022-04-05T10:00:00+02:00","typ":"avvisat","version":1}'
        ).encode()
    )
    assert decode_event(encode_event(event)) == event
