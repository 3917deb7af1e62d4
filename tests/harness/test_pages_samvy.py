"""The pages of Samvy, as a browser without scripts meets them: what comes over the wire, and what it does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from http.cookies import SimpleCookie
from typing import Any

import pytest
from careacts import SamvyDesk
from landscape import (
    ASTRID,
    CODE,
    HSV_BORAS,
    PERSONNUMMER,
    SAS,
    SOC_BORAS,
    VC_BORAS,
    VC_GOTEBORG,
    freeze,
    landscape_document,
    nurse,
    world_document,
)
from pagewire import Browser, Page
from wireclient import WireClient

import harness.simulator
from harness.defects.defect import Defect, replace
from harness.kernel.calendar import STOCKHOLM
from harness.kernel.policies import Policy
from harness.systems.samvy.pages import policies, shown

NewWorld = Callable[..., str]
LIVE = "2022-04-05T10:00:00+02:00"
PERSON = f"/app/personer/{PERSONNUMMER}/{ASTRID}"
PLAN = "/app/vardplaneringar/VP-1"
PARTS = {"kommunalHsv": "Enhet KHVB", "socialtjanst": "Enhet SOCB", "oppenvard": "Enhet VCB"}
HOSTILE = '"><script>alert(1)</script>'


class SamvyBrowser(Browser):
    """A browser at Samvy."""

    def __init__(self, client: WireClient, prefix: str) -> None:
        super().__init__(client, prefix, cookie="samvy_session")

    def enter(self, person: str, code: str = CODE) -> Page:
        """The two steps of signing in; the answer to the second."""
        self.post("/app/inloggning", {"hsa_id": person})
        return self.post("/app/legitimering", {"hsa_id": person, "kod": code})


Enter = Callable[..., SamvyBrowser]


@pytest.fixture
def world(new_world: NewWorld) -> str:
    return new_world(start=LIVE)


@pytest.fixture
def enter(client: WireClient, world: str) -> Enter:
    """A browser in which somebody has signed in."""

    def open_browser(unit: str = SAS, letter: str = "S", world: str = world) -> SamvyBrowser:
        browser = SamvyBrowser(client, f"/v/{world}/samvy")
        assert browser.enter(f"{unit}{letter}").status == 303
        return browser

    return open_browser


def start(browser: SamvyBrowser) -> SamvyBrowser:
    assert browser.post(f"{PERSON}/ny", PARTS).location.endswith(PLAN)
    return browser


def inform(browser: SamvyBrowser, doctor: SamvyBrowser) -> None:
    """A plan with one inskrivningsmeddelande."""
    start(browser)
    assert doctor.post(f"{PLAN}/behov", {"insatser": ["kommunalHsv", "socialtjanst"]}).status == 303
    assert browser.post(f"{PLAN}/inskrivningsmeddelande", {"planerad_utskrivning": "2022-04-20"}).status == 303


# Signing in


def test_nobody_is_in_before_both_factors(client: WireClient, world: str) -> None:
    browser = SamvyBrowser(client, f"/v/{world}/samvy")

    asked = browser.post("/app/inloggning", {"hsa_id": f"{SAS}S"})
    assert (asked.root.one("h1").text, browser.token) == ("Legitimera dig", "")
    assert browser.get("/app/inkorg").location == f"/v/{world}/samvy/app/inloggning"

    wrong = browser.post("/app/legitimering", {"hsa_id": f"{SAS}S", "kod": "654321"})
    assert (wrong.status, browser.token) == (403, "")
    assert "Det gick inte att legitimera dig." in wrong.alert
    assert browser.post("/app/legitimering", {"kod": CODE}).status == 403

    assert browser.post("/app/legitimering", {"hsa_id": f"{SAS}S", "kod": CODE}).location.endswith("/app/inkorg")
    assert browser.get("/app/inkorg").root.one("h1").text == "Inkorg: Enhet SAS"


def test_an_unknown_card_looks_like_a_wrong_code(client: WireClient, world: str) -> None:
    browser = SamvyBrowser(client, f"/v/{world}/samvy")
    steps = [
        [
            browser.post("/app/inloggning", {"hsa_id": card}).html.replace(card, "kort"),
            browser.post("/app/legitimering", {"hsa_id": card, "kod": "654321"}).html.replace(card, "kort"),
        ]
        for card in (f"{SAS}S", "SE0000000000-INGEN")
    ]

    assert steps[0] == steps[1]


def test_the_cookie_goes_no_further_than_one_system_of_one_world(client: WireClient, world: str) -> None:
    answer = SamvyBrowser(client, f"/v/{world}/samvy").enter(f"{SAS}S")

    cookie = SimpleCookie(answer.headers["set-cookie"])["samvy_session"]
    assert (cookie["path"], cookie["domain"]) == (f"/v/{world}/samvy", "")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "strict")


def test_a_token_is_worth_nothing_elsewhere(client: WireClient, new_world: NewWorld) -> None:
    one, other = new_world(start=LIVE), new_world(start=LIVE)
    homes = [f"/v/{one}/samvy", f"/v/{other}/samvy", f"/v/{one}/p/a/samvy", f"/v/{one}/p/b/samvy"]

    for home in homes:
        browser = SamvyBrowser(client, home)
        browser.enter(f"{SAS}S")
        assert browser.get("/app/inkorg").status == 200
        for elsewhere in set(homes) - {home}:
            stranger = SamvyBrowser(client, elsewhere)
            stranger.token = browser.token
            assert stranger.get("/app/inkorg").location == f"{elsewhere}/app/inloggning"


def test_who_works_at_two_units_chooses_one(client: WireClient, new_world: NewWorld) -> None:
    document = landscape_document()
    document["medarbetare"].append(document["medarbetare"][0] | {"enhet": VC_BORAS})
    sha256, body = freeze(document)
    client.call("PUT", f"/styr/landskap/{sha256}", body)
    browser = SamvyBrowser(client, f"/v/{new_world(start=LIVE, landskap=sha256)}/samvy")

    assert browser.enter(f"{SAS}L").location.endswith("/app/uppdrag")
    assert browser.get("/app/inkorg").location.endswith("/app/uppdrag")
    asked = browser.get("/app/uppdrag").root
    assert asked.one("h1").text == "Välj uppdrag"
    assert [label.text for label in asked.all("label")] == ["Enhet SAS", "Enhet VCB"]
    assert browser.post("/app/uppdrag", {"uppdrag": HSV_BORAS}).status == 422
    assert browser.post("/app/uppdrag").alert == "Välj ett av dina uppdrag."

    chosen = browser.follow(browser.post("/app/uppdrag", {"uppdrag": VC_BORAS}))
    assert chosen.root.one("h1").text == "Inkorg: Enhet VCB"


def test_signing_out_ends_the_session(enter: Enter) -> None:
    browser = enter()
    token = browser.token

    assert browser.post("/app/utloggning").location.endswith("/app/inloggning")
    browser.token = token
    assert browser.get("/app/inkorg").status == 303


# What the pages show


def test_the_menu_and_who_has_signed_in(enter: Enter) -> None:
    page = enter().get("/app/inkorg").root

    menu = page.one("nav", **{"aria-label": "Meny"})
    assert [link.text for link in menu.all("a")] == ["Inkorg", "Inkorgar", "Sök person"]
    assert "sjuksköterska på Enhet SAS, sjuksköterska, Enhet SAS" in page.one("header").text
    assert "simulerat system, påhittad yta" in page.one("header").text
    assert page.one("main").text == "Inkorg: Enhet SAS Inkorgen är tom."


@pytest.mark.parametrize("written", [ASTRID, f"{ASTRID[:8]}-{ASTRID[8:]}", f" {ASTRID[:8]} {ASTRID[8:]} "])
def test_a_number_is_found_however_it_is_written(enter: Enter, written: str) -> None:
    browser = enter()

    found = browser.follow(browser.post("/app/sok", {"typ": PERSONNUMMER, "nummer": written})).root

    assert found.one("h1").text == f"Personnummer {ASTRID[:8]}-{ASTRID[8:]}"
    assert found.one("main").terms == {"Namn": "Test Testsson", "Folkbokföringsadress": "Provgatan 1, 500 00 Borås"}
    assert found.named("section", "Samexistens").text == "Inget SAMSA-ärende pågår"
    assert "Ingen vårdplanering i Samvy." in found.one("main").text


@pytest.mark.parametrize("number", ["", "9105062380", "１９９１０５０６２３８０", "199105062380X"])
def test_what_is_no_number_comes_again_as_it_was_written(enter: Enter, number: str) -> None:
    answer = enter().post("/app/sok", {"typ": PERSONNUMMER, "nummer": number})

    assert answer.status == 422
    assert answer.root.one("input", id="nummer").attributes["value"] == number
    assert next(answer.root.one(role="alert").all("a")).attributes["href"] == "#nummer"


def test_a_person_whom_pu_does_not_know(enter: Enter) -> None:
    page = enter().get(f"/app/personer/{PERSONNUMMER}/189001019802").root

    assert "Personuppgiftstjänsten känner inte till någon" in page.one("main").text


def test_a_case_in_samsa_is_told(client: WireClient, new_world: NewWorld, enter: Enter) -> None:
    world = new_world()
    body = {"patient": {"oid": PERSONNUMMER, "id": ASTRID}}
    body["parter"] = {"kommunal_hsv": HSV_BORAS, "socialtjanst": SOC_BORAS, "oppenvard": VC_BORAS}
    assert client.call("POST", f"/v/{world}/samsa/api/arenden", body, headers=nurse(SAS)).status == 201

    page = enter(world=world).get(PERSON).root
    assert page.named("section", "Samexistens").text == "SAMSA-ärende pågår"


def test_a_plan_says_everything_about_itself(client: WireClient, world: str, enter: Enter) -> None:
    ward, doctor, soc = enter(), enter(letter="L"), enter(SOC_BORAS)
    start(ward)
    doctor.post(f"{PLAN}/behov", {"insatser": ["kommunalHsv", "socialtjanst"]})
    client.call("POST", f"/styr/v/{world}/tid", {"till": "2022-04-06T11:05:00+02:00"})
    ward.post(f"{PLAN}/inskrivningsmeddelande", {"planerad_utskrivning": "2022-04-20"})
    soc.post(f"{PLAN}/kvittens", {"besked": "VP-1.2"})

    page = soc.get(PLAN).root
    section = page.named("section", "Vårdplanering VP-1")
    assert section.terms == {
        "Status": "Planering",
        "Vårdenhet": "Enhet SAS",
        "Start": "5 april 2022 kl. 10:00",
        "Planerad utskrivning": "2022-04-20",
        "Kommunal hälso- och sjukvård": "Enhet KHVB",
        "Socialtjänst": "Enhet SOCB",
        "Regional öppenvård": "Enhet VCB",
    }
    besked = section.named("article", "Inskrivningsmeddelande VP-1.2")
    assert besked.terms == {
        "Avsändare": "Enhet SAS",
        "Tid": "6 april 2022 kl. 11:05",
        "Försening": "1 timme och 5 minuter",
        "Namn": "Test Testsson",
        "Personnummer": ASTRID,
        "Folkbokföringsadress": "Provgatan 1, 500 00 Borås",
        "Beräknad utskrivning": "2022-04-20",
    }
    assert [item.text for item in besked.one("ul", **{"aria-label": "Mottagare"}).all("li")] == [
        "Enhet KHVB: levererad",
        "Enhet SOCB: kvitterad av sjuksköterska på Enhet SOCB, sjuksköterska, 6 april 2022 kl. 11:05",
        "Enhet VCB: levererad",
    ]


def test_who_has_not_kvitterat_gets_the_button(enter: Enter) -> None:
    ward, vc = enter(), enter(VC_BORAS)
    inform(ward, enter(letter="L"))

    def buttons(browser: SamvyBrowser, path: str) -> list[str]:
        return [button.text for button in browser.get(path).root.one("main").all("button")]

    assert (buttons(ward, PLAN), buttons(vc, PLAN), buttons(vc, "/app/inkorg")) == ([], ["Kvittera"], ["Kvittera"])
    assert vc.post(f"{PLAN}/kvittens", {"besked": "VP-1.2"}).location.endswith(PLAN)
    assert (buttons(vc, PLAN), buttons(vc, "/app/inkorg")) == ([], [])


def test_an_inkorg_has_the_newest_first(enter: Enter) -> None:
    ward, soc = enter(), enter(SOC_BORAS)
    inform(ward, enter(letter="L"))
    ward.post(f"{PLAN}/planerad-utskrivning", {"planerad_utskrivning": "2022-04-22"})

    posts = list(soc.get("/app/inkorg").root.all("article"))
    assert [post.one("h2").text for post in posts] == [
        "Ny planerad utskrivning VP-1.3",
        "Inskrivningsmeddelande VP-1.2",
    ]
    assert posts[0].terms == {
        "Person": f"Personnummer {ASTRID[:8]}-{ASTRID[8:]}",
        "Avsändare": "Enhet SAS",
        "Inkom": "5 april 2022 kl. 10:00",
        "Status": "levererad",
    }
    assert posts[0].one("a").attributes["href"].endswith(PLAN)


def test_the_newest_plan_is_shown_whole_and_older_ones_as_links(enter: Enter) -> None:
    ward = enter()
    start(ward).post(f"{PLAN}/avslut", {"anledning": "flyttat"})
    ward.post(f"{PERSON}/ny", PARTS)

    page = ward.get(PERSON).root
    assert page.named("section", "Vårdplanering VP-2").terms["Status"] == "Inskriven"
    assert page.one("a", href=f"{ward.prefix}{PLAN}").text == "Vårdplanering VP-1"


@pytest.mark.parametrize(("unit", "is_folded"), [(SAS, False), (VC_BORAS, True)])
def test_everybody_may_try_every_happening(enter: Enter, unit: str, is_folded: bool) -> None:
    start(enter())

    page = enter(unit).get(PLAN).root
    assert [link.text for link in page.one("nav", **{"aria-label": "Ny händelse"}).all("a")] == [
        "Bedöm behov",
        "Skicka inskrivningsmeddelande",
        "Ändra planerad utskrivning",
        "Bedöm som utskrivningsklar",
        "Meddela utskrivningsklar",
        "Återta utskrivningsklar",
        "Skriv ut",
        "Avsluta vårdplaneringen",
        "Kvittera besked",
    ]
    folded = list(page.all("details"))
    assert bool(folded) is is_folded
    assert all(each.one("summary").text == "Ny händelse" and "open" not in each.attributes for each in folded)


def test_only_what_is_live_is_listed_and_suggested(enter: Enter) -> None:
    ward = enter()

    table = ward.get("/app/inkorgar").root.one("table")
    assert table.one("caption").text == "Inkorgar i Samvy"
    rows = [[cell.text for cell in row.all()] for row in table.one("tbody").all("tr")]
    assert [f"Enhet {key}" for key in ("KHVB", "SAS", "SOCB", "VCB")] == [name for name, _ in rows]
    assert rows[1] == ["Enhet SAS", f"Samvy-{SAS}"]
    suggested = ward.get(f"{PERSON}/ny").root.one("datalist", id="oppenvard-enheter")
    assert [option.attributes["value"] for option in suggested.all("option")] == ["Enhet VCB"]


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (None, ""),
        (0, "0 minuter"),
        (1, "1 minut"),
        (2, "2 minuter"),
        (60, "1 timme"),
        (65, "1 timme och 5 minuter"),
        (1560, "26 timmar"),
    ],
)
def test_lateness_in_words(minutes: int | None, text: str) -> None:
    assert policies.lateness(minutes) == text


def test_the_hour_that_comes_twice_says_which() -> None:
    first = datetime(2022, 10, 30, 2, 30, tzinfo=STOCKHOLM)

    assert shown.clock(first) == "30 oktober 2022 kl. 02:30"
    assert shown.clock(first.replace(fold=1)) == "30 oktober 2022 kl. 02:30 (vintertid)"


# What the pages do


def _acts(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A page shows the plan after each act, which is an opening more than the API makes."""
    return [event for event in events if event["system"] == "samvy" and event["typ"] != "journal.oppnad"]


