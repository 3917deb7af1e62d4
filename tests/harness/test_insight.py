"""The pages of those who run the simulator: they show a world as it is and was, and move its clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from careacts import SamsaDesk
from landscape import ASTRID, SAS, SOC_BORAS
from pagewire import Browser, Element, Page
from wireclient import WireClient

NewWorld = Callable[..., str]
START = "2022-04-04T10:00:00+02:00"


@pytest.fixture
def world(new_world: NewWorld) -> str:
    return new_world(start=START, parametrar={"samsa_arende_pagar_fordrojning_s": 2400})


@pytest.fixture
def desk(client: WireClient, world: str) -> SamsaDesk:
    return SamsaDesk(client, world)


@pytest.fixture
def browser(client: WireClient) -> Browser:
    return Browser(client, "/insyn", cookie="")


def rows(page: Page) -> list[list[str]]:
    """The cells of every table of the page, without headings."""
    return [[cell.text for cell in row.all() if cell.tag in ("td", "th")] for row in page.main.all("tr")][1:]


def clock(client: WireClient, world: str) -> datetime:
    return datetime.fromisoformat(client.call("GET", f"/styr/v/{world}/tid").json["tid"])


def test_every_world_is_listed_with_its_clock_and_its_systems(browser: Browser, new_world: NewWorld) -> None:
    assert "Här finns ingen värld än" in browser.get("/").main.text
    new_world(start=START)
    new_world(start="2023-04-05T08:30:00+02:00")

    listed = browser.get("/")

    assert [row[:3] for row in rows(listed)] == [
        ["v1", "2022-04-04 kl. 10.00", "1"],
        ["v2", "2023-04-05 kl. 08.30", "1"],
    ]
    assert [link.attributes["href"] for link in listed.main.all("a")][1:4] == [
        "/v/v1/samsa/",
        "/v/v1/samvy/",
        "/v/v1/enheter/",
    ]


@pytest.mark.parametrize(
    ("form", "then"),
    [
        ({"steg": "timme"}, "2022-04-04T11:00:00+02:00"),
        ({"steg": "dygn"}, "2022-04-05T10:00:00+02:00"),
        ({"steg": "vecka"}, "2022-04-11T10:00:00+02:00"),
        ({"steg": "nasta"}, "2022-04-04T10:40:00+02:00"),
        ({"till_tid": "2022-04-05 08.15"}, "2022-04-05T08:15:00+02:00"),
    ],
)
def test_the_clock_is_moved_and_what_is_due_happens(
    client: WireClient, browser: Browser, world: str, desk: SamsaDesk, form: dict[str, str], then: str
) -> None:
    desk.admit()
    waiting = browser.get(f"/v/{world}")
    assert ["2022-04-04 kl. 10.40", "Integrationen", "leverans", "samsa:S-1:pågår"] in rows(waiting)

    moved = browser.follow(browser.post(f"/v/{world}/klocka", form))

    assert clock(client, world) == datetime.fromisoformat(then)
    assert "Ingenting väntar." in moved.main.text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"till_tid": "2022-04-04 09.59"}, "går aldrig bakåt"),
        ({"till_tid": "i morgon"}, "»i morgon« är ingen tidpunkt"),
        ({"till_tid": ""}, "skriv vilken tidpunkt"),
        ({"steg": "nasta"}, "ingenting väntar"),
    ],
)
def test_a_clock_that_cannot_be_moved_so_stands_still_and_says_why(
    client: WireClient, browser: Browser, world: str, form: dict[str, str], told: str
) -> None:
    page = browser.post(f"/v/{world}/klocka", form)

    assert page.status == 422
    assert told in page.alert
    assert clock(client, world) == datetime.fromisoformat(START)


def test_events_are_filtered_by_system_kind_and_text_newest_first(
    browser: Browser, world: str, desk: SamsaDesk
) -> None:
    desk.admit()
    desk.assess("soc")
    desk.send()

    def found(query: str) -> list[list[str]]:
        return rows(browser.get(f"/v/{world}/handelser?{query}"))

    everything = [int(row[0]) for row in found("")]
    assert everything == list(range(len(everything), 0, -1))
    assert {row[2] for row in found("system=samsa")} == {"SAMSA"}
    assert [row[3] for row in found("slag=behov-bedomda")] == ["behov-bedomda"]
    reached = found(f"text={SOC_BORAS}&slag=meddelande-levererat")
    assert len(reached) == 1
    assert "Inskrivningsmeddelande" in reached[0][4]
    assert found("text=finnsinte") == []


def test_a_long_history_has_pages_and_a_page_that_is_not_there_is_the_nearest(
    browser: Browser, world: str, desk: SamsaDesk
) -> None:
    desk.admit()
    for _ in range(120):
        desk.assess("soc")

    first, last = browser.get(f"/v/{world}/handelser"), browser.get(f"/v/{world}/handelser?sida=99")

    assert len(rows(first)) == 100
    assert int(rows(last)[-1][0]) == 1
    assert browser.get(f"/v/{world}/handelser?sida=-3").html == first.html
    older = next(link for link in first.main.all("a") if link.text == "Äldre")
    assert int(rows(browser.get(older.attributes["href"].removeprefix("/insyn")))[0][0]) == int(rows(first)[-1][0]) - 1


def test_a_world_is_shown_as_it_was_and_cannot_be_changed_there(
    client: WireClient, browser: Browser, world: str, desk: SamsaDesk
) -> None:
    desk.admit()
    desk.move("2022-04-05T10:00:00+02:00")
    before = client.call("GET", f"/insyn/v/{world}/journal").body

    was = browser.get(f"/v/{world}?kl=2022-04-04+10.30")
    events = browser.get(f"/v/{world}/handelser?kl=2022-04-04+10.30&system=samvy")

    assert "Så var det 2022-04-04 10.30" in was.main.text
    assert ["2022-04-04 kl. 10.40", "Integrationen", "leverans", "samsa:S-1:pågår"] in rows(was)
    assert [form for form in was.main.all("form") if form.attributes["method"] == "post"] == []
    assert rows(events) == []
    assert len(rows(browser.get(f"/v/{world}/handelser?system=samvy"))) == 1
    assert client.call("GET", f"/insyn/v/{world}/journal").body == before
    assert "världen börjar 2022-04-04 kl. 10.00" in browser.get(f"/v/{world}?kl=2022-04-04+09.00").alert
    assert "är ingen tidpunkt" in browser.get(f"/v/{world}?kl=förr").alert


def test_a_branch_is_made_from_a_moment_and_the_first_world_goes_on(
    client: WireClient, browser: Browser, world: str, desk: SamsaDesk
) -> None:
    desk.move("2022-04-05T10:00:00+02:00")
    desk.admit()

    page = browser.follow(browser.post(f"/v/{world}/gren", {"namn": "prov", "till": "2022-04-05 09.00"}))

    assert page.main.terms["Gren av"] == world
    assert SamsaDesk(client, "prov").admit().status == 201
    assert "finns redan" in browser.post(f"/v/{world}/gren", {"namn": "prov"}).alert
    assert "skriv ett namn" in browser.post(f"/v/{world}/gren", {"namn": ""}).alert
    assert "fanns inte" in browser.post(f"/v/{world}/gren", {"namn": "ny", "till": "2020-01-01"}).alert


def test_people_are_listed_and_searched(browser: Browser, world: str) -> None:
    everybody, one = browser.get(f"/v/{world}/personer"), browser.get(f"/v/{world}/personer?text={ASTRID}")

    assert len(rows(everybody)) > 1
    assert [row[1] for row in rows(one)] == [ASTRID]
    assert "1 person." in one.main.text


def test_who_can_sign_in_is_told_with_what(browser: Browser, client: WireClient, world: str) -> None:
    page = browser.get(f"/v/{world}/medarbetare?text=läkare+{SAS}")
    [[_, _, role, hsa_id, code]] = rows(page)

    assert role == "läkare"
    at_samsa = Browser(client, f"/v/{world}/samsa", cookie="samsa_session")
    assert at_samsa.post("/inloggning", {"hsa_id": hsa_id, "kod": code}).location.endswith("/inkorg")
    assert rows(browser.get(f"/v/{world}/medarbetare?text=ingen+alls")) == []


def test_what_holds_is_shown_with_its_class_and_whether_it_was_used(
    browser: Browser, new_world: NewWorld, client: WireClient
) -> None:
    world = new_world(start=START, parametrar={"systemval_regel": "alla"})
    before = {row[0]: row for row in rows(browser.get(f"/v/{world}/regler"))}
    SamsaDesk(client, world).admit()

    after = {row[0]: row for row in rows(browser.get(f"/v/{world}/regler"))}

    assert before["systemval_regel"] == ["systemval_regel", "alla", "C", "nej"]
    assert after["systemval_regel"][3] == "ja"
    assert after["millenniumenheter.driftsatt.dag"][3] == "C"
    assert "millenniumenheter.driftsatt.dag" not in before


def test_a_fault_is_put_on_a_link_and_taken_away(browser: Browser, world: str, desk: SamsaDesk) -> None:
    form = {"fran": "samsa", "till": "samvy", "slag": "fordrojning", "minuter": "30"}

    page = browser.follow(browser.post(f"/v/{world}/forbindelser", form))

    assert [row[:4] for row in rows(page)] == [["SAMSA", "Samvy", "fördröjd", "30 min"]]
    desk.admit()
    assert "2022-04-04 kl. 11.10" in browser.get(f"/v/{world}").main.text
    gone = browser.follow(browser.post(f"/v/{world}/forbindelser/1/bort"))
    assert "Alla förbindelser är hela." in gone.main.text
    assert browser.post(f"/v/{world}/forbindelser/1/bort").status == 404


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"slag": "fordrojning", "minuter": ""}, "skriv hur många minuter"),
        ({"slag": "nere", "minuter": "5"}, "det felet har ingen tid"),
        ({"slag": "fordrojning", "minuter": "några"}, "»några« går inte"),
        ({"slag": "trasig"}, "Välj vad som är fel ur listan"),
        ({"slag": "nere", "fran": "okänt"}, "'okänt' finns inte"),
    ],
)
def test_a_fault_that_cannot_be_is_told_of_at_its_field(
    browser: Browser, world: str, form: dict[str, str], told: str
) -> None:
    page = browser.post(f"/v/{world}/forbindelser", {"fran": "samsa", "till": "samvy", **form})

    assert page.status == 422
    assert told in page.alert


def test_what_somebody_wrote_is_text_and_never_markup(browser: Browser, world: str) -> None:
    hostile = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"

    for page in ("/handelser?text=", "/personer?text=", "?kl="):
        assert "<script>" not in browser.get(f"/v/{world}{page}{hostile}").html


def test_a_world_that_is_not_there_has_a_page(browser: Browser) -> None:
    page = browser.get("/v/ingen/handelser")

    assert page.status == 404
    assert "Världen ingen finns inte." in page.html


def test_every_field_has_a_label(browser: Browser, world: str) -> None:
    for path in ("", "/handelser", "/personer", "/medarbetare", "/forbindelser"):
        page = browser.get(f"/v/{world}{path}").main
        labels = {label.attributes["for"] for label in page.all("label")}
        fields: list[Element] = [*page.all("input"), *page.all("select")]
        assert {field.attributes["id"] for field in fields if field.attributes.get("type") != "hidden"} <= labels
