"""What somebody does with a case beside its process, whether it comes over the API or from a page."""

from __future__ import annotations

from harness.kernel.calendar import STOCKHOLM
from harness.kernel.world import World
from harness.systems.samsa.desk import Caller, in_case
from harness.systems.samsa.handling import rules, wire
from harness.systems.samsa.log.acts import note_reading
from harness.systems.samsa.log.policies import What
from harness.systems.samsa.roles import Doing
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.words import NAME


def name_care_contact(world: World, caller: Caller, number: str, body: wire.FastVardkontakt) -> None:
    with in_case(world, caller, number) as (case, actor):
        earlier = [one for one in world.state(SamsaState).cases_of(case.patient) if one is not case]
        world.execute(NAME, lambda c: rules.name_care_contact(case, body.namn, earlier, actor=actor, circumstances=c))


def answer_sip_offer(world: World, caller: Caller, number: str, body: wire.SipSvar) -> None:
    with in_case(world, caller, number) as (case, actor):
        world.execute(NAME, lambda _: rules.answer_sip_offer(case, body.svar == "ja", actor=actor))


def return_message(world: World, caller: Caller, number: str, message: int, body: wire.Orsak) -> None:
    with in_case(world, caller, number) as (case, actor):
        world.execute(NAME, lambda _: rules.return_message(case, message, body.orsak, actor=actor))


def forward(world: World, caller: Caller, number: str, message: int, body: wire.Vidaresand) -> None:
    with in_case(world, caller, number) as (case, actor):
        world.execute(NAME, lambda c: rules.forward(case, message, body.till, actor=actor, circumstances=c))


def change_party(world: World, caller: Caller, number: str, body: wire.NyPart) -> None:
    with in_case(world, caller, number) as (case, actor):
        world.execute(
            NAME,
            lambda c: rules.change_party(
                case, body.roll, body.enhet, is_added=body.laggs_till, actor=actor, circumstances=c
            ),
        )


def interrupt(world: World, caller: Caller, number: str, body: wire.Orsak) -> None:
    with in_case(world, caller, number) as (case, actor):
        world.execute(NAME, lambda c: rules.interrupt(case, body.orsak, actor=actor, circumstances=c))


def read_history(world: World, caller: Caller, number: str) -> list[wire.Rad]:
    """The sändlista: sent, acknowledged, returned, forwarded, oldest first."""
    with in_case(world, caller, number, Doing.LASA) as (case, actor):
        note_reading(world, actor, case.patient, What.SANDLISTA, case.number)
        rows = []
        for message in case.messages:
            name = f"{case.number}/{message.number}"
            for delivery in message.deliveries.values():
                rows.append((message.sent_at, name, "skickat", message.sender, "", delivery.unit, ""))
                if receipt := delivery.receipt:
                    rows.append((receipt.at, name, "kvitterat", receipt.unit, receipt.name, "", ""))
        rows += [
            (one.at, f"{case.number}/{one.number}", one.what, one.unit, one.name, one.to, one.reason)
            for one in case.handled
        ]
        return [wire.Rad(row[0].astimezone(STOCKHOLM), *row[1:]) for row in sorted(rows, key=lambda row: row[0])]