def domain_events(client: WireClient, world: str) -> list[tuple[Any, ...]]:
    lines = client.call("GET", f"/insyn/v/{world}/journal").body.splitlines()
    events = [json.loads(line) for line in lines]
    return [tuple(sorted((k, str(v)) for k, v in e.items() if k != "nr")) for e in _acts(events)]


def test_a_whole_case_leaves_the_same_journal_as_over_the_api(
    client: WireClient, new_world: NewWorld, enter: Enter
) -> None:
    by_api, by_page = new_world(start=LIVE), new_world(start=LIVE)
    desk = SamvyDesk(client, by_api)
    ward, doctor = enter(world=by_page), enter(letter="L", world=by_page)
    soc, outsider = enter(SOC_BORAS, world=by_page), enter(VC_GOTEBORG, world=by_page)
    # Act over the API, the browser that does the same, its form and what is filled in.
    both: list[tuple[Callable[[], object], SamvyBrowser, str, dict[str, Any]]] = [
        (desk.admit, ward, f"{PERSON}/ny", PARTS),
        (desk.announce, ward, f"{PLAN}/utskrivningsklar", {}),
        (lambda: desk.assess("hsv", "soc"), doctor, f"{PLAN}/behov", {"insatser": ["kommunalHsv", "socialtjanst"]}),
        (desk.send, ward, f"{PLAN}/inskrivningsmeddelande", {"planerad_utskrivning": "2022-04-20"}),
        (lambda: desk.acknowledge("inskrivning", SOC_BORAS), soc, f"{PLAN}/kvittens", {"besked": "VP-1.2"}),
        (lambda: desk.acknowledge("inskrivning", VC_GOTEBORG), outsider, f"{PLAN}/kvittens", {"besked": "VP-1.2"}),
        (
            lambda: desk.change("2022-04-22"),
            ward,
            f"{PLAN}/planerad-utskrivning",
            {"planerad_utskrivning": "2022-04-22"},
        ),
        (desk.judge_ready, doctor, f"{PLAN}/utskrivningsklarbedomning", {}),
        (desk.announce, ward, f"{PLAN}/utskrivningsklar", {}),
        (desk.withdraw, ward, f"{PLAN}/atertagande", {}),
        (desk.discharge, ward, f"{PLAN}/utskrivning", {}),
        (desk.close, doctor, f"{PLAN}/avslut", {"anledning": ""}),
        (lambda: desk.close("flyttat"), doctor, f"{PLAN}/avslut", {"anledning": "flyttat"}),
    ]

    for act, browser, path, form in both:
        act()
        browser.get(path)
        browser.post(path, form)
        browser.get(PLAN)
        browser.get(PERSON)

    events = domain_events(client, by_page)
    assert events == domain_events(client, by_api)
    assert len(events) > 20


