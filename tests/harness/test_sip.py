"""A SIP in both systems: the same rules, in two vendors' words, and one active for a person over both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from careacts import SamsaDesk, SamvyDesk
from hypothesis import given, settings
from hypothesis import strategies as st
from landscape import (
    ASTRID,
    BERTIL,
    CECILIA,
    HSV_BORAS,
    PERSONNUMMER,
    SAS,
    SOC_BORAS,
    VC_BORAS,
    VC_GOTEBORG,
    freeze,
    landscape_document,
    nurse,
    person,
    world_document,
)
from sipdesks import SamsaSips, SamvySips, SipDesk
from wireclient import Answer, WireClient

from harness.simulator import create_app

NewWorld = Callable[..., str]
DESKS: dict[str, tuple[Any, Any, str]] = {
    "SAMSA": (SamsaSips, SamsaDesk, "2022-04-04T10:00:00+02:00"),
    "Samvy": (SamvySips, SamvyDesk, "2022-04-05T10:00:00+02:00"),
}
PEOPLE = [person(ASTRID), person(BERTIL), person(CECILIA, fodd="2010-05-06")]
CHILD = CECILIA
SCHOOL_BORAS = "SE0000000000-ELEB"


def with_a_school(client: WireClient) -> str:
    """The checksum of the small landscape with the elevhälsa of Borås in it, which the simulator now has."""
    document = landscape_document()
    document["enheter"].append(
        {"hsa_id": SCHOOL_BORAS, "namn": "Enhet ELEB", "part": "elevhälsa", "omrade": "södra"}
        | {"kommunkod": "1490", "plan": "kommun"}
    )
    document["medarbetare"].append(
        {"hsa_id": f"{SCHOOL_BORAS}S", "namn": "Sjuksköterska på skolan", "roll": "skolsköterska"}
        | {"enhet": SCHOOL_BORAS, "kod": "123456"}
    )
    sha256, body = freeze(document)
    assert client.call("PUT", f"/styr/landskap/{sha256}", body).status == 201
    return sha256


@pytest.fixture
def world(client: WireClient, new_world: NewWorld, system: str) -> str:
    return new_world(start=DESKS[system][2], personer=PEOPLE, landskap=with_a_school(client))


@pytest.fixture
def sips(client: WireClient, world: str, system: str) -> SipDesk:
    desk: SipDesk = DESKS[system][0](client, world)
    return desk


@pytest.fixture
def care(client: WireClient, world: str, system: str) -> Any:
    return DESKS[system][1](client, world)


def number(answer: Answer) -> str:
    assert answer.status == 201, answer.text
    return str(answer.json.get("sip") or answer.json.get("id"))


def started(sips: SipDesk, patient: str = ASTRID, **how: Any) -> str:
    return number(sips.start(patient, **how))


def established(sips: SipDesk, patient: str = ASTRID) -> str:
    """A SIP that is pågående."""
    sip = started(sips, patient)
    for answer in (sips.consent(sip), sips.summon(sip), sips.meet(sip), sips.plan(sip)):
        assert answer.status == 201, answer.text
    return sip


def state(sips: SipDesk, patient: str = ASTRID) -> str:
    return str(sips.read(patient)[-1]["state"])


def test_a_sip_goes_from_need_to_end_and_is_followed_up_as_often_as_needed(sips: SipDesk) -> None:
    sip = started(sips)
    seen = [state(sips)]
    for act in (sips.consent, sips.summon, sips.meet, sips.plan, sips.follow_up, sips.follow_up, sips.end):
        assert act(sip).status == 201
        seen.append(state(sips))

    followed = "Uppföljd" if isinstance(sips, SamsaSips) else "Pågående"
    assert seen == [
        "Behov upptäckt", "Förberedd", "Kallad", "Möte hållet", "Pågående", followed, followed, "Avslutad",
    ]  # fmt: skip
    assert sips.read(ASTRID)[0]["followed"] == 2


def test_nobody_is_summoned_and_nothing_established_without_a_consent_that_holds(sips: SipDesk) -> None:
    sip = started(sips)

    refused = sips.summon(sip)

    assert refused.status == 409
    assert refused.code in ("samtycke_saknas", "samtycke_fattas")
    assert state(sips) == "Behov upptäckt"


def test_a_no_ends_it_and_a_consent_taken_back_stops_what_is_new_but_not_what_was(sips: SipDesk) -> None:
    sip = established(sips)

    assert sips.consent(sip, yes=False).status == 201
    assert state(sips) == "Ej samtycke"
    assert sips.follow_up(sip).status == 409
    assert sips.read(ASTRID, by=SOC_BORAS)[0]["content"]
    started(sips)  # and another one can begin


def test_a_guardian_consents_for_a_child_and_for_nobody_else(sips: SipDesk) -> None:
    assert sips.consent(started(sips, ASTRID), guardian=True).code == "fel_samtycke"
    assert sips.consent(started(sips, CHILD), guardian=True).status == 201


def test_a_child_too_young_to_consent_has_a_guardian_who_does(
    client: WireClient, new_world: NewWorld, system: str
) -> None:
    """Nobody has decided from what age: the day of the birthday itself counts."""
    for born, alone in (("2019-05-06", 409), ("2007-04-06", 409), ("2007-04-04", 201)):
        world = new_world(start=DESKS[system][2], personer=[person(CECILIA, fodd=born)])
        sips = DESKS[system][0](client, world)
        sip = started(sips, CECILIA)

        own = sips.consent(sip)

        assert own.status == alone
        assert alone == 201 or own.code in ("vardnadshavare_kravs", "vardnadshavare_fattas")
        assert sips.consent(sip, guardian=True).status == 201
        assert sips.consent(sip, yes=False).status == 201  # a no is always heard


def test_from_what_age_a_child_consents_is_a_parameter(client: WireClient, new_world: NewWorld, system: str) -> None:
    world = new_world(
        start=DESKS[system][2],
        personer=[person(CECILIA, fodd="2010-04-06")],
        parametrar={"sip_barn_samtycker_fran_ar": 11},
    )
    sips = DESKS[system][0](client, world)

    assert sips.consent(started(sips, CECILIA)).status == 201


def test_a_running_plan_goes_on_while_a_new_meeting_is_called_to_and_held(sips: SipDesk) -> None:
    sip = established(sips)

    assert sips.meet(sip).status == 409  # nobody has been called to another
    for act in (sips.summon, sips.follow_up, sips.meet, sips.plan):
        assert act(sip).status == 201
        assert state(sips) in ("Pågående", "Uppföljd")
    assert sips.meet(sip).status == 409
    assert sips.end(sip).status == 201


def test_what_has_been_established_is_ended_but_not_refused(sips: SipDesk) -> None:
    sip = established(sips)

    assert sips.end(sip, "nekad", "Behovet finns inte").code in ("redan_faststalld", "plan_redan_aktiv")
    assert state(sips) == "Pågående"


@pytest.mark.parametrize("first", ["samsa", "samvy"])
def test_what_the_other_has_told_of_counts_when_it_cannot_be_asked(
    client: WireClient, new_world: NewWorld, first: str
) -> None:
    world = new_world(personer=PEOPLE, parametrar={"sip_vid_avbrott": "tillat_och_flagga"})
    other = {"samsa": "samvy", "samvy": "samsa"}[first]
    desks: dict[str, SipDesk] = dict(zip(("samsa", "samvy"), both(client, world), strict=True))
    started(desks[other])
    client.call("POST", f"/styr/v/{world}/fel", {"fran": first, "till": other, "slag": "nere"})

    assert desks[first].start(ASTRID).code in ("aktiv_sip_finns", "plan_finns")
    assert desks[first].start(BERTIL).status == 201


def test_the_school_starts_for_children_only(sips: SipDesk) -> None:
    refused = sips.start(ASTRID, by=SCHOOL_BORAS)

    assert (refused.status, refused.code) in ((403, "bara_for_barn"), (403, "enbart_barn"))
    sip = started(sips, CHILD, by=SCHOOL_BORAS)
    assert sips.consent(sip, guardian=True, by=SCHOOL_BORAS).status == 201
    assert sips.summon(sip, by=SCHOOL_BORAS).status == 201


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"insatser": []}, ("insatser", "insatser")),
        ({"others": " "}, ("åtgärder av andra", "insatserAvAndra")),
        ({"responsible": None}, ("huvudansvaret", "huvudansvarig")),
    ],
)
def test_a_plan_without_one_of_the_four_things_is_not_established(
    sips: SipDesk, system: str, changed: dict[str, object], missing: tuple[str, str]
) -> None:
    sip = started(sips)
    for act in (sips.consent, sips.summon, sips.meet):
        act(sip)

    refused = sips.plan(sip, **changed)

    assert refused.code in ("ofullstandig_plan", "plan_ofullstandig")
    assert missing[system == "Samvy"] in refused.text
    assert state(sips) == "Möte hållet"


def test_a_childs_plan_says_when_it_is_followed_up_and_which_verksamhet_does_what(sips: SipDesk) -> None:
    sip = started(sips, CHILD)
    sips.consent(sip, guardian=True)
    sips.summon(sip)
    sips.meet(sip)

    whole = {"next": "2022-06-01", "needs": "Lugn i skolan"}
    for lacking in ({}, whole | {"does": ""}, whole | {"needs": " "}, whole | {"next": None}):
        assert sips.plan(sip, **lacking).status == 409
    assert sips.plan(sip, **whole).status == 201


def test_kommunal_hsv_is_never_summoned_without_the_oppenvard(sips: SipDesk) -> None:
    sip = started(sips, by=SOC_BORAS)
    sips.consent(sip, by=SOC_BORAS)

    refused = sips.summon(sip, [HSV_BORAS], by=SOC_BORAS)

    assert refused.code in ("oppenvard_saknas", "oppenvard_fattas")
    assert sips.summon(sip, [HSV_BORAS, VC_BORAS], by=SOC_BORAS).status == 201


def test_a_huvudmans_unit_is_summoned_and_others_invited(sips: SipDesk) -> None:
    sip = started(sips)
    sips.consent(sip)

    assert sips.summon(sip, others=["Enhet SOCB"]).code in ("huvudman_ska_kallas", "ska_kallas")
    assert sips.summon(sip, others=["Fotbollstränaren"]).status == 201


def test_a_meeting_lies_ahead(sips: SipDesk) -> None:
    sip = started(sips)
    sips.consent(sip)

    assert sips.summon(sip, at="2022-04-01T10:00:00+02:00").code in ("mote_har_varit", "motestid_passerad")


def leaving(care: Any, sips: SipDesk, system: str) -> str:
    """A SIP of a patient at the hospital who is utskrivningsklar since the first day."""
    care.admit()
    for act in (lambda: care.assess("hsv"), care.send, care.judge_ready, care.announce):
        assert act().status == 201
    case = "S-1" if system == "SAMSA" else "VP-1"
    sip = started(sips, by=SAS, case=case)
    assert sips.consent(sip, by=SAS).status == 201
    return sip


def test_at_discharge_only_the_oppenvard_summons(care: Any, sips: SipDesk, system: str) -> None:
    sip = leaving(care, sips, system)

    for unit in (SAS, HSV_BORAS, VC_GOTEBORG):
        assert sips.summon(sip, [HSV_BORAS, SOC_BORAS], by=unit).status == 403
    assert sips.summon(sip, [HSV_BORAS, SOC_BORAS], by=VC_BORAS).status == 201


@pytest.mark.parametrize(("days", "late"), [(0, None), (3, None), (4, 1), (6, 3)])
def test_a_summons_is_late_from_the_fourth_day(care: Any, sips: SipDesk, system: str, days: int, late: int) -> None:
    sip = leaving(care, sips, system)
    first = int(DESKS[system][2][8:10])
    if days:
        care.move(f"2022-04-{first + days:02}T23:59:00+02:00")

    assert sips.summon(sip, [SOC_BORAS]).status == 201

    assert sips.read(ASTRID)[0]["late"] == [late]


def test_a_notice_that_was_withdrawn_starts_no_days(care: Any, sips: SipDesk, system: str) -> None:
    sip = leaving(care, sips, system)
    care.withdraw()
    care.move("2022-04-20T10:00:00+02:00")

    sips.summon(sip, [SOC_BORAS])

    assert sips.read(ASTRID)[0]["late"] == [None]


def test_who_does_not_take_part_sees_that_there_is_one_and_no_more(sips: SipDesk) -> None:
    sip = established(sips)

    [stranger] = sips.read(ASTRID, by=VC_GOTEBORG)

    assert (stranger["id"], stranger["state"], stranger["content"]) == (sip, "Pågående", False)
    assert sips.read(ASTRID, by=SOC_BORAS)[0]["content"]
    assert sips.follow_up(sip, by=VC_GOTEBORG).status == 403


def test_a_refusal_needs_its_reason_and_a_patients_no_needs_none(sips: SipDesk) -> None:
    sip = started(sips)

    assert sips.end(sip, "nekad", " ").code in ("skal_saknas", "anledning_fattas")
    assert sips.end(sip, "nekad", "Behovet är redan tillgodosett").status == 201
    assert state(sips) == "Nekad"
    other = started(sips)
    assert sips.end(other, "tackat-nej").status == 201
    assert state(sips) == "Tackat nej"


def test_what_is_over_can_be_read_and_not_changed(sips: SipDesk) -> None:
    sip = established(sips)
    sips.end(sip)

    for act in (sips.consent, sips.summon, sips.plan, sips.follow_up, sips.end):
        assert act(sip).status == 409
    assert state(sips) == "Avslutad"


def both(client: WireClient, world: str) -> tuple[SamsaSips, SamvySips]:
    return SamsaSips(client, world), SamvySips(client, world)


def test_a_person_has_one_active_sip_over_both_systems(client: WireClient, new_world: NewWorld) -> None:
    samsa, samvy = both(client, new_world(personer=PEOPLE))
    sip = started(samsa)

    again, beside = samsa.start(ASTRID), samvy.start(ASTRID)

    assert (again.code, beside.code) == ("aktiv_sip_finns", "plan_finns")
    assert "SIP-1" in again.text
    assert "SIP-1 (SAMSA)" in beside.text
    assert started(samvy, BERTIL) == "SP-1"
    assert "SP-1 i Samvy" in samsa.start(BERTIL).text
    samsa.end(sip, "tackat-nej")
    assert started(samvy) == "SP-2"


def test_each_shows_what_is_active_in_the_other(client: WireClient, new_world: NewWorld) -> None:
    samsa, samvy = both(client, new_world(personer=PEOPLE))
    sip = started(samsa)
    started(samvy, BERTIL)

    assert (samvy.elsewhere(ASTRID), samsa.elsewhere(BERTIL)) == (["SIP-1"], ["SP-1"])
    assert (samvy.elsewhere(BERTIL), samsa.elsewhere(ASTRID)) == ([], [])
    samsa.end(sip, "tackat-nej")
    assert samvy.elsewhere(ASTRID) == []


@pytest.mark.parametrize("first", ["samsa", "samvy"])
def test_when_the_other_cannot_be_asked_nothing_starts_unless_the_world_allows_it(
    client: WireClient, new_world: NewWorld, first: str
) -> None:
    for allowed in (False, True):
        parameters = {"sip_vid_avbrott": "tillat_och_flagga"} if allowed else {}
        world = new_world(personer=PEOPLE, parametrar=parameters)
        other = {"samsa": "samvy", "samvy": "samsa"}[first]
        client.call("POST", f"/styr/v/{world}/fel", {"fran": first, "till": other, "slag": "nere"})
        desk: SipDesk = dict(zip(("samsa", "samvy"), both(client, world), strict=True))[first]

        answer = desk.start(ASTRID)

        assert answer.status == (201 if allowed else 503)
        assert [sip["unchecked"] for sip in desk.read(ASTRID)] == ([True] if allowed else [])


def test_a_summons_lies_with_those_who_are_summoned(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(personer=PEOPLE)
    samsa = SamsaSips(client, world)
    sip = started(samsa)
    samsa.consent(sip)
    samsa.summon(sip, [SOC_BORAS])

    def summonses(unit: str) -> list[str]:
        listed = client.call("GET", f"/v/{world}/samsa/api/sip-kallelser", headers=nurse(unit))
        return [row["sip"] for row in listed.json["kallelser"]]

    assert (summonses(SOC_BORAS), summonses(HSV_BORAS)) == ([sip], [])


def test_a_sip_of_somebody_else_in_a_case_is_refused(care: Any, sips: SipDesk, system: str) -> None:
    care.admit()

    refused = sips.start(BERTIL, case="S-1" if system == "SAMSA" else "VP-1")

    assert refused.code in ("fel_patient", "annan_person")
    assert sips.start(BERTIL, case="S-99").status == 404


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["samsa", "samvy"]), st.sampled_from([ASTRID, BERTIL]), st.booleans(), st.integers(0, 30)
    ),
    min_size=1,
    max_size=8,
)
FAULTS = st.lists(
    st.fixed_dictionaries(
        {
            "slag": st.sampled_from(["tapp", "dubblett", "omkastning", "fordrojning"]),
            "andel": st.sampled_from([0.5, 0.9]),
            "fro": st.integers(0, 1000),
        }
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=60, deadline=None)
@given(acts=ACTS, faults=FAULTS)
def test_whatever_the_links_do_both_agree_on_what_is_active_when_they_have_come_to_rest(
    acts: list[tuple[str, str, bool, int]], faults: list[dict[str, Any]]
) -> None:
    client = WireClient(create_app())
    sha256, body = freeze(landscape_document())
    client.call("PUT", f"/styr/landskap/{sha256}", body)
    parameters = {"integration_forsok_max": 999, "sip_vid_avbrott": "tillat_och_flagga"}
    client.call("PUT", "/styr/v/v1", world_document(personer=PEOPLE, parametrar=parameters))
    desks: dict[str, SipDesk] = {"samsa": SamsaSips(client, "v1"), "samvy": SamvySips(client, "v1")}
    for fault in faults:
        late = {"sekunder": 1800} if fault["slag"] in ("omkastning", "fordrojning") else {}
        for way in ({"fran": "samsa", "till": "samvy"}, {"fran": "samvy", "till": "samsa"}):
            client.call("POST", "/styr/v/v1/fel", {**way, **fault, **late})
    clock = SamsaDesk(client, "v1")
    minutes = 0
    for system, patient, ends, pause in acts:
        desk = desks[system]
        running = [sip["id"] for sip in desk.read(patient) if sip["state"] == "Behov upptäckt"]
        if ends and running:
            desk.end(running[0], "tackat-nej")
        else:
            desk.start(patient)
        minutes += pause
        clock.move(f"2022-04-04T{10 + minutes // 60:02}:{minutes % 60:02}:00+02:00")
    for listed in client.call("GET", "/styr/v/v1/fel").json["fel"]:
        client.call("DELETE", f"/styr/v/v1/fel/{listed['nummer']}")
    clock.move("2022-04-05T10:00:00+02:00")

    for patient in (ASTRID, BERTIL):
        for system, other in (("samsa", "samvy"), ("samvy", "samsa")):
            running = [sip["id"] for sip in desks[system].read(patient) if sip["state"] == "Behov upptäckt"]
            assert desks[other].elsewhere(patient) == running
            assert len(running) <= 1
    waiting = client.call("GET", "/v/v1/integration/pa-vag").json["pa_vag"]
    assert waiting == []


def test_the_number_is_nothing_without_its_oid(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(personer=PEOPLE)
    body = {"patient": {"oid": "1.2.752.129.2.1.3.3", "id": ASTRID}, "arende": None}

    answer = client.call("POST", f"/v/{world}/samsa/api/sip", body, headers=nurse(VC_BORAS))

    assert (answer.status, answer.code) == (409, "okand_person")
    assert body["patient"]["oid"] != PERSONNUMMER  # type: ignore[index]
