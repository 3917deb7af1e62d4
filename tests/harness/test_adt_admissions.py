"""Samvy tells SAMSA of admissions as ADT, where that is chosen; what comes twice or too late changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from careacts import SamvyDesk
from landscape import ASTRID, HSV_BORAS, PERSONNUMMER, SAS, freeze, landscape_document, nurse, world_document
from wireclient import WireClient

from harness import simulator
from harness.defects import adt, catalogue
from testdata.krav.register import krav

START = "2022-04-05T10:00:00+02:00"
TOLD = {"adt_vardtillfalle_till_samsa": True}


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> WireClient:
    """A simulator that knows these defects too."""
    monkeypatch.setattr(simulator, "list_defects", lambda: (*catalogue.list_defects(), *adt.list_defects()))
    made = WireClient(simulator.create_app())
    sha256, body = freeze(landscape_document())
    assert made.call("PUT", f"/styr/landskap/{sha256}", body).status == 201
    return made


def desk_in(client: WireClient, world: str = "v1", parameters: object = None, *defects: str) -> SamvyDesk:
    document = world_document(start=START, parametrar=TOLD if parameters is None else parameters, defekter=defects)
    assert client.call("PUT", f"/styr/v/{world}", document).status == 201
    return SamvyDesk(client, world)


def known(desk: SamvyDesk) -> list[tuple[str, str, str | None]]:
    """Event, where she is and the planned discharge, as SAMSA knows it."""
    query = {"oid": PERSONNUMMER, "id": ASTRID}
    found: Any = desk.client.call(
        "GET", f"/v/{desk.world}/samsa/api/vardtillfallen", headers=nurse(HSV_BORAS), query=query
    ).json
    return [(row["adt"], row["lage"], row["beraknad_utskrivning"]) for row in found["vardtillfallen"]]


def events(desk: SamvyDesk) -> list[dict[str, Any]]:
    return [json.loads(line) for line in desk.client.call("GET", f"/insyn/v/{desk.world}/journal").body.splitlines()]


def fault(desk: SamvyDesk, slag: str, **more: object) -> None:
    body = {"fran": "samvy", "till": "samsa", "slag": slag, **more}
    assert desk.client.call("POST", f"/styr/v/{desk.world}/fel", body).status == 201


def stay(desk: SamvyDesk) -> None:
    desk.admit()
    desk.assess("hsv")
    desk.send()
    desk.change("2022-04-22")
    desk.discharge()


def test_samsa_follows_an_admission_from_event_to_event(client: WireClient) -> None:
    desk = desk_in(client)
    desk.admit()
    seen = [known(desk)]
    desk.assess("hsv")
    for act in (desk.send, lambda: desk.change("2022-04-22"), desk.discharge):
        act()
        seen.append(known(desk))

    assert seen == [
        [("A01", "inskriven", None)],
        [("A16", "inskriven", "2022-04-20")],
        [("A16", "inskriven", "2022-04-22")],
        [("A03", "utskriven", "2022-04-22")],
    ]
    told = [one["text"] for one in events(desk) if one["typ"] == "meddelande-levererat" and one["system"] != "samsa"]
    assert told == [
        "ADT A01: inskriven (VP-1)",
        "ADT A16: beräknad utskrivning (VP-1)",
        "ADT A16: beräknad utskrivning (VP-1)",
        "ADT A03: utskriven (VP-1)",
    ]


def test_one_that_is_closed_before_discharge_is_cancelled(client: WireClient) -> None:
    desk = desk_in(client)
    desk.admit()
    assert desk.close("Inskriven av misstag").status == 201

    assert known(desk) == [("A11", "avbruten", None)]


@pytest.mark.parametrize(("slag", "more"), [("dubblett", {}), ("omkastning", {"sekunder": 900, "fro": 3})])
def test_doubled_or_overtaken_events_end_where_they_should(
    client: WireClient, slag: str, more: dict[str, object]
) -> None:
    desk = desk_in(client)
    fault(desk, slag, **more)

    stay(desk)
    desk.move("2022-04-05T12:00:00+02:00")

    assert known(desk) == [("A03", "utskriven", "2022-04-22")]
    assert len([one for one in events(desk) if one["typ"] == "adt-vardtillfalle"]) == 4


def test_where_it_is_not_chosen_nothing_is_told(client: WireClient) -> None:
    desk = desk_in(client, "v1", {})
    stay(desk)

    assert known(desk) == []
    assert not [one for one in events(desk) if one["typ"] == "meddelande-mottaget"]


def test_a_stranger_is_refused(client: WireClient) -> None:
    desk = desk_in(client)
    address, query = f"/v/{desk.world}/samsa/api/vardtillfallen", {"oid": PERSONNUMMER, "id": ASTRID}
    stranger = {"X-Enhet": SAS, "X-Medarbetare": "x"}

    assert client.call("GET", address, headers=stranger, query=query).code == "ej_anstalld"
    assert client.call("GET", address, headers=nurse(SAS)).code == "fel_begaran"


def says_that_she_left(desk: SamvyDesk) -> bool:
    stay(desk)
    return known(desk)[0][1] == "utskriven"


def says_that_she_stays(desk: SamvyDesk) -> bool:
    desk.admit()
    desk.assess("hsv")
    desk.send()
    return known(desk)[0][1] == "inskriven"


TRUTHS: dict[str, Callable[[SamvyDesk], bool]] = {
    "samvy-adt-utskrivning-berattas-inte": says_that_she_left,
    "samvy-adt-beraknad-blir-utskriven": says_that_she_stays,
}


@pytest.mark.parametrize("defect", TRUTHS)
def test_a_defect_changes_what_it_says(client: WireClient, defect: str) -> None:
    assert TRUTHS[defect](desk_in(client, "hel"))
    assert not TRUTHS[defect](desk_in(client, "trasig", None, defect))


def test_every_defect_is_tried_and_names_krav_that_exist() -> None:
    assert set(TRUTHS) == {defect.id for defect in adt.list_defects()}
    assert all(krav(name).id == name for defect in adt.list_defects() for name in defect.krav)
