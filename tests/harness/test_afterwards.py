"""Registered afterwards: what was done by reservrutin while a system was down counts from when it happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from careacts import Desk, SamsaDesk, SamvyDesk
from wireclient import Answer, WireClient

DeskIn = Callable[..., Desk]
HEADERS = {"SAMSA": "X-Verklig-Tid", "Samvy": "X-Handelsetid"}


@pytest.fixture
def desk(desk_in: DeskIn) -> Any:
    desk = desk_in()
    desk.admit()
    desk.assess("hsv")
    return desk


def at(moment: str, desk: Any, act: Callable[[], Answer]) -> Answer:
    """*act* as registered afterwards: it happened at *moment*, today's date of the desk unless another is said."""
    original = desk.client.call
    header = HEADERS["SAMSA" if isinstance(desk, SamsaDesk) else "Samvy"]

    class Late(WireClient):
        def call(self, method: str, path: str, *rest: Any, **more: Any) -> Answer:
            said = {header: moment} if method == "POST" else {}
            more["headers"] = {**(more.get("headers") or {}), **said}
            answer: Answer = original(method, path, *rest, **more)
            return answer

    plain, desk.client = desk.client, Late(desk.client.app)
    try:
        return act()
    finally:
        desk.client = plain


def day_of(desk: Any) -> str:
    """The day the case began."""
    return "2022-04-04" if isinstance(desk, SamsaDesk) else "2022-04-05"


def next_day(desk: Any, hours: str) -> str:
    return f"2022-04-0{int(day_of(desk)[-1]) + 1}T{hours}:00+02:00"


def raw(desk: Any) -> dict[str, Any]:
    """The last message as the system shows it."""
    if isinstance(desk, SamsaDesk):
        message: dict[str, Any] = desk._case()["meddelanden"][-1]
        return message
    assert isinstance(desk, SamvyDesk)
    notice: dict[str, Any] = desk._plan()["besked"][-1]
    return notice


def test_a_message_that_was_sent_in_time_by_reservrutin_is_not_late_and_is_marked(desk: Any) -> None:
    desk.move(next_day(desk, "15:00"))

    sent = at(next_day(desk, "09:30"), desk, desk.send)

    assert sent.status == 201, sent.text
    message = desk.sent()[-1]
    assert message.late_minutes is None
    assert raw(desk)["efterregistrerat"] == next_day(desk, "15:00")


def test_what_was_late_when_it_happened_is_late_though_it_was_the_outage(desk: Any) -> None:
    desk.move(next_day(desk, "15:00"))

    at(next_day(desk, "10:30"), desk, desk.send)

    assert desk.sent()[-1].late_minutes == 30


def test_what_is_sent_at_once_has_no_mark(desk: Any) -> None:
    desk.send()

    assert raw(desk)["efterregistrerat"] is None


def test_days_count_from_when_the_notice_was_given(desk: Any) -> None:
    desk.send()
    desk.move(next_day(desk, "15:00"))
    at(f"{day_of(desk)}T20:00:00+02:00", desk, desk.judge_ready)

    announced = at(f"{day_of(desk)}T21:00:00+02:00", desk, desk.announce)

    assert announced.status == 201, announced.text
    assert desk.days() == 1


def test_the_future_and_the_time_before_the_case_are_refused_and_nothing_is_done(desk: Any) -> None:
    ahead, before = f"{day_of(desk)}T10:01:00+02:00", f"{day_of(desk)}T09:59:00+02:00"

    assert at(ahead, desk, desk.send).code == "tid_har_inte_varit"
    assert at("i går", desk, desk.send).status == 422
    assert at(before, desk, desk.send).code in ("fore_inskrivningen", "fore_start")
    assert desk.sent() == []


def test_the_journal_has_both_times_and_a_replay_knows_them(desk: Any) -> None:
    desk.move(next_day(desk, "15:00"))
    at(next_day(desk, "09:30"), desk, desk.send)
    worlds = desk.client.app.state.worlds
    world = worlds.find(desk.world)

    sent = [event for event in world.events() if event.real_time]

    assert sent
    assert {(event.care_time, event.real_time) for event in sent} == {
        (next_day(desk, "15:00"), next_day(desk, "09:30"))
    }
    assert worlds.as_it_was(desk.world, world.now).states == world.states
    assert world.circumstances().now == world.now


def test_what_follows_in_the_other_system_happens_now_and_not_then(
    client: WireClient, new_world: Callable[..., str]
) -> None:
    world = new_world(parametrar={"samsa_arende_pagar_fordrojning_s": 600})
    desk = SamsaDesk(client, world)
    desk.admit()
    desk.move("2022-04-05T15:00:00+02:00")

    at("2022-04-05T09:00:00+02:00", desk, lambda: desk.close("Avlider"))

    person = SamvyDesk(client, world)
    assert person.person()["samsaArendePagar"]
    desk.move("2022-04-05T15:10:00+02:00")
    assert not person.person()["samsaArendePagar"]
