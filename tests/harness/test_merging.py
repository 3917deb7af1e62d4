"""Two records of one patient: found under each identity, nothing lost, taken apart as if it had never been."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from careacts import SamsaDesk, SamvyDesk
from landscape import ASTRID, BERTIL, HSV_BORAS, NRID, PARTIES_BORAS, PERSONNUMMER, SAS, nurse, person
from mergedesks import MergeDesk, SamsaMerges, SamvyMerges
from sipdesks import SamsaSips, SamvySips, SipDesk
from wireclient import Answer, WireClient

from testdata.identity.issuing import issue_nrid
from testdata.identity.value import Sex

NewWorld = Callable[..., str]
UNKNOWN = issue_nrid(0, born=date(1991, 5, 6), sex=Sex.KVINNA).value
OTHER_UNKNOWN = issue_nrid(1, born=date(1991, 5, 6), sex=Sex.KVINNA).value
LOW, LOW_TOO, HIGH, STRANGER = (
    f"{NRID}|{UNKNOWN}",
    f"{NRID}|{OTHER_UNKNOWN}",
    f"{PERSONNUMMER}|{ASTRID}",
    f"{PERSONNUMMER}|{BERTIL}",
)
LINKED = {
    "fran": {"oid": NRID, "id": UNKNOWN},
    "till": {"oid": PERSONNUMMER, "id": ASTRID},
    "identitet_sakerstalld": True,
}
PEOPLE = [person(ASTRID), person(BERTIL), person(UNKNOWN, oid=NRID), person(OTHER_UNKNOWN, oid=NRID)]
SYSTEMS: dict[str, tuple[Any, Any, Any, str]] = {
    "SAMSA": (SamsaMerges, SamsaSips, SamsaDesk, "2022-04-04T10:00:00+02:00"),
    "Samvy": (SamvyMerges, SamvySips, SamvyDesk, "2022-04-05T10:00:00+02:00"),
}


@pytest.fixture
def world(new_world: NewWorld, system: str) -> str:
    return new_world(start=SYSTEMS[system][3], personer=PEOPLE)


@pytest.fixture
def merges(client: WireClient, world: str, system: str) -> MergeDesk:
    desk: MergeDesk = SYSTEMS[system][0](client, world)
    return desk


@pytest.fixture
def sips(client: WireClient, world: str, system: str) -> SipDesk:
    desk: SipDesk = SYSTEMS[system][1](client, world)
    return desk


def made(answer: Answer) -> str:
    assert answer.status == 201, answer.text
    return str(answer.json.get("sammanslagning") or answer.json.get("id") or answer.json.get("sip"))


def admit_unknown(client: WireClient, world: str, system: str) -> None:
    """A case of the patient who only has a reservnummer."""
    if system == "SAMSA":
        body: dict[str, Any] = {"patient": {"oid": NRID, "id": UNKNOWN}, "parter": PARTIES_BORAS}
        answer = client.call("POST", f"/v/{world}/samsa/api/arenden", body, headers=nurse(SAS))
    else:
        roles = {"kommunal_hsv": "kommunalHsv"}
        parts = [{"roll": roles.get(role, role), "enhet": unit} for role, unit in PARTIES_BORAS.items()]
        body = {"person": LOW, "samverkansparter": parts}
        answer = client.call("POST", f"/v/{world}/samvy/vardplaneringar", body, headers=nurse(SAS))
    assert answer.status == 201, answer.text


def seen(client: WireClient, world: str, system: str, patient: str) -> Any:
    """Everything that the system shows of the cases of *patient*."""
    oid, _, number = patient.partition("|")
    if system == "SAMSA":
        address, query = f"/v/{world}/samsa/api/arenden", {"oid": oid, "id": number}
        return client.call("GET", address, query=query, headers=nurse(SAS)).json["arenden"]
    return client.call("GET", f"/v/{world}/samvy/personer/{oid}/{number}", headers=nurse(SAS)).json["vardplaneringar"]


def test_cases_are_found_under_each_identity_and_nothing_of_them_is_lost(
    client: WireClient, world: str, system: str, merges: MergeDesk
) -> None:
    admit_unknown(client, world, system)
    known = SYSTEMS[system][2](client, world)
    known.admit()
    known.assess("hsv")
    known.send()
    known.acknowledge("inskrivning", HSV_BORAS)
    low, high = seen(client, world, system, LOW), seen(client, world, system, HIGH)

    made(merges.merge(LOW, HIGH))

    assert seen(client, world, system, LOW) == seen(client, world, system, HIGH) == [*low, *high]
    assert seen(client, world, system, STRANGER) == []


def test_what_is_taken_apart_is_as_it_was_and_what_came_meanwhile_stays_where_it_was_opened(
    client: WireClient, world: str, system: str, merges: MergeDesk
) -> None:
    admit_unknown(client, world, system)
    before = {patient: seen(client, world, system, patient) for patient in (LOW, HIGH)}
    number = made(merges.merge(LOW, HIGH))

    assert merges.separate(number).status == 201
    assert {patient: seen(client, world, system, patient) for patient in (LOW, HIGH)} == before
    assert merges.separate(number).status == 409
    made(merges.merge(LOW, HIGH))


def test_a_chain_of_three_is_one_patient_and_loses_only_what_is_taken_apart(
    client: WireClient, world: str, system: str, merges: MergeDesk
) -> None:
    admit_unknown(client, world, system)
    made(merges.merge(LOW, LOW_TOO))
    second = made(merges.merge(LOW_TOO, HIGH))

    assert len(seen(client, world, system, HIGH)) == 1
    merges.separate(second)
    assert seen(client, world, system, HIGH) == []
    assert len(seen(client, world, system, LOW_TOO)) == 1


@pytest.mark.parametrize(
    ("low", "high", "secured", "codes"),
    [
        (LOW, HIGH, False, ("identitet_ej_sakerstalld", "ej_sakerstalld")),
        (LOW, LOW, True, ("redan_sammanslagna", "redan_sammanforda")),
        (STRANGER, HIGH, True, ("felkoppling", "forvaxling")),
    ],
)
def test_what_cannot_be_one_patient_is_refused(
    merges: MergeDesk, low: str, high: str, secured: bool, codes: tuple[str, str]
) -> None:
    refused = merges.merge(low, high, secured=secured)

    assert refused.status == 409
    assert refused.code in codes


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("merged", [True, False])
def test_link_and_merge_are_two_acts_in_all_four_combinations(
    client: WireClient, world: str, system: str, merges: MergeDesk, linked: bool, merged: bool
) -> None:
    admit_unknown(client, world, system)
    ends = {
        "fran": {"oid": NRID, "id": UNKNOWN},
        "till": {"oid": PERSONNUMMER, "id": ASTRID},
        "identitet_sakerstalld": True,
    }
    if linked:
        answer = client.call("POST", f"/v/{world}/pu/kopplingar", ends, headers=nurse(SAS))
        assert answer.status == 201, answer.text
    if merged:
        made(merges.merge(LOW, HIGH))

    head = client.call("GET", f"/v/{world}/pu/personer/{NRID}/{UNKNOWN}").json["huvudidentitet"]["id"]
    assert head == (ASTRID if linked else UNKNOWN)
    assert len(seen(client, world, system, HIGH)) == (1 if merged else 0)


def test_a_world_can_demand_the_link_first(client: WireClient, new_world: NewWorld, system: str) -> None:
    parameters = {"sammanslagning_kraver_koppling": True, "identitet_andrad_fordrojning_s": 0}
    world = new_world(start=SYSTEMS[system][3], personer=PEOPLE, parametrar=parameters)
    merges: MergeDesk = SYSTEMS[system][0](client, world)

    assert merges.merge(LOW, HIGH).code in ("ej_kopplade", "koppling_fattas")
    ends = {
        "fran": {"oid": NRID, "id": UNKNOWN},
        "till": {"oid": PERSONNUMMER, "id": ASTRID},
        "identitet_sakerstalld": True,
    }
    client.call("POST", f"/v/{world}/pu/kopplingar", ends, headers=nurse(SAS))
    assert merges.merge(LOW, HIGH).status == 201


@pytest.mark.parametrize("first", ["SAMSA", "Samvy"])
def test_a_merge_in_one_system_is_a_task_in_the_other_until_it_is_done_there(
    client: WireClient, new_world: NewWorld, first: str
) -> None:
    world = new_world(personer=PEOPLE)
    desks: dict[str, MergeDesk] = {name: row[0](client, world) for name, row in SYSTEMS.items()}
    here, there = desks.pop(first), next(iter(desks.values()))

    number = made(here.merge(LOW, HIGH))
    assert (here.tasks(), there.tasks()) == (set(), {(LOW, HIGH)})

    made(there.merge(LOW, HIGH))
    assert (here.tasks(), there.tasks()) == (set(), set())

    here.separate(number)
    assert (here.tasks(), there.tasks()) == ({(LOW, HIGH)}, set())


def test_a_merge_that_is_taken_back_before_the_other_did_it_leaves_no_task(
    client: WireClient, new_world: NewWorld
) -> None:
    world = new_world(personer=PEOPLE)
    samsa, samvy = SamsaMerges(client, world), SamvyMerges(client, world)

    samsa.separate(made(samsa.merge(LOW, HIGH)))

    assert samvy.tasks() == set()


def test_two_active_sips_that_meet_wait_for_a_choice_and_one_is_archived(merges: MergeDesk, sips: SipDesk) -> None:
    first, second = made(sips.start(LOW)), made(sips.start(HIGH))
    number = made(merges.merge(LOW, HIGH))

    assert merges.choices(HIGH) == [[first, second]]
    assert sips.consent(first).code in ("sip_val_kravs", "planval_kravs")
    assert merges.choose(number, "SIP-99").code in ("fel_sip", "fel_plan")
    assert merges.choose(number, second).status == 201

    assert [(sip["id"], sip["state"]) for sip in sips.read(LOW)] == [(first, "Arkiverad"), (second, "Behov upptäckt")]
    assert merges.choices(HIGH) == [[]]
    assert merges.choose(number, second).status == 409
    assert sips.consent(second).status == 201
    assert sips.consent(first).status == 409


def test_two_sips_go_their_own_ways_again_when_the_merge_is_taken_apart(merges: MergeDesk, sips: SipDesk) -> None:
    first, second = made(sips.start(LOW)), made(sips.start(HIGH))
    number = made(merges.merge(LOW, HIGH))

    merges.separate(number)

    assert sips.consent(first).status == sips.consent(second).status == 201
    assert [sip["id"] for sip in sips.read(LOW)] == [first]


def test_nobody_gets_a_second_sip_under_another_of_her_identities(merges: MergeDesk, sips: SipDesk) -> None:
    made(sips.start(LOW))
    made(merges.merge(LOW, HIGH))

    assert sips.start(HIGH).code in ("aktiv_sip_finns", "plan_finns")


def test_the_other_system_is_asked_about_every_identity(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(personer=PEOPLE)
    samsa, samvy = SamsaSips(client, world), SamvySips(client, world)
    made(samsa.start(LOW))
    made(SamsaMerges(client, world).merge(LOW, HIGH))

    assert samvy.start(HIGH).code == "plan_finns"
    made(SamvyMerges(client, world).merge(LOW, HIGH))
    assert samvy.elsewhere(HIGH) == ["SIP-1"]