@pytest.mark.parametrize("slag", ["behov", "utskrivningsklarbedomning", "avslut"])
def test_what_was_done_is_said_once(enter: Enter, slag: str) -> None:
    doctor = start(enter(letter="L"))

    done = doctor.post(f"{PLAN}/{slag}", {"insatser": "socialtjanst", "anledning": "flyttat"})

    assert done.location == f"{doctor.prefix}{PLAN}"
    assert doctor.follow(done).root.one(role="status").text
    assert not list(doctor.follow(done).root.all(role="status"))


def test_a_no_has_its_reason_and_code_and_is_remembered(enter: Enter) -> None:
    ward = enter()
    inform(ward, enter(letter="L"))

    answer = ward.post(f"{PLAN}/utskrivningsklar")

    assert (answer.status, answer.root.one("h1").text) == (409, "Meddela utskrivningsklar")
    reason = "Ingen läkare har nu bedömt VP-1 som utskrivningsklar."
    assert [p.text for p in answer.root.one(role="alert").all("p")] == [reason, "Kod: lakarbedomning_saknas"]
    table = ward.get(PERSON).root.one("table")
    assert table.one("caption").text == "Nekat"
    assert [head.text for head in table.all("th")] == ["Tid", "Enhet", "Skäl", "Kod"]
    assert [cell.text for cell in table.all("td")] == [
        "5 april 2022 kl. 10:00",
        "Enhet SAS",
        reason,
        "lakarbedomning_saknas",
    ]


