"""The catalogue: every sentence, what it takes, where it is used, and how one finds it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from fixtures.transport.browser import Browser
from steps.catalogue.build import build_catalogue
from steps.catalogue.entry import Area, Entry
from steps.catalogue.handbook import allowed, handbook_page
from steps.catalogue.page import catalogue_page
from steps.catalogue.search import Search
from steps.definitions import AREAS
from steps.pickles import read_pickles
from steps.registry import load_registry
from steps.vocabulary import FIELDS

ROOT = Path(__file__).resolve().parents[2]
FEATURE = """# language: sv
@anvandaracceptans @krav:AK-INUT-02 @kanal:api @kanal:webb
Egenskap: Prov
  Scenariomall: Ett
    Givet patienten Astrid från <kommun>
    När klockan blir 08.00 den 2022-04-04
    Så har Astrid inget pågående ärende i SAMSA

    Exempel:
      | kommun |
      | Mark   |
      | Ale    |
"""


@pytest.fixture
def areas(tmp_path: Path) -> tuple[Area, ...]:
    file = tmp_path / "prov.feature"
    file.write_text(FEATURE, encoding="utf-8")
    return build_catalogue(load_registry(), read_pickles(file, tmp_path))


def entry(areas: tuple[Area, ...], sentence: str) -> Entry:
    [found] = [e for area in areas for e in area.entries if e.sentence == sentence]
    return found


def test_every_definition_is_in_the_catalogue_once_and_in_its_area(areas: tuple[Area, ...]) -> None:
    ours = [d for d in load_registry().definitions if d.context.step_func.__module__.startswith("steps.definitions.")]

    assert [area.name for area in areas] == list(AREAS)
    assert sorted(e.place for area in areas for e in area.entries) == sorted(d.place for d in ours)
    assert {path.stem for path in (ROOT / "steps" / "definitions").glob("*.py")} - {"__init__", "fields"} == set(AREAS)


def test_every_sentence_says_what_it_does_and_every_field_what_it_takes(areas: tuple[Area, ...]) -> None:
    entries = [e for area in areas for e in area.entries]

    assert [e.sentence for e in entries if not e.meaning.endswith(".")] == []
    assert {field.name for e in entries for field in e.fields} == set(FIELDS)


def test_a_line_that_is_used_counts_once_whatever_its_rows_and_channels(areas: tuple[Area, ...]) -> None:
    used = entry(areas, "Givet patienten {alias} från {kommun}")

    assert [use.place for use in used.uses] == ["prov.feature:5"]
    assert used.channels == ("api", "webb")
    assert used.example == "Givet patienten Astrid från Mark"


def test_a_sentence_that_nobody_uses_has_an_example_that_can_be_run(areas: tuple[Area, ...]) -> None:
    registry = load_registry()
    unused = [e for area in areas for e in area.entries if not e.uses]

    assert len(unused) > 40
    for one in unused:
        [reading] = registry.readings(one.kind, one.example.partition(" ")[2])
        assert reading.definition.place == one.place


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("inlagd", "När {enhet} skriver in {alias} i {system} den {dag} kl. {kl}"),
        ("INLAGDA", "När {enhet} skriver in {alias} i {system} den {dag} kl. {kl}"),
        ("hemgang", "När {enhet} ändrar beräknad utskrivning för {alias} till den {utskrivning}"),
        ("doktorn bedömer", "När läkaren på {enhet} bedömer {alias} som utskrivningsklar den {dag} kl. {kl}"),
        ("för sent", "Så är inskrivningsmeddelandet för {alias} försenat med {tid} i {system}"),
        ("vårdcentral", "Givet att {alias} är listad på {enhet}"),
        ("färdig", "När {enhet} underrättar om att {alias} är utskrivningsklar den {dag} kl. {kl}"),
        ("säger nej", "Så nekar {system} det för {alias}, eftersom {skal}"),
    ],
)
def test_a_sentence_is_found_by_the_words_that_people_use(areas: tuple[Area, ...], query: str, sentence: str) -> None:
    assert sentence in [found.sentence for found in Search(areas).find(query)[:8]]


def test_what_no_sentence_speaks_of_finds_nothing(areas: tuple[Area, ...]) -> None:
    assert Search(areas).find("röntgenremiss") == []


def test_the_handbook_tells_of_every_sentence_and_marks_what_is_not_used(areas: tuple[Area, ...]) -> None:
    page = handbook_page(areas)

    for area in areas:
        assert f"## {area.heading}\n" in page
        for e in area.entries:
            assert f"| `{e.sentence}` | {e.meaning} | {len(e.uses) or '–'} |" in page
    assert "`SAMSA`, `Samvy`" in allowed(FIELDS["system"])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    started = Browser.start(os.environ.get("PROVTRYCK_WEBBLASARE", ""))
    yield started
    started.stop()


@pytest.fixture(params=[1280, 320])
def page(request: pytest.FixtureRequest, browser: Browser, areas: tuple[Area, ...], tmp_path: Path) -> Iterator[Page]:
    file = tmp_path / "steg.html"
    file.write_text(catalogue_page(areas, with_lines=True), encoding="utf-8")
    context = browser.open_context(width=request.param, bypass_policy=True)
    opened = context.new_page()
    opened.goto(file.as_uri())
    yield opened
    context.close()


def test_the_page_is_searched_by_synonyms_and_can_be_used_by_everybody(page: Page, areas: tuple[Area, ...]) -> None:
    assert page.get_by_role("article").count() == sum(len(area.entries) for area in areas) > 60
    expect(page.get_by_role("article").first).to_contain_text("prov.feature:5")

    page.get_by_role("searchbox", name="Sök en mening").fill("lägga in")

    expect(page.get_by_role("status")).to_have_text("5 meningar")
    expect(page.get_by_role("article")).to_have_count(5)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
