"""Every defect changes what it says, and nothing is wrong when it is off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from careacts import Desk, SamsaDesk, SamvyDesk
from landscape import HSV_BORAS, PARTIES_BORAS, PARTIES_GOTEBORG, SAS, SOC_BORAS, VC_BORAS, nurse
from wireclient import WireClient

from harness.defects.catalogue import list_defects
from harness.simulator import define_systems

NewWorld = Callable[..., str]
LIVE = "2022-04-05T10:00:00+02:00"


def admitted(desk: Desk) -> Desk:
    assert desk.admit().status == 201
    return desk


def informed(desk: Desk) -> Desk:
    admitted(desk).assess("hsv", "soc")
    assert desk.send().status == 201
    return desk


def is_late_after(desk: Any, moment: str) -> bool:
    admitted(desk).assess("soc")
    desk.move(moment)
    desk.send()
    return desk.sent()[0].late_minutes is not None


def reaches_oppenvard(desk: Desk) -> bool:
    admitted(desk).assess("hsv")
    desk.send()
    return VC_BORAS in desk.sent()[0].units


def change_reaches_all(desk: Desk) -> bool:
    informed(desk).change("2022-04-25")
    return desk.sent()[-1].units == {HSV_BORAS, SOC_BORAS, VC_BORAS}


def needs_a_judgement(desk: Desk) -> bool:
    return informed(desk).announce().code == "lakarbedomning_saknas"


def withdrawal_clears_days(desk: Desk) -> bool:
    informed(desk).judge_ready()
    desk.announce()
    desk.withdraw()
    return desk.days() is None


def sender_sees_receipt(desk: Desk) -> bool:
    informed(desk).acknowledge("inskrivning", SOC_BORAS)
    return desk.sent()[0].recipients[SOC_BORAS][1] is not None


def shows_only_live(desk: SamvyDesk) -> bool:
    listed = desk.client.call("GET", f"/v/{desk.world}/samvy/inkorgar", headers=nurse(SAS)).json["inkorgar"]
    return len(listed) == 4


def accepts_only_live(desk: SamvyDesk) -> bool:
    return desk.admit(SAS, PARTIES_GOTEBORG).status == 409


def choice(desk: SamsaDesk) -> dict[str, Any]:
    query = {"slutenvard": SAS, **PARTIES_GOTEBORG, "dag": "2022-04-05"}
    chosen: dict[str, Any] = desk.client.call("GET", f"/v/{desk.world}/enheter/systemval", query=query).json
    return chosen


def names_what_decided(desk: SamsaDesk) -> bool:
    query = {"slutenvard": SAS, **PARTIES_BORAS, "dag": "2022-04-05"}
    chosen = desk.client.call("GET", f"/v/{desk.world}/enheter/systemval", query=query).json
    return bool(chosen["avgorande_enhet"] == SAS and chosen["driftsatt_fran"] == "2022-04-05")


def shows_flag(desk: SamsaDesk) -> bool:
    admitted(desk)
    return bool(SamvyDesk(desk.client, desk.world).person()["samsaArendePagar"])


def clears_flag(desk: SamsaDesk) -> bool:
    admitted(desk).close("Klart")
    return not SamvyDesk(desk.client, desk.world).person()["samsaArendePagar"]


# What is true without the defect and false with it.
TRUTHS: dict[str, tuple[type[SamsaDesk] | type[SamvyDesk], Callable[[Any], bool]]] = {
    "samsa-frist-25h": (SamsaDesk, lambda d: is_late_after(d, "2022-04-05T10:30:00+02:00")),
    "samvy-frist-25h": (SamvyDesk, lambda d: is_late_after(d, "2022-04-06T10:30:00+02:00")),
    "samsa-hsv-utan-oppenvard": (SamsaDesk, reaches_oppenvard),
    "samvy-hsv-utan-oppenvard": (SamvyDesk, reaches_oppenvard),
    "samsa-andring-bara-till-kommun": (SamsaDesk, change_reaches_all),
    "samsa-klar-utan-bedomning": (SamsaDesk, needs_a_judgement),
    "samvy-klar-utan-bedomning": (SamvyDesk, needs_a_judgement),
    "samsa-aterta-nollstaller-ej": (SamsaDesk, withdrawal_clears_days),
    "samvy-aterta-nollstaller-ej": (SamvyDesk, withdrawal_clears_days),
    "samsa-kvittens-utan-avsandarinsyn": (SamsaDesk, sender_sees_receipt),
    "samvy-visar-ej-driftsatt": (SamvyDesk, shows_only_live),
    "samvy-tar-emot-ej-driftsatt": (SamvyDesk, accepts_only_live),
    "enheter-bara-sjukhuset": (SamsaDesk, lambda d: choice(d)["system"] == "SAMSA"),
    "enheter-fel-motivering": (SamsaDesk, names_what_decided),
    "integration-flagga-slacks-aldrig": (SamsaDesk, clears_flag),
    "samsa-flagga-skickas-inte": (SamsaDesk, shows_flag),
}


def test_what_is_tried_here_is_a_defect_that_exists() -> None:
    """Every defect, these and the rest, is tried by the features in tests/features/test_can_fail.py."""
    assert set(TRUTHS) <= {defect.id for defect in list_defects()}


@pytest.mark.parametrize("defect", TRUTHS)
def test_a_defect_changes_what_it_says(client: WireClient, new_world: NewWorld, defect: str) -> None:
    kind, holds = TRUTHS[defect]
    start = {"start": LIVE} if kind is SamvyDesk else {}

    assert holds(kind(client, new_world(**start)))
    assert not holds(kind(client, new_world(**start, defekter=[defect])))


def test_a_deadline_an_hour_too_long_still_ends(client: WireClient, new_world: NewWorld) -> None:
    desk = SamsaDesk(client, new_world(defekter=["samsa-frist-25h"]))

    assert is_late_after(desk, "2022-04-05T11:00:01+02:00")


@pytest.mark.parametrize("defect", list_defects(), ids=lambda defect: str(defect.id))
def test_a_defect_names_krav_source_system_and_policy(defect: Any) -> None:
    policies = {policy.id for system in define_systems() for policy in system.policies}

    assert defect.policy in policies
    assert defect.system in {system.title for system in define_systems()}
    assert all(krav.startswith("AK-") for krav in defect.krav)
    assert defect.krav
    assert defect.source
    assert defect.description.endswith(".")


def test_policies_have_unique_ids_and_say_where_they_come_from() -> None:
    policies = [policy for system in define_systems() for policy in system.policies]

    assert len({policy.id for policy in policies}) == len(policies)
    assert all(policy.source and policy.description.endswith(".") for policy in policies)
