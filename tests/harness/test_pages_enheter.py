"""The pages of Millenniumenheter, as they come over the wire. Nobody signs in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest
from landscape import HSV_BORAS, SAS, SOC_BORAS, VC_BORAS, freeze, landscape_document, world_document
from wireclient import Answer, WireClient

import harness.simulator
from harness.defects.defect import replace
from harness.kernel.policies import Policy
from harness.systems.millenniumenheter.pages.policies import SHOWN_CHOICE, SHOWN_UNIT

NewWorld = Callable[..., str]
LIVE = "2022-04-05T10:00:00+02:00"
CASE = {
    "slutenvard": "Enhet SAS",
    "oppenvard": "Enhet VCB",
    "kommunal_hsv": "Enhet KHVB",
    "socialtjanst": "Enhet SOCB",
}
HOSTILE = '"><script>alert(1)</script>'


class Page(HTMLParser):
    """A page taken apart: texts by tag, fields and labels by id."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.status = answer.status
        self.texts: dict[str, list[str]] = {}
        self.labels: dict[str, str] = {}
        self.fields: dict[str, Mapping[str, str]] = {}
        self.links: dict[str, str] = {}
        self.ids: list[str] = []
        self.alert: str | None = None
        self._tag: tuple[str, Mapping[str, str]] = ("", {})
        self.feed(answer.body.decode())

    @property
    def terms(self) -> dict[str, str]:
        return dict(zip(self.texts.get("dt", []), self.texts.get("dd", []), strict=True))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._tag = (tag, attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "input":
            self.fields[attributes["id"]] = attributes

    def handle_data(self, data: str) -> None:
        tag, attributes = self._tag
        text = data.strip()
        if not text:
            return
        self.texts.setdefault(tag, []).append(text)
        if tag == "label":
            self.labels[attributes["for"]] = text
        if tag == "a":
            self.links[attributes["href"]] = text
            if attributes["href"] in [f"#{field}" for field in (*CASE, "enhet", "dag")]:
                self.alert = text


Look = Callable[..., Page]


@pytest.fixture
def look(client: WireClient, new_world: NewWorld) -> Look:
    """Open a page of a world on the day that södra goes live."""
    base = f"/v/{new_world(start=LIVE)}/enheter"
    return lambda path, **query: Page(client.call("GET", f"{base}{path}", query=query))


def test_the_system_opens_at_the_catalogue(client: WireClient, new_world: NewWorld) -> None:
    assert client.call("GET", f"/v/{new_world()}/enheter/").status == 303


def test_an_empty_catalogue_page_asks(look: Look) -> None:
    page = look("/katalog")

    assert (page.status, page.texts["h1"], page.terms) == (200, ["Millenniumenheter"], {})
    assert page.labels == {"enhet": "Enhet", "dag": "Dag"}
    assert page.texts["button"] == ["Visa enhet"]


def test_a_unit_today(look: Look) -> None:
    page = look("/katalog", enhet="Enhet SAS", dag="")

    assert page.texts["h2"] == ["Enhet SAS"]
    assert page.terms == {
        "Verksamhet": "slutenvård",
        "System": "Samvy",
        "Inkorg": f"Samvy-{SAS}",
        "Driftsatt från": "2022-04-05",
    }


def test_a_unit_on_another_day(look: Look) -> None:
    page = look("/katalog", enhet=" enhet sas ", dag="2022-04-04")

    assert (page.terms["System"], page.terms["Inkorg"]) == ("SAMSA", f"SAMSA-{SAS}")
    assert page.fields["dag"]["value"] == "2022-04-04"


def test_where_a_case_belongs(look: Look) -> None:
    page = look("/katalog/systemval", **CASE, dag="2022-04-04")

    assert (page.texts["h1"], page.texts["h2"]) == (["Vilket system?"], ["Svar"])
    assert page.terms == {
        "System": "SAMSA",
        "Avgörande enhet": "Enhet SAS",
        "Driftstart": "2022-04-05",
        "Motivering": "Enhet SAS (slutenvård) driftsätts den 2022-04-05, och ärendet börjar den 2022-04-04.",
    }
    assert page.labels == {
        "slutenvard": "Slutenvård",
        "oppenvard": "Regional öppenvård",
        "kommunal_hsv": "Kommunal hälso- och sjukvård",
        "socialtjanst": "Socialtjänst",
        "dag": "Dag",
    }
    assert {name: page.fields[name]["value"] for name in CASE} == CASE


def test_a_page_says_what_the_api_says(client: WireClient, look: Look, new_world: NewWorld) -> None:
    parts = {"slutenvard": SAS, "oppenvard": VC_BORAS, "kommunal_hsv": HSV_BORAS, "socialtjanst": SOC_BORAS}
    told = client.call("GET", f"/v/{new_world(start=LIVE)}/enheter/systemval", query=parts).json

    terms = look("/katalog/systemval", **CASE).terms
    assert (terms["System"], terms["Motivering"]) == (told["system"], told["motivering"])
    assert terms["Driftstart"] == told["driftsatt_fran"]


def test_a_unit_that_the_plan_gives_no_day(client: WireClient, new_world: NewWorld) -> None:
    document = landscape_document()
    document["utrullningsplan"] = [row for row in document["utrullningsplan"] if row["vad"] != "sjukhus:SÄS"]
    sha256, body = freeze(document)
    client.call("PUT", f"/styr/landskap/{sha256}", body)
    base = f"/v/{new_world(landskap=sha256)}/enheter/katalog"

    unit = Page(client.call("GET", base, query={"enhet": "Enhet SAS"}))
    choice = Page(client.call("GET", f"{base}/systemval", query=CASE))
    assert unit.terms["Driftsatt från"] == choice.terms["Driftstart"] == "ingen dag i planen"


@pytest.mark.parametrize(
    ("path", "query", "at", "text"),
    [
        ("/katalog", {"enhet": ""}, "enhet", "Enhet: skriv namnet på en enhet."),
        ("/katalog", {"enhet": "Enhet X"}, "enhet", "Enhet: ingen enhet heter »Enhet X«."),
        ("/katalog", {"enhet": HOSTILE}, "enhet", f"Enhet: ingen enhet heter »{HOSTILE}«."),
        (
            "/katalog",
            {"enhet": "Enhet SAS", "dag": "2022-02-30"},
            "dag",
            "Dag: »2022-02-30« är inte en dag som finns. Skriv den som ÅÅÅÅ-MM-DD.",
        ),
        (
            "/katalog/systemval",
            CASE | {"socialtjanst": "Enhet SAS"},
            "socialtjanst",
            "Socialtjänst: Enhet SAS är slutenvård.",
        ),
        ("/katalog/systemval", {"dag": ""}, "slutenvard", "Slutenvård: skriv namnet på en enhet."),
    ],
)
def test_a_wrong_field_is_named_and_keeps_what_was_typed(
    look: Look, path: str, query: dict[str, str], at: str, text: str
) -> None:
    page = look(path, **query)

    assert (page.status, page.alert, page.links[f"#{at}"]) == (422, text, text)
    assert page.fields[at]["aria-invalid"] == "true"
    assert "fel" in page.fields[at]["aria-describedby"].split()
    assert page.fields[at]["value"] == query.get(at, "")
    assert ("script" not in page.texts) and page.terms == {}


def test_names_are_suggested_for_each_part(client: WireClient, new_world: NewWorld) -> None:
    html = client.call("GET", f"/v/{new_world()}/enheter/katalog/systemval").body.decode()

    _, _, after = html.partition('<datalist id="socialtjanst-namn">')
    suggested, _, _ = after.partition("</datalist>")
    assert [f"Enhet SOC{letter}" in suggested for letter in "BGS"] == [True] * 3
    assert suggested.count("<option") == 3


@pytest.mark.parametrize("path", ["/katalog", "/katalog/systemval"])
def test_the_pages_lead_to_each_other_and_every_field_has_its_label(look: Look, path: str) -> None:
    page = look(path)

    assert [link.rpartition("/enheter/")[2] for link in page.links][1:] == ["katalog", "katalog/systemval"]
    assert set(page.labels) == set(page.fields)
    assert len(page.ids) == len(set(page.ids))
    assert len(page.texts["h1"]) == 1


def test_a_seat_has_the_same_pages(client: WireClient, new_world: NewWorld) -> None:
    base = f"/v/{new_world(start=LIVE)}/p/a/enheter"

    page = Page(client.call("GET", f"{base}/katalog", query={"enhet": "Enhet SAS"}))
    assert page.terms["System"] == "Samvy"
    assert f"{base}/katalog/systemval" in page.links


@pytest.mark.parametrize(
    ("policy", "path", "query"),
    [(SHOWN_UNIT, "/katalog", {"enhet": "Enhet SAS"}), (SHOWN_CHOICE, "/katalog/systemval", CASE)],
    ids=["enheter.sida.enhet", "enheter.sida.systemval"],
)
def test_what_a_page_shows_is_a_rule_that_a_world_can_replace(
    monkeypatch: pytest.MonkeyPatch, policy: Policy[Any], path: str, query: Mapping[str, str]
) -> None:
    def another(answer: Any) -> Any:
        return msgspec.structs.replace(answer, system="ett annat")

    defect = replace(policy, another, id="prov", system="Millenniumenheter", krav=(), description="Prov")
    monkeypatch.setattr(harness.simulator, "list_defects", lambda: [defect])
    client = WireClient(harness.simulator.create_app())
    sha256, body = freeze(landscape_document())
    client.call("PUT", f"/styr/landskap/{sha256}", body)
    client.call("PUT", "/styr/v/v", world_document(start=LIVE, defekter=["prov"]))

    assert Page(client.call("GET", f"/v/v/enheter{path}", query=query)).terms["System"] == "ett annat"
