"""What hygiene lets through, what it says of files and definitions, and that no text makes it fall.

That each rule fires, and where, is in ``test_badfeatures.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from badfeatures import FILES, GOOD, HEAD, OUTLINE, STEPS, number, swap
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_bdd import parsers
from pytest_bdd.steps import StepFunctionContext

from steps.hygiene import Checker, Finding, check
from steps.hygiene.characters import is_hidden
from steps.hygiene.definitions import check_definitions
from steps.hygiene.files import folders_below
from steps.hygiene.rules import RULES
from steps.hygiene.screenwords import screen_word
from steps.hygiene.source import Source
from steps.keywords import meant_block, meant_step
from steps.pytestmarks import PYTEST_MARKS
from steps.registry import Definition, Registry, load_registry

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 1, 31)


def findings(text: str) -> list[Finding]:
    return list(Checker(load_registry(), TODAY).check_source(Source("prov.feature", text)).findings)


def rules(text: str) -> list[str]:
    return [finding.rule for finding in findings(text)]


def test_our_own_features_are_clean() -> None:
    findings = check(sorted(ROOT.glob("features/**/*.feature")), ROOT, today=TODAY)

    # What a wrong reservnummer looks like has to be written somewhere.
    wrong_on_purpose = [
        finding
        for finding in findings
        if finding.rule == "ogiltigt-nummer" and str(finding.path).startswith("features/reservnummer/")
    ]
    assert [finding for finding in findings if finding not in wrong_on_purpose] == []


@pytest.mark.parametrize(
    "prose",
    [
        "  Som handläggare\n  vill jag se ärendet\n  så att ingen missas.\n",
        "  Regeln gäller båda systemen: SAMSA och Samvy.\n",
        "  Menar man Borås gäller SÄS.\n",
        "  Närmare bestämt gäller det Borås.\n",
        "  Sådana ärenden finns.\n",
        "  Livet går vidare.\n",
        "  Exempel på sådana ärenden finns nedan.\n",
        "  # Givet är bara en kommentar\n",
        "  Scenarier skrivs med små ord, och Exempel ges nedan.\n",
        "  Regel för detta är att SÄS svarar.\n",
        "  - en punkt\n  - så att två\n  1. och tre\n  »Citat« ur boken\n",
        "  Bakgrund till reglerna: se handboken.\n",
    ],
)
def test_free_prose_under_egenskap_and_regel_is_left_alone(prose: str) -> None:
    assert rules(swap(GOOD, "\n  Scenario", f"{prose}\n  Scenario")) == []
    assert rules(swap(GOOD, "\n  Scenario", f"\n  Regel: En regel\n{prose}\n  Scenario")) == []


@pytest.mark.parametrize(
    "line",
    [
        "Så skulle det vara.",
        "Scenario",
        "Regel 2",
        "* så",
        "- Så är det",
        "_Bakgrund_",
        "Scenario – Två",
        "Och mer.",
        "Givet allt detta",
        "When in doubt",
        "Scenarier:",
    ],
)
def test_prose_that_looks_like_a_keyword_is_not(line: str) -> None:
    assert rules(swap(GOOD, "\n  Scenario", f"  {line}\n\n  Scenario"))
    assert rules(swap(GOOD, "\n  Scenario", f"\n  Regel: En regel\n  {line}\n\n  Scenario"))


@pytest.mark.parametrize("holder", ["Scenario", "Bakgrund", "Exempel"])
def test_a_marked_description_is_allowed_wherever_free_text_is_not(holder: str) -> None:
    text = swap(OUTLINE, "\n  Scenariomall", "\n  Bakgrund:\n    Givet patienten Bertil från Mark\n\n  Scenariomall")
    places = {"Scenario": "Scenariomall: Ett\n", "Bakgrund": "Bakgrund:\n", "Exempel": "Exempel:\n"}
    place = places[holder]

    assert rules(swap(text, place, f"{place}      Beskrivning:\n      En förklaring.\n\n")) == []
    assert rules(swap(text, place, f"{place}      En förklaring.\n\n")) == ["fri-text"]


def test_a_description_ends_at_a_step_too() -> None:
    assert rules(swap(GOOD, "    Givet", "    Beskrivning: Kort.\n    Givet")) == []


def test_several_faults_of_the_parser_are_all_told() -> None:
    two = f"{HEAD}\n  Scenario: A\n    Givet x\n    trasigt\n\n  Scenario: B\n    Givet x\n    | a |\n    | a | b |\n"

    assert [(f.rule, f.line) for f in findings(two)] == [("olaslig-rad", 7), ("ojamn-tabell", 12)]


def test_a_lost_feature_line_is_told_once_and_not_for_every_line_below_it() -> None:
    found = findings(swap(GOOD, "Egenskap:", "Egenskp:"))

    assert [(f.rule, f.line) for f in found] == [("okant-nyckelord", 3)]
    assert "»Egenskap: Prov«" in found[0].remedy


@pytest.mark.parametrize("sign", ["\u2028", "\x0b", "\x0c", "\x85", "\x1c"])
def test_a_sign_that_ends_a_line_for_others_does_not_move_the_place(sign: str) -> None:
    text = swap(GOOD, "Egenskap: Prov\n", f"Egenskap: Prov\n  prosa{sign}mer\n").replace("När", "Naar")

    [lost] = [f for f in findings(text) if f.rule == "okant-nyckelord"]
    assert lost.line == 8
    assert lost.text == "    Naar klockan blir 08.00 den 2022-04-04"


def test_findings_come_in_the_same_order_every_time() -> None:
    text = swap(swap(OUTLINE, "<kommun>", "<d> <b> <c> <a>"), "| kommun |", "| x |")

    told = [f.sentence.split(">")[0].split("<")[1] for f in findings(text) if f.rule == "okand-kolumn"]

    assert told == ["d", "b", "c", "a"]


@pytest.mark.parametrize("first", ["json", "text/plain"])
def test_the_format_of_a_docstring_may_be_said(first: str) -> None:
    assert rules(f'{GOOD}      """{first}\n      hej\n      """\n') == ["argument-oanvant"]


def test_the_ids_of_many_files_are_held_against_each_other(tmp_path: Path) -> None:
    text = swap(GOOD, "  Scenario", "  @id:a1\n  Scenario")
    files = [tmp_path / name for name in ("a.feature", "b.feature")]
    for file in files:
        file.write_text(text, encoding="utf-8")

    [finding] = check(files, tmp_path, today=TODAY)

    assert (finding.rule, finding.place) == ("samma-id", "b.feature:5")
    assert "a.feature:6" in finding.sentence


def test_a_day_that_is_awaited_may_be_today() -> None:
    assert rules(swap(GOOD, "  Scenario", f"  @vantar:{TODAY}\n  Scenario")) == []


@pytest.mark.parametrize("tag", sorted(PYTEST_MARKS))
def test_a_tag_that_pytest_acts_on_is_refused(tag: str) -> None:
    [finding] = findings(swap(GOOD, "  Scenario", f"  @{tag}\n  Scenario"))

    assert (finding.rule, finding.severity) == ("pytest-marke", "fel")
    assert "@specificerad" in finding.remedy


@pytest.mark.parametrize(
    ("tag", "meant"),
    [("webb", "webb"), ("web", "webb"), ("Webb", "webb"), ("api", "api"), ("API", "api"), ("channel:web", "webb")],
)
def test_a_channel_without_its_prefix_is_a_mistake(tag: str, meant: str) -> None:
    [finding] = findings(swap(GOOD, "  Scenario", f"  @{tag}\n  Scenario"))

    assert (finding.rule, finding.remedy) == ("felstavad-tagg", f"Menade du @kanal:{meant}?")


def test_a_specified_scenario_may_have_sentences_that_do_not_exist() -> None:
    assert rules(swap(GOOD, "  Scenario: Ett\n", "  @specificerad\n  Scenario: Ett\n    Givet något nytt\n")) == []


def test_numbers_are_never_told_on() -> None:
    secret = number("20990101")
    text = swap(GOOD, "patienten Astrid från Borås", f"patienten {secret} från Borås")

    found = findings(text)

    assert [f.rule for f in found] == ["personnummer"]
    assert all(secret not in f.text + f.sentence + f.remedy for f in found)


# Files


def test_a_folder_that_is_named_as_a_feature_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.feature").mkdir()

    [finding] = check([tmp_path / "x.feature"], tmp_path, today=TODAY)

    assert (finding.rule, finding.severity) == ("mapp-feature", "fel")


@pytest.mark.parametrize(
    ("name", "right"),
    [("X.FEATURE", "X.feature"), ("x.feature.txt", "x.feature"), ("x.featur", "x.feature"), ("x.Feature", "x.feature")],
)
def test_a_file_that_never_runs_is_a_warning(name: str, right: str, tmp_path: Path) -> None:
    (tmp_path / "omrade").mkdir()
    (tmp_path / "omrade" / name).write_text(GOOD, encoding="utf-8")
    (tmp_path / "omrade" / "y.feature").write_text(GOOD, encoding="utf-8")

    [finding] = check([tmp_path / "omrade" / "y.feature"], tmp_path, today=TODAY)
    [same] = check([], tmp_path, today=TODAY, folders=folders_below(tmp_path))

    assert finding == same
    assert (finding.rule, finding.severity, finding.path) == ("fel-filandelse", "varning", f"omrade/{name}")
    assert right in finding.remedy


def test_other_files_beside_the_features_are_left_alone(tmp_path: Path) -> None:
    for name in ("readme.md", "data.csv", ".feature", "x.feature", "features.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")

    assert check([], tmp_path, today=TODAY, folders=[tmp_path]) == []


# Definitions (architecture D10)


def definition(function: Callable[..., object], pattern: str, **more: object) -> Definition:
    parser = parsers.parse(pattern)
    context = StepFunctionContext(type="given", step_func=function, parser=parser, **more)  # type: ignore[arg-type]
    return Definition(pattern=pattern, context=context, arguments=frozenset(function.__code__.co_varnames))


def plain(stage: object) -> None:
    """En mening."""


async def awaited(stage: object) -> None:
    """En mening."""


def yielding(stage: object) -> object:
    """En mening."""
    yield


def greedy(stage: object, tmp_path: object) -> None:
    """En mening."""


def silent(stage: object) -> None: ...


@pytest.mark.parametrize(
    ("function", "more", "rule"),
    [
        (awaited, {}, "definition-form"),
        (yielding, {}, "definition-form"),
        (plain, {"target_fixture": "x"}, "definition-form"),
        (greedy, {}, "definition-argument"),
        (silent, {}, "definition-docstring"),
    ],
)
def test_a_definition_of_another_form_is_refused(
    function: Callable[..., object], more: dict[str, object], rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("steps.hygiene.definitions._is_literal", lambda _: True)

    [finding] = check_definitions(Registry([definition(function, "en mening", **more)]), ROOT)

    assert finding.rule == rule
    assert finding.place.startswith("tests/steps/test_hygiene.py:")


def test_a_sentence_that_is_not_spelt_out_is_refused() -> None:
    [finding] = check_definitions(Registry([definition(plain, "en mening")]), ROOT)

    assert finding.rule == "definition-literal"


def test_two_definitions_of_one_sentence_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("steps.hygiene.definitions._is_literal", lambda _: True)

    [finding] = check_definitions(Registry([definition(plain, "en mening"), definition(plain, "en mening")]), ROOT)

    assert finding.rule == "dubbel-definition"


def test_a_sentence_that_two_definitions_read_is_refused() -> None:
    registry = Registry([definition(plain, "patienten {a}"), definition(plain, "patienten {a} från {b}")])

    found = Checker(registry, TODAY).check_source(Source("x.feature", GOOD)).findings

    assert [(f.rule, f.line) for f in found if f.line == 6] == [("tvetydigt-steg", 6)]


# Words


@pytest.mark.parametrize(
    "text",
    [
        "SÄS klickar på Spara", "hon trycker på knappen", "sidan visas", "fältet är tomt", "rutan är ifylld",
        "menyn öppnas", "fliken Ärenden", "länken följs", "dialogrutan stängs", "hon scrollar ned",
        "hon bockar i allt", "kryssrutan är tom", "skärmen är tom", "ikonen är röd",
    ],
)  # fmt: skip
def test_words_of_the_screen_are_found(text: str) -> None:
    assert screen_word(text)


@pytest.mark.parametrize(
    "text",
    [
        "vid sidan av insatserna", "å ena sidan ja och å andra sidan nej", "från kommunens sida", "smärta i höger sida",
        "hon ligger på sidan", "i dialog med patienten", "dialogen med hemtjänsten", "synfältet är inskränkt",
        "huden är torr", "sidenväg", "knappt två dagar", "hon knäböjer", "länsstyrelsen", "insidan av armen",
        'läget är "Sidan"', "rutinen följs", "flickan skrivs ut", "matmeny",
    ],
)  # fmt: skip
def test_ordinary_words_are_not(text: str) -> None:
    assert screen_word(text) == ""


@pytest.mark.parametrize("word", ["µg", "β-blockerare", "Zoë", "Łódź", "naïve", "α", "Ωmega", "n:o", "10 m²", "½"])
def test_signs_that_people_write_are_no_lookalikes(word: str) -> None:
    assert rules(swap(GOOD, "Scenario: Ett", f"Scenario: Ett {word}")) == []


@pytest.mark.parametrize("word", ["Аstrid", "２０２２", "ﬁnns", "Βorås", "сор"])
def test_lookalikes_are_found(word: str) -> None:
    assert rules(swap(GOOD, "Scenario: Ett", f"Scenario: Ett {word}")) == ["frammande-bokstav"]


def test_every_space_but_the_ordinary_is_hidden() -> None:
    spaces = [chr(n) for n in range(0x3001) if chr(n).isspace() and chr(n) not in " \t\n\r"]

    assert len(spaces) > 15
    assert [sign for sign in spaces if not is_hidden(sign)] == []


@pytest.mark.parametrize(
    ("line", "keyword"),
    [("Gvet x", "Givet"), ("Sa x", "Så"), ("nar x", "När"), ("Then x", "Så"), ("Ohc x", "Och"), ("Mne x", "Men"),
     ("Givet", "Givet"), ("Givit x", "Givet"), ("And x", "Och"), ("But x", "Men"), ("Näär x", "När"), ("Nr x", "När")],
)  # fmt: skip
def test_what_a_step_was_meant_as(line: str, keyword: str) -> None:
    assert [meant.keyword for meant in meant_step(line)] == [keyword]


@pytest.mark.parametrize(
    "line",
    [
        "Den x",
        "Med x",
        "På x",
        "Se x",
        "Nu x",
        "Som x",
        "Man x",
        "Nära x",
        "Närmast x",
        "Mena x",
        "Mens x",
        "Nåt x",
        "Sår x",
        "Mer x",
        "En x",
        "Om x",
    ],
)
def test_ordinary_first_words_are_no_steps(line: str) -> None:
    assert meant_step(line) == ()


@pytest.mark.parametrize(
    ("line", "keywords"),
    [
        ("Senario: x", ["Scenario"]), ("Scenariomal: x", ["Scenariomall"]), ("Scenario Outline: x", ["Scenariomall"]),
        ("Exampel:", ["Exempel"]), ("Background:", ["Bakgrund"]), ("Backgrund:", ["Bakgrund"]), ("REGEL: x", ["Regel"]),
        ("Scenario : x", ["Scenario"]), ("Rgel: x", ["Regel"]), ("Egenskab: x", ["Egenskap"]), ("Obs: x", []),
        ("Klockan 08:00", []), ("Feature: x", ["Egenskap"]),
    ],
)  # fmt: skip
def test_what_a_block_was_meant_as(line: str, keywords: list[str]) -> None:
    assert [meant.keyword for meant in meant_block(line)] == keywords


# Whatever is written


PIECES = [
    *STEPS.splitlines(keepends=True), *OUTLINE.splitlines(keepends=True), "@a b\n", "@\n", '"""\n', "```\n", "|\n",
    "| a |\n", "| a( | \\| |\n", "| <a> |\n", "  Exempel:\n", "  Regel:\n", "  Bakgrund:\n", "# language: en\n",
    "Så\n", "Givet <a(>\n", "Givet < >\n", "* \n", "Beskrivning:\n", "\r", "\u2028", "\x0b\n", "\ufeff", "\x00\n",
    "# language: sv\n", "Egenskap:\n", "text\n", "\\\n", "Och <kommun>\n", "Scenariomall: <kommun>\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.booleans())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_makes_the_checker_fall(text: str, headed: bool) -> None:
    whole = HEAD + text if headed else text
    source = Source("x.feature", whole)

    for finding in Checker(load_registry(), TODAY).check_source(source).findings:
        assert finding.rule in RULES
        assert finding.line is None or 1 <= finding.line <= len(source.lines)
        assert finding.sentence
        assert finding.remedy


@given(st.integers(0, 2**32), st.sampled_from([bad for bad in FILES if bad.line]))
@settings(max_examples=100, deadline=None)
def test_a_bad_file_with_a_line_lost_or_doubled_is_still_read(seed: int, bad: object) -> None:
    lines = bad.file.decode("utf-8", errors="replace").split("\n")  # type: ignore[attr-defined]
    place = seed % len(lines)
    doubled = [*lines[: place + 1], *lines[place:]]
    lost = [*lines[:place], *lines[place + 1 :]]

    for text in ("\n".join(doubled), "\n".join(lost)):
        findings(text)