@pytest.mark.parametrize(
    ("unit", "slag", "form", "status", "code"),
    [
        (SAS, "behov", {"insatser": "socialtjanst"}, 403, "kraver_lakare"),
        (VC_BORAS, "avslut", {"anledning": "flyttat"}, 403, "fel_enhet"),
        (VC_GOTEBORG, "kvittens", {"besked": "VP-1.2"}, 409, "ej_mottagare"),
    ],
)
def test_the_rules_meet_everybody(
    enter: Enter, unit: str, slag: str, form: Mapping[str, str], status: int, code: str
) -> None:
    inform(enter(), enter(letter="L"))

    answer = enter(unit).post(f"{PLAN}/{slag}", form)

    assert (answer.status, answer.alert.rpartition(" ")[2]) == (status, code)


def test_a_unit_that_is_not_live_meets_the_rule_itself(enter: Enter) -> None:
    answer = enter().post(f"{PERSON}/ny", PARTS | {"oppenvard": "Enhet VCG"})

    assert answer.status == 409
    assert answer.alert.endswith("Kod: enhet_ej_driftsatt")


@pytest.mark.parametrize(
    ("slag", "form", "at"),
    [
        ("behov", {}, "insatser"),
        ("inskrivningsmeddelande", {"planerad_utskrivning": "2022-04-31"}, "planerad_utskrivning"),
        ("planerad-utskrivning", {"planerad_utskrivning": "20 april"}, "planerad_utskrivning"),
        ("kvittens", {"besked": ""}, "besked"),
        ("kvittens", {"besked": "VP-7.1"}, "besked"),
    ],
)
def test_a_wrong_field_is_pointed_out_and_nothing_is_remembered(
    client: WireClient, world: str, enter: Enter, slag: str, form: Mapping[str, str], at: str
) -> None:
    ward = start(enter())
    before = domain_events(client, world)

    answer = ward.post(f"{PLAN}/{slag}", form)

    assert answer.status == 422
    assert answer.root.one(role="alert").one("a").attributes["href"] == f"#{at}"
    named = answer.root.one(id=at)
    described = named if named.attributes.get("type") != "checkbox" else answer.root.one("fieldset")
    assert "stopp" in described.attributes["aria-describedby"].split()
    assert "Kod:" not in answer.alert
    assert domain_events(client, world) == before


