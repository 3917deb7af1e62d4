"""The pages of SAMSA, as a browser without scripts meets them: what comes over the wire, and what it does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from http.cookies import SimpleCookie
from typing import Any

import pytest
from careacts import SamsaDesk
from landscape import (
    ASTRID,
    CODE,
    HSV_BORAS,
    PARTIES_BORAS,
    PERSONNUMMER,
    SAS,
    SOC_BORAS,
    VC_BORAS,
    VC_GOTEBORG,
    freeze,
    landscape_document,
)
from pagewire import Browser, Page
from wireclient import WireClient

from harness.kernel.calendar import STOCKHOLM
from harness.systems.samsa.pages import policies, shown

NewWorld = Callable[..., str]
START = "2022-04-04T10:00:00+02:00"
PATIENT = f"/patienter/{PERSONNUMMER}/{ASTRID}"
CASE = "/arenden/S-1"
HOSTILE = '"><script>alert(1)</script>'


class SamsaBrowser(Browser):
    """A browser at SAMSA."""

    def __init__(self, client: WireClient, prefix: str) -> None:
        super().__init__(client, prefix, cookie="samsa_session")

    def enter(self, person: str, code: str = CODE) -> Page:
        return self.post("/inloggning", {"hsa_id": person, "kod": code})


Enter = Callable[..., SamsaBrowser]


@pytest.fixture
def world(new_world: NewWorld) -> str:
    return new_world(start=START)


@pytest.fixture
def enter(client: WireClient, world: str) -> Enter:
    """A browser in which somebody has signed in."""

    def open_browser(unit: str = SAS, letter: str = "S", world: str = world) -> SamsaBrowser:
        browser = SamsaBrowser(client, f"/v/{world}/samsa")
        assert browser.enter(f"{unit}{letter}").status == 303
        return browser

    return open_browser


def inform(enter: Enter) -> SamsaBrowser:
    """A case with one inskrivningsmeddelande; the ward's browser."""
    ward, doctor = enter(), enter(letter="L")
    assert ward.post(f"{PATIENT}/arenden", PARTIES_BORAS).location.endswith(CASE)
    assert doctor.post(f"{CASE}/behovsbedomning", {"behov": ["KOMMUNAL_HSV", "SOCIALTJANST"]}).status == 303
    assert ward.post(f"{CASE}/inskrivningsmeddelande", {"skicka_dag": "2022-04-20"}).status == 303
    return ward


# Signing in


@pytest.mark.parametrize(
    ("card", "code"), [(f"{SAS}S", "654321"), (f"{SAS}S", ""), ("SE0000000000-INGEN", CODE), ("", "")]
)
def test_a_card_that_is_unknown_or_a_code_that_is_not_its_own_opens_nothing(
    client: WireClient, world: str, card: str, code: str
) -> None:
    """AK-BEH-02: both factors, and the same words whichever was wrong."""
    browser = SamsaBrowser(client, f"/v/{world}/samsa")

    answer = browser.enter(card, code)

    assert (answer.status, browser.token) == (403, "")
    assert answer.alert.startswith("Det går inte att logga in.")
    assert browser.get("/inkorg").location == f"/v/{world}/samsa/inloggning"


def test_the_cookie_goes_no_further_than_one_system_of_one_world(client: WireClient, world: str) -> None:
    answer = SamsaBrowser(client, f"/v/{world}/samsa").enter(f"{SAS}S")

    cookie = SimpleCookie(answer.headers["set-cookie"])["samsa_session"]
    assert (cookie["path"], cookie["domain"]) == (f"/v/{world}/samsa", "")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "strict")


def test_a_token_is_worth_nothing_elsewhere(client: WireClient, new_world: NewWorld) -> None:
    one, other = new_world(start=START), new_world(start=START)
    homes = [f"/v/{one}/samsa", f"/v/{other}/samsa", f"/v/{one}/p/a/samsa", f"/v/{one}/p/b/samsa"]

    for home in homes:
        browser = SamsaBrowser(client, home)
        browser.enter(f"{SAS}S")
        assert browser.get("/inkorg").status == 200
        for elsewhere in set(homes) - {home}:
            stranger = SamsaBrowser(client, elsewhere)
            stranger.token = browser.token
            assert stranger.get("/inkorg").location == f"{elsewhere}/inloggning"


