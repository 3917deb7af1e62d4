"""Every defect of the robot changes what it says, and nothing is wrong when it is off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from landscape import ASTRID, PARTIES_BORAS, PERSONNUMMER, freeze, landscape_document, world_document
from robotdesk import RobotDesk
from wireclient import WireClient

from harness import simulator
from harness.defects import catalogue, rpa
from testdata.krav.register import krav


def doubles_nothing(desk: RobotDesk) -> bool:
    """The receipt is slow, so that Melior hands the information out once more: the planted double-send."""
    desk.write()
    desk.run()
    desk.inform()
    desk.fault("melior", "fordrojning", sekunder=600)
    desk.run()
    desk.run()
    return desk.messages() == {"INSKRIVNINGSMEDDELANDE": 1, "UTSKRIVNINGSINFORMATION": 1}


def leaves_what_was_done_by_hand(desk: RobotDesk) -> bool:
    desk.write()
    desk.by_hand("", {"patient": {"oid": PERSONNUMMER, "id": ASTRID}, "parter": PARTIES_BORAS})
    desk.run()
    return desk.failures() == []


def counts_from_melior(desk: RobotDesk) -> bool:
    desk.write()
    desk.move("2022-04-04T12:00:00+02:00")
    desk.run()
    return bool(desk.cases()[0]["inskriven"] == "2022-04-04T10:00:00+02:00")


def shows_failures(desk: RobotDesk) -> bool:
    desk.write()
    desk.fault("enheter")
    desk.run()
    return len(desk.failures()) == 1


def carries_what_comes_later(desk: RobotDesk) -> bool:
    desk.write()
    desk.run()
    desk.inform()
    desk.run()
    return "UTSKRIVNINGSINFORMATION" in desk.messages()


# What is true without the defect and false with it.
TRUTHS: dict[str, Callable[[RobotDesk], bool]] = {
    "rpa-dubblerar-vid-omkorning": doubles_nothing,
    "rpa-ser-inte-det-som-gjorts-for-hand": leaves_what_was_done_by_hand,
    "rpa-flyttar-fristen": counts_from_melior,
    "rpa-tyst-fel": shows_failures,
    "melior-glommer-utskrivningsinformation": carries_what_comes_later,
}


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> WireClient:
    """A simulator that knows these defects too."""
    monkeypatch.setattr(simulator, "list_defects", lambda: (*catalogue.list_defects(), *rpa.list_defects()))
    made = WireClient(simulator.create_app())
    sha256, body = freeze(landscape_document())
    assert made.call("PUT", f"/styr/landskap/{sha256}", body).status == 201
    return made


def desk_in(client: WireClient, world: str, *defects: str) -> RobotDesk:
    made = client.call("PUT", f"/styr/v/{world}", world_document(defekter=defects))
    assert made.status == 201, made.text
    return RobotDesk(client, world)


def test_every_defect_is_tried_here() -> None:
    assert set(TRUTHS) == {defect.id for defect in rpa.list_defects()}


@pytest.mark.parametrize("defect", TRUTHS)
def test_a_defect_changes_what_it_says(client: WireClient, defect: str) -> None:
    assert TRUTHS[defect](desk_in(client, "hel"))
    assert not TRUTHS[defect](desk_in(client, "trasig", defect))


@pytest.mark.parametrize("defect", rpa.list_defects(), ids=lambda defect: str(defect.id))
def test_a_defect_replaces_a_rule_of_its_system_and_names_krav_that_exist(defect: rpa.Defect) -> None:
    systems = {system.title: system for system in simulator.define_systems()}

    assert defect.policy in {policy.id for policy in systems[defect.system].policies}
    assert defect.description.endswith(".")
    assert all(krav(name).id == name for name in defect.krav)