@pytest.mark.parametrize("slag", ["inskrivningsmeddelande", "avslut", "behov", "kvittens"])
def test_what_was_filled_in_stays(enter: Enter, slag: str) -> None:
    inform(enter(), enter(letter="L"))
    form = {"planerad_utskrivning": "2022-04-19", "anledning": "flyttat", "insatser": "oppenvard", "besked": "VP-1.2"}

    page = enter(VC_GOTEBORG).post(f"{PLAN}/{slag}", form).root.one("main")

    kept = {
        "inskrivningsmeddelande": lambda: page.one(id="planerad_utskrivning").attributes["value"] == "2022-04-19",
        "avslut": lambda: page.one(id="anledning").attributes["value"] == "flyttat",
        "behov": lambda: [box.attributes["value"] for box in page.all("input", checked="")] == ["oppenvard"],
        "kvittens": lambda: page.one("option", selected="").attributes["value"] == "VP-1.2",
    }
    assert page.one(role="alert")
    assert kept[slag]()


def test_unit_names_stay_when_one_of_them_is_wrong(enter: Enter) -> None:
    answer = enter().post(f"{PERSON}/ny", PARTS | {"socialtjanst": "Enhet X"})

    assert answer.status == 422
    assert "»Enhet X«" in answer.alert
    values = {each.attributes["id"]: each.attributes["value"] for each in answer.root.one("main").all("input")}
    assert values == PARTS | {"socialtjanst": "Enhet X"}