def test_who_works_at_two_units_chooses_one(client: WireClient, new_world: NewWorld) -> None:
    document = landscape_document()
    document["medarbetare"].append(document["medarbetare"][0] | {"enhet": VC_BORAS})
    sha256, body = freeze(document)
    client.call("PUT", f"/styr/landskap/{sha256}", body)
    browser = SamsaBrowser(client, f"/v/{new_world(start=START, landskap=sha256)}/samsa")

    assert browser.enter(f"{SAS}L").location.endswith("/enhetsval")
    assert browser.get("/inkorg").location.endswith("/enhetsval")
    assert [label.text for label in browser.get("/enhetsval").root.all("label")] == ["Enhet SAS", "Enhet VCB"]
    assert browser.post("/enhetsval", {"enhet": HSV_BORAS}).status == 422

    chosen = browser.follow(browser.post("/enhetsval", {"enhet": VC_BORAS}))
    assert chosen.root.one("h1").text == "Inkorg för Enhet VCB"


def test_signing_out_ends_the_session(enter: Enter) -> None:
    browser = enter()
    token = browser.token

    assert browser.post("/utloggning").location.endswith("/inloggning")
    browser.token = token
    assert browser.get("/inkorg").status == 303


# What the pages show


@pytest.mark.parametrize("written", [ASTRID, f"{ASTRID[:8]}-{ASTRID[8:]}", f" {ASTRID[:8]} {ASTRID[8:]} "])
def test_a_number_is_found_however_it_is_written(enter: Enter, written: str) -> None:
    browser = enter()

    found = browser.follow(browser.post("/sok", {"typ": PERSONNUMMER, "nummer": written})).root

    assert found.one("h1").text == f"Personnummer {ASTRID[:8]}-{ASTRID[8:]}"
    assert found.one("main").terms == {"Namn": "Test Testsson", "Folkbokföringsadress": "Provgatan 1, 500 00 Borås"}
    assert "Inga ärenden i SAMSA." in found.one("main").text


@pytest.mark.parametrize("number", ["", "9105062380", "１９９１０５０６２３８０", "199105062380X"])
def test_what_is_no_number_is_pointed_out_and_stays(enter: Enter, number: str) -> None:
    answer = enter().post("/sok", {"typ": PERSONNUMMER, "nummer": number})

    assert answer.status == 422
    assert answer.root.one(role="alert").one("a").attributes["href"] == "#nummer"
    assert answer.root.one(id="nummer").attributes["value"] == number


def test_a_case_says_everything_about_itself(client: WireClient, world: str, enter: Enter) -> None:
    ward, doctor, soc = enter(), enter(letter="L"), enter(SOC_BORAS)
    ward.post(f"{PATIENT}/arenden", PARTIES_BORAS)
    doctor.post(f"{CASE}/behovsbedomning", {"behov": ["KOMMUNAL_HSV", "SOCIALTJANST"]})
    client.call("POST", f"/styr/v/{world}/tid", {"till": "2022-04-05T11:05:00+02:00"})
    ward.post(f"{CASE}/inskrivningsmeddelande", {"skicka_dag": "2022-04-20"})
    soc.post(f"{CASE}/kvittens", {"meddelande": "1"})

    section = soc.get(CASE).root.named("section", "Ärende S-1")
    assert section.terms == {
        "Läge": "Planering pågår",
        "Slutenvårdsenhet": "Enhet SAS",
        "Inskriven": "2022-04-04 kl. 10.00",
        "Beräknad utskrivning": "2022-04-20",
        "Kommunal hälso- och sjukvård": "Enhet KHVB",
        "Socialtjänst": "Enhet SOCB",
        "Regional öppenvård": "Enhet VCB",
    }
    message = section.named("article", "Inskrivningsmeddelande S-1/1")
    assert message.terms == {"Från": "Enhet SAS", "Skickat": "2022-04-05 kl. 11.05", "Försenat": "1 tim 5 min"}
    content, recipients = message.all("table")
    assert {row.one("th").text: row.one("td").text for row in content.all("tr")} == {
        "Namn": "Test Testsson",
        "Personnummer": ASTRID,
        "Folkbokföringsadress": "Provgatan 1, 500 00 Borås",
        "Beräknad utskrivning": "2022-04-20",
    }
    assert [[cell.text for cell in row.all("td")] for row in recipients.one("tbody").all("tr")] == [
        ["Enhet KHVB", "Levererad", "", "", ""],
        ["Enhet SOCB", "Kvitterad", "sjuksköterska på Enhet SOCB", "sjuksköterska", "2022-04-05 kl. 11.05"],
        ["Enhet VCB", "Levererad", "", "", ""],
    ]


