"""The kommunrapport of Samvy: at least SAMSA's measures, no patient, and each kommun its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from careacts import SamsaDesk, SamvyDesk
from landscape import ASTRID, HSV_BORAS, HSV_GOTEBORG, SAS, SOC_BORAS, nurse
from wireclient import Answer, WireClient, contract

NewWorld = Callable[..., str]
LIVE = "2022-04-05T10:00:00+02:00"


@pytest.fixture
def desk(client: WireClient, new_world: NewWorld) -> SamvyDesk:
    return SamvyDesk(client, new_world(start=LIVE))


def read(desk: SamvyDesk, unit: str = SOC_BORAS, kommun: str = "1490", **query: str) -> Answer:
    address = f"/v/{desk.world}/samvy/kommunrapporter/{kommun}"
    return desk.client.call("GET", address, headers=nurse(unit), query=query)


def rows(desk: SamvyDesk, **query: str) -> list[dict[str, Any]]:
    return list(read(desk, **query).json["rader"])


def go_through(desk: SamvyDesk | SamsaDesk) -> None:
    """Ready on the 8th, home on the 11th."""
    desk.admit()
    desk.assess("hsv")
    desk.send()
    desk.judge_ready()
    desk.move("2022-04-08T10:00:00+02:00")
    desk.announce()
    desk.move("2022-04-11T10:00:00+02:00")
    desk.discharge()


def test_a_row_says_what_happened_and_nothing_of_whom(desk: SamvyDesk) -> None:
    go_through(desk)

    [row] = rows(desk)
    assert (row["utskrivningsklar"], row["utskriven"], row["dagar"]) == ("2022-04-08", "2022-04-11", 3)
    assert (row["inskrivningsmeddelande"], row["inskrivningsmeddelandeSent"], row["avvikelser"]) == (True, False, 0)
    assert (row["sjukhus"], row["kommunkod"], row["sipBehovs"], row["kallelseSkickad"]) == (SAS, "1490", False, None)
    assert ASTRID not in read(desk).text
    assert "Testsson" not in read(desk).text


def test_every_measure_of_samsa_is_there_under_its_name_or_ours() -> None:
    """AK-STAT-02, by the contracts."""
    ours = set(contract("samvy")["components"]["schemas"]["Rapportrad"]["properties"])
    theirs = set(contract("samsa")["components"]["schemas"]["Betaldagsrad"]["properties"])
    renamed = {"arende": "vardplanering", "lage": "status"}

    assert {renamed.get(name, _camel(name)) for name in theirs} <= ours


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def test_a_late_letter_is_counted_with_its_deviation(desk: SamvyDesk) -> None:
    desk.admit()
    desk.assess("hsv")
    desk.move("2022-04-06T10:01:00+02:00")
    desk.send()

    [row] = rows(desk)
    assert (row["inskrivningsmeddelandeSent"], row["avvikelser"], row["dagar"]) == (True, 1, None)


def test_a_month_has_those_who_left_in_it(desk: SamvyDesk) -> None:
    go_through(desk)

    assert len(rows(desk, manad="2022-04")) == 1
    assert rows(desk, manad="2022-05") == []
    assert read(desk, manad="2022-13").code == "fel_begaran"


def test_each_kommun_reads_its_own_and_the_region_all(desk: SamvyDesk) -> None:
    go_through(desk)

    assert read(desk, HSV_GOTEBORG).code == "annan_kommun"
    assert read(desk, HSV_GOTEBORG, "1480").json["rader"] == []
    assert len(read(desk, SAS).json["rader"]) == len(read(desk, HSV_BORAS).json["rader"]) == 1
    assert read(desk, SAS, "boras").code == "fel_begaran"