def test_hostile_text_is_only_text(enter: Enter) -> None:
    ward, stranger = enter(), enter(VC_GOTEBORG)
    start(ward)

    answers = [
        ward.post(f"{PERSON}/ny", PARTS | {"oppenvard": HOSTILE}),
        stranger.post(f"{PLAN}/avslut", {"anledning": HOSTILE}),
        ward.post(f"{PLAN}/inskrivningsmeddelande", {"planerad_utskrivning": HOSTILE}),
        ward.post(f"{PLAN}/kvittens", {"besked": HOSTILE}),
        ward.post("/app/sok", {"typ": PERSONNUMMER, "nummer": HOSTILE}),
        ward.post("/app/inloggning", {"hsa_id": HOSTILE}),
        ward.post("/app/legitimering", {"hsa_id": HOSTILE, "kod": HOSTILE}),
        ward.get(f"/app/vardplaneringar/{HOSTILE}".replace("/script", "script")),
        ward.get(f"/app/personer/{HOSTILE}/x".replace("/script", "script")),
    ]

    assert all("<script" not in answer.html for answer in answers)
    assert answers[0].root.one(id="oppenvard").attributes["value"] == HOSTILE
    assert answers[1].root.one(id="anledning").attributes["value"] == HOSTILE


@pytest.mark.parametrize(
    "path", ["/app/vardplaneringar/VP-9", f"{PLAN}/flytt", "/app/personer/x/y-z", f"{PLAN}x/behov"]
)
def test_what_is_not_there_is_a_page_of_samvy(enter: Enter, path: str) -> None:
    answer = start(enter()).get(path)

    assert (answer.status, answer.root.one("h1").text) == (404, "Finns inte")
    assert answer.alert.endswith("Kod: finns_inte")