def test_who_has_not_kvitterat_gets_the_button_and_only_the_ward_has_the_actions_open(enter: Enter) -> None:
    ward, vc = inform(enter), enter(VC_BORAS)

    def of_messages(browser: SamsaBrowser) -> list[str]:
        return [button.text for article in browser.get(CASE).root.all("article") for button in article.all("button")]

    assert (of_messages(ward), of_messages(vc)) == ([], ["Kvittera"])
    assert ["open" in browser.get(CASE).root.one("details").attributes for browser in (ward, vc)] == [True, False]
    vc.post(f"{CASE}/kvittens", {"meddelande": "1"})
    assert of_messages(vc) == []


def test_an_inkorg_has_the_oldest_first(client: WireClient, world: str, enter: Enter) -> None:
    ward, soc = inform(enter), enter(SOC_BORAS)
    client.call("POST", f"/styr/v/{world}/tid", {"till": "2022-04-04T11:00:00+02:00"})
    ward.post(f"{CASE}/beraknad-utskrivning", {"andra_dag": "2022-04-22"})

    rows = [[cell.text for cell in row.all("td")] for row in soc.get("/inkorg").root.one("tbody").all("tr")]
    patient = f"Personnummer {ASTRID[:8]}-{ASTRID[8:]}"
    assert rows == [
        ["2022-04-04 kl. 10.00", "Inskrivningsmeddelande", patient, "Enhet SAS", "Levererad", "S-1"],
        ["2022-04-04 kl. 11.00", "Ändrad beräknad utskrivning", patient, "Enhet SAS", "Levererad", "S-1"],
    ]


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(None, ""), (0, "0 min"), (1, "1 min"), (60, "1 tim"), (65, "1 tim 5 min"), (1560, "26 tim")],
)
def test_lateness_in_words(minutes: int | None, text: str) -> None:
    assert policies.lateness(minutes) == text


def test_the_hour_that_comes_twice_says_which() -> None:
    first = datetime(2022, 10, 30, 2, 30, tzinfo=STOCKHOLM)

    assert shown.clock(first) == "2022-10-30 kl. 02.30"
    assert shown.clock(first.replace(fold=1)) == "2022-10-30 kl. 02.30 (vintertid)"


# What the pages do


def _acts(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A page shows the case after each act, which is a reading more than the API makes."""
    return [event for event in events if event["system"] == "samsa" and event["typ"] != "journal-last"]


def domain_events(client: WireClient, world: str) -> list[tuple[Any, ...]]:
    lines = client.call("GET", f"/insyn/v/{world}/journal").body.splitlines()
    events = [json.loads(line) for line in lines]
    return [tuple(sorted((k, str(v)) for k, v in e.items() if k != "nr")) for e in _acts(events)]


def test_a_whole_case_leaves_the_same_journal_as_over_the_api(
    client: WireClient, new_world: NewWorld, enter: Enter
) -> None:
    by_api, by_page = new_world(start=START), new_world(start=START)
    desk = SamsaDesk(client, by_api)
    ward, doctor = enter(world=by_page), enter(letter="L", world=by_page)
    soc, outsider = enter(SOC_BORAS, world=by_page), enter(VC_GOTEBORG, world=by_page)
    # Act over the API, the browser that does the same, its form and what is filled in.
    both: list[tuple[Callable[[], object], SamsaBrowser, str, dict[str, Any]]] = [
        (desk.admit, ward, f"{PATIENT}/arenden", PARTIES_BORAS),
        (desk.announce, ward, f"{CASE}/utskrivningsklar", {}),
        (
            lambda: desk.assess("hsv", "soc"),
            doctor,
            f"{CASE}/behovsbedomning",
            {"behov": ["KOMMUNAL_HSV", "SOCIALTJANST"]},
        ),
        (desk.send, ward, f"{CASE}/inskrivningsmeddelande", {"skicka_dag": "2022-04-20"}),
        (lambda: desk.acknowledge("inskrivning", SOC_BORAS), soc, f"{CASE}/kvittens", {"meddelande": "1"}),
        (lambda: desk.acknowledge("inskrivning", VC_GOTEBORG), outsider, f"{CASE}/kvittens", {"meddelande": "1"}),
        (lambda: desk.change("2022-04-22"), ward, f"{CASE}/beraknad-utskrivning", {"andra_dag": "2022-04-22"}),
        (desk.judge_ready, doctor, f"{CASE}/utskrivningsklarbedomning", {}),
        (desk.announce, ward, f"{CASE}/utskrivningsklar", {}),
        (desk.withdraw, ward, f"{CASE}/atertagande", {}),
        (desk.discharge, ward, f"{CASE}/utskrivning", {}),
        (desk.close, doctor, f"{CASE}/avslut", {"orsak": ""}),
        (lambda: desk.close("flyttat"), doctor, f"{CASE}/avslut", {"orsak": "flyttat"}),
    ]

    for act, browser, path, form in both:
        act()
        browser.post(path, form)
        browser.get(CASE)
        browser.get(PATIENT)

    events = domain_events(client, by_page)
    assert events == domain_events(client, by_api)
    assert len(events) > 20


def test_what_was_done_is_said_once(enter: Enter) -> None:
    ward = enter()

    done = ward.post(f"{PATIENT}/arenden", PARTIES_BORAS)

    assert ward.follow(done).root.one(role="status").text == "Ärende S-1 är öppnat."
    assert not list(ward.follow(done).root.all(role="status"))


def test_a_no_has_its_reason_and_code_and_is_remembered(enter: Enter) -> None:
    ward = inform(enter)

    answer = ward.post(f"{CASE}/utskrivningsklar")

    reason = "Ingen gällande läkarbedömning säger att patienten i S-1 är utskrivningsklar."
    assert answer.status == 409
    assert [p.text for p in answer.root.one(role="alert").all("p")] == [reason, "Felkod: lakarbedomning_saknas"]
    [table] = [t for t in ward.get(PATIENT).root.all("table") if t.one("caption").text == "Nekade åtgärder"]
    assert [cell.text for cell in table.all("td")] == [
        "2022-04-04 kl. 10.00",
        "Enhet SAS",
        reason,
        "lakarbedomning_saknas",
    ]


@pytest.mark.parametrize(
    ("unit", "form", "values", "code"),
    [
        (SAS, "behovsbedomning", {"behov": "SOCIALTJANST"}, "403 kraver_lakare"),
        (VC_BORAS, "utskrivning", {}, "403 fel_enhet"),
        (VC_GOTEBORG, "kvittens", {"meddelande": "1"}, "409 ej_mottagare"),
        (SAS, "avslut", {"orsak": " "}, "409 ej_klart_att_avsluta"),
    ],
)
def test_the_rules_meet_everybody(enter: Enter, unit: str, form: str, values: Mapping[str, str], code: str) -> None:
    inform(enter)

    answer = enter(unit).post(f"{CASE}/{form}", values)

    assert f"{answer.status} {answer.alert.rpartition(' ')[2]}" == code


@pytest.mark.parametrize(
    ("form", "values", "at"),
    [
        (f"{CASE}/behovsbedomning", {}, "behov"),
        (f"{CASE}/inskrivningsmeddelande", {"skicka_dag": "2022-04-31"}, "skicka_dag"),
        (f"{CASE}/beraknad-utskrivning", {"andra_dag": ""}, "andra_dag"),
        (f"{CASE}/kvittens", {"meddelande": ""}, "meddelande"),
        (f"{CASE}/kvittens", {"meddelande": "ett"}, "meddelande"),
        (f"{PATIENT}/arenden", PARTIES_BORAS | {"socialtjanst": ""}, "socialtjanst"),
    ],
)
def test_a_wrong_field_is_pointed_out_and_nothing_is_remembered(
    client: WireClient, world: str, enter: Enter, form: str, values: Mapping[str, str], at: str
) -> None:
    ward = inform(enter)
    before = domain_events(client, world)

    answer = ward.post(form, values)

    assert answer.status == 422
    assert answer.root.one(role="alert").one("a").attributes["href"] == f"#{at}"
    assert answer.root.one(id=at).tag in ("input", "select", "fieldset")
    assert "Felkod" not in answer.alert
    assert domain_events(client, world) == before


def test_what_was_filled_in_stays(enter: Enter) -> None:
    ward = inform(enter)

    kept = [
        ward.post(f"{CASE}/avslut", {"orsak": ""}).root.one(id="orsak").attributes["value"],
        enter(VC_BORAS).post(f"{CASE}/avslut", {"orsak": "flyttat"}).root.one(id="orsak").attributes["value"],
        enter(VC_BORAS)
        .post(f"{CASE}/inskrivningsmeddelande", {"skicka_dag": "2022-04-19"})
        .root.one(id="skicka_dag")
        .attributes["value"],
        ward.post(f"{PATIENT}/arenden", PARTIES_BORAS | {"oppenvard": ""})
        .root.one(id="socialtjanst")
        .one("option", selected="")
        .text,
    ]
    boxes = enter().post(f"{CASE}/behovsbedomning", {"behov": ["OPPENVARD", "SOCIALTJANST"]}).root
    outsider = enter(VC_GOTEBORG).post(f"{CASE}/kvittens", {"meddelande": "1"}).root

    assert kept == ["", "flyttat", "2022-04-19", "Enhet SOCB"]
    ticked = [box.attributes["value"] for box in boxes.all("input", type="checkbox") if "checked" in box.attributes]
    assert ticked == ["OPPENVARD", "SOCIALTJANST"]
    assert outsider.one(id="meddelande").one("option", selected="").attributes["value"] == "1"


def test_hostile_text_is_only_text(enter: Enter) -> None:
    ward = inform(enter)

    answers = [
        enter(VC_BORAS).post(f"{CASE}/avslut", {"orsak": HOSTILE}),
        ward.post(f"{CASE}/inskrivningsmeddelande", {"skicka_dag": HOSTILE}),
        ward.post(f"{CASE}/kvittens", {"meddelande": HOSTILE}),
        ward.post(f"{PATIENT}/arenden", PARTIES_BORAS | {"oppenvard": HOSTILE}),
        ward.post("/sok", {"typ": HOSTILE, "nummer": HOSTILE}),
        ward.post("/inloggning", {"hsa_id": HOSTILE, "kod": HOSTILE}),
        ward.get(f"/arenden/{HOSTILE}".replace("/script", "script")),
        ward.get(f"/patienter/{HOSTILE}/x".replace("/script", "script")),
    ]

    assert all("<script" not in answer.html for answer in answers)
    assert answers[0].root.one(id="orsak").attributes["value"] == HOSTILE


@pytest.mark.parametrize("path", ["/arenden/S-9", "/arenden/S-9/avslut", "/hittepa"])
def test_what_is_not_there_is_a_page(enter: Enter, path: str) -> None:
    ward = enter()
    answer = ward.post(path) if path.endswith("avslut") else ward.get(path)

    assert answer.status == 404
    assert answer.root.one("html").attributes["lang"] == "sv"


def every_page(enter: Enter, client: WireClient) -> Iterator[Page]:
    ward = inform(enter)
    outside = SamsaBrowser(client, ward.prefix)
    yield outside.get("/inloggning")
    yield outside.enter("x", "y")
    for path in ("/inkorg", "/mottagare", PATIENT, CASE, "/arenden/S-9"):
        yield ward.get(path)
    yield enter(VC_BORAS).get("/inkorg")
    yield enter(VC_BORAS).get(CASE)
    yield ward.post("/sok", {})
    yield ward.post(f"{PATIENT}/arenden", {})
    yield ward.post(f"{CASE}/behovsbedomning", {})


def test_every_page_is_whole_and_every_field_has_its_label(enter: Enter, client: WireClient) -> None:
    for page in every_page(enter, client):
        root = page.root
        assert page.headers["content-security-policy"].startswith("default-src 'none'")
        assert page.headers["cache-control"] == "no-store"
        assert not list(root.all("script"))
        assert len(list(root.all("h1"))) == len(list(root.all("main"))) == len(list(root.all("header"))) == 1
        ids = [each.attributes["id"] for each in root.all() if "id" in each.attributes]
        assert len(ids) == len(set(ids)), ids
        for each in root.all():
            wanted = [each.attributes.get(name, "") for name in ("aria-labelledby", "aria-describedby", "for", "list")]
            assert set(" ".join(wanted).split()) <= set(ids)
            if each.tag in ("input", "select") and each.attributes.get("type") != "hidden":
                assert root.one("label", for_=each.attributes["id"]).text, page.html