def test_an_address_that_nobody_has_is_a_page_too(enter: Enter) -> None:
    answer = enter().get("/app/hittepa")

    assert (answer.status, answer.root.one("h1").text) == (404, "Sidan finns inte")


def every_page(enter: Enter, client: WireClient) -> Iterator[Page]:
    ward = enter()
    inform(ward, enter(letter="L"))
    outside = SamvyBrowser(client, ward.prefix)
    yield outside.get("/app/inloggning")
    yield outside.post("/app/inloggning", {"hsa_id": "x"})
    yield outside.post("/app/legitimering", {"hsa_id": "x", "kod": "y"})
    forms = ("behov", "inskrivningsmeddelande", "planerad-utskrivning", "utskrivningsklarbedomning", "utskrivningsklar")
    forms += ("atertagande", "utskrivning", "avslut", "kvittens")
    for path in ("/app/inkorg", "/app/inkorgar", "/app/sok", PERSON, f"{PERSON}/ny", PLAN, "/app/vardplaneringar/VP-9"):
        yield ward.get(path)
    for form in forms:
        yield ward.get(f"{PLAN}/{form}")
    yield enter(VC_BORAS).get("/app/inkorg")
    yield ward.post(f"{PERSON}/ny", {})
    yield ward.post(f"{PLAN}/behov", {})


def test_every_page_is_whole_and_every_field_has_its_label(enter: Enter, client: WireClient) -> None:
    for page in every_page(enter, client):
        root = page.root
        assert page.headers["content-security-policy"].startswith("default-src 'none'")
        assert not list(root.all("script"))
        assert len(list(root.all("h1"))) == len(list(root.all("main"))) == len(list(root.all("header"))) == 1
        ids = [each.attributes["id"] for each in root.all() if "id" in each.attributes]
        assert len(ids) == len(set(ids)), ids
        for each in root.all():
            wanted = [each.attributes.get(name, "") for name in ("aria-labelledby", "aria-describedby", "for", "list")]
            assert set(" ".join(wanted).split()) <= set(ids)
            if each.tag in ("input", "select") and each.attributes.get("type") != "hidden":
                assert root.one("label", for_=each.attributes["id"]).text, page.html


# A rule of a page that a world can replace


def broken(policy: Policy[Any], wrong: Callable[..., Any]) -> Defect:
    return replace(policy, wrong, id="prov", system="Samvy", krav=(), description="Prov")


@pytest.mark.parametrize(
    ("defect", "gone"),
    [
        (broken(policies.SHOWN_POSTS, lambda rows: rows[:0]), "Öppna</a>"),
        (broken(policies.SHOWN_INBOXES, lambda rows: rows[:0]), f"Samvy-{SAS}"),
        (broken(policies.SHOWN_PLANS, lambda rows, _now: rows[:0]), "Vårdplanering VP-1</h2>"),
        (broken(policies.SAMSA_NOTICE, lambda running: not running), "Inget SAMSA-ärende pågår"),
        (broken(policies.LATENESS_TEXT, lambda minutes: ""), "Försening"),
        (broken(policies.DAYS_TEXT, lambda number: ""), "Dygn som utskrivningsklar"),
        (broken(policies.RECEIPT, lambda given: None), "kvitterad av"),
        (broken(policies.STATUS_WORD, lambda name: "Inskriven"), "<dd>Utskrivningsklar</dd>"),
    ],
    ids=lambda value: value.policy if isinstance(value, Defect) else "",
)
def test_every_rule_of_the_pages_can_be_broken_alone(
    monkeypatch: pytest.MonkeyPatch, defect: Defect, gone: str
) -> None:
    monkeypatch.setattr(harness.simulator, "list_defects", lambda: [defect])
    client = WireClient(harness.simulator.create_app())
    sha256, body = freeze(landscape_document())
    client.call("PUT", f"/styr/landskap/{sha256}", body)

    def seen(world: str, defects: list[str]) -> str:
        client.call("PUT", f"/styr/v/{world}", world_document(start=LIVE, defekter=defects))
        ward, soc = SamvyBrowser(client, f"/v/{world}/samvy"), SamvyBrowser(client, f"/v/{world}/samvy")
        ward.enter(f"{SAS}L")
        soc.enter(f"{SOC_BORAS}S")
        start(ward).post(f"{PLAN}/behov", {"insatser": "socialtjanst"})
        client.call("POST", f"/styr/v/{world}/tid", {"till": "2022-04-06T11:05:00+02:00"})
        ward.post(f"{PLAN}/inskrivningsmeddelande", {"planerad_utskrivning": "2022-04-20"})
        soc.post(f"{PLAN}/kvittens", {"besked": "VP-1.2"})
        ward.post(f"{PLAN}/utskrivningsklarbedomning")
        ward.post(f"{PLAN}/utskrivningsklar")
        pages = (soc.get("/app/inkorg"), soc.get("/app/inkorgar"), soc.get(PERSON))
        return "".join(page.html for page in pages)

    assert gone in seen("ratt", [])
    assert gone not in seen("fel", ["prov"])
