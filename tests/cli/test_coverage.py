"""``krav``: what claims each krav, and that nothing is green that was not run."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.cli import tracing
from harness.cli.coverage import Coverage, cover
from harness.cli.coveragepage import coverage_page
from harness.cli.coverageshown import counted
from harness.cli.root import ROOT
from harness.cli.screen import open_screen
from reports.outcome import Outcome
from reports.row import FinishedRow
from steps.pickles import Pickle, read_pickles
from testdata.krav.register import all_krav

Run = Callable[..., tuple[int, str]]

TEXT = """# language: sv
@anvandaracceptans @krav:AK-SYS-01
Egenskap: Prov

  Regel: Allt i SAMSA

    @id:s1 @kanal:api @kanal:webb
    Scenariomall: Två rader
      Givet patienten Astrid från <kommun>
      När SÄS skriver in Astrid i SAMSA den 2022-02-07 kl. 08.00
      Så har Astrid ett pågående ärende i SAMSA

      Exempel:
        | kommun |
        | Borås  |
        | Mark   |

    @krav:AK-SYS-10
    Scenario: En rad
      Givet patienten Astrid från Borås
      När SÄS skriver in Astrid i SAMSA den 2022-02-07 kl. 08.00
      Så har Astrid ett pågående ärende i SAMSA
"""


@pytest.fixture
def feature(tmp_path: Path) -> Path:
    file = tmp_path / "features" / "x.feature"
    file.parent.mkdir()
    file.write_text(TEXT, encoding="utf-8")
    return file


def ended(pickle: Pickle, channel: str, outcome: Outcome, weakest: str | None = "B") -> FinishedRow:
    return FinishedRow(
        place=pickle.place, channel=channel, nodeid="n", scenario_id=pickle.scenario_id, name=pickle.name,
        outcome=outcome, reason=None, fault=None, krav=(), test_type="", weakest=weakest, leaned_on={}, duration_s=0.1,
    )  # fmt: skip


def of(krav: str, covered: tuple[Coverage, ...]) -> Coverage:
    return next(each for each in covered if each.krav.id == krav)


def test_a_krav_is_followed_to_regel_scenario_and_verdict(feature: Path) -> None:
    pickles = read_pickles(feature, ROOT)
    rows = [ended(p, c, Outcome.GODKAND) for p in pickles for c in p.channels]

    covered = cover(pickles, rows)

    found = of("AK-SYS-01", covered)
    assert [(c.rule, c.id, c.name, c.channels, c.rows, c.line) for c in found.claims] == [
        ("Allt i SAMSA", "s1", "Två rader", ("api", "webb"), 2, 8),
        ("Allt i SAMSA", "", "En rad", ("api",), 1, 19),
    ]
    assert (found.verdict, found.green, found.measured) == ("godkänd", True, "B")
    assert [c.name for c in of("AK-SYS-10", covered).claims] == ["En rad"]
    assert len(covered) == len(all_krav())


def test_without_a_scenario_it_is_otestat_and_never_green(feature: Path) -> None:
    pickles = read_pickles(feature, ROOT)
    rows = [ended(p, c, Outcome.GODKAND) for p in pickles for c in p.channels]

    covered = cover(pickles, rows)

    without = [each for each in covered if each.krav.id not in ("AK-SYS-01", "AK-SYS-10")]
    assert {each.verdict for each in without} == {"otestat"}
    assert not any(each.green for each in without)
    assert counted(covered).startswith(f"{len(all_krav())} krav: 2 har scenarier (2 godkänd), {len(without)} otestade")


def test_what_was_not_run_is_not_green_and_red_is_red_however_little_was_run(feature: Path) -> None:
    pickles = read_pickles(feature, ROOT)
    first, second, single = pickles

    def verdict(*rows: FinishedRow) -> str:
        return of("AK-SYS-01", cover(pickles, rows)).verdict

    assert verdict() == "ej kört"
    assert verdict(*(ended(p, "api", Outcome.GODKAND) for p in pickles)) == "delvis kört"
    assert verdict(ended(second, "webb", Outcome.UNDERKAND)) == "underkänd"
    assert verdict(*(ended(p, c, Outcome.EJ_KORBAR) for p in pickles for c in p.channels)) == "ej körbar"
    of_another = [ended(single, "api", Outcome.GODKAND)]
    assert of("AK-SYS-10", cover(pickles, of_another)).verdict == "godkänd"
    assert of("AK-SYS-01", cover([first], of_another)).verdict == "ej kört"


def test_red_in_any_repetition_is_red(feature: Path) -> None:
    single = read_pickles(feature, ROOT)[2]
    rows = [ended(single, "api", outcome) for outcome in (Outcome.GODKAND, Outcome.UNDERKAND, Outcome.GODKAND)]

    assert of("AK-SYS-10", cover([single], rows)).verdict == "underkänd"


def test_the_last_run_is_read_and_a_text_that_was_changed_since_has_not_been_run(
    run: Run, feature: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ut"
    os.utime(feature, (1_600_000_000, 1_600_000_000))
    code, text = run("testa", str(feature.parent), "--kanal", "api", "--ut", str(out))
    assert code == 0, text

    def shown() -> str:
        code = tracing.show_krav(
            open_screen(),
            ["AK-SYS-10"],
            [],
            only_untested=False,
            output=out,
            as_document=False,
            features=feature.parent,
        )
        assert code == 0
        return capsys.readouterr().out

    before = shown()
    assert "AK-SYS-10  godkänd  (klass D, vilar på klass D)" in before
    assert re.search(r"x\.feature:19    En rad \(api\): godkänd", before)
    assert f"Senaste körningen i {out}: 20" in before
    os.utime(feature, (4_000_000_000, 4_000_000_000))
    after = shown()
    assert "AK-SYS-10  ej kört" in after
    assert f"Ändrade efter körningen, och därför ej körda: {feature}." in after


@pytest.mark.parametrize("as_document", [False, True])
def test_a_tag_with_an_unknown_krav_is_an_error(
    feature: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, as_document: bool
) -> None:
    feature.write_text(TEXT.replace("AK-SYS-10", "AK-SYS-1"), encoding="utf-8")

    code = tracing.show_krav(
        open_screen(), [], [], only_untested=False, output=tmp_path, as_document=as_document, features=feature.parent
    )

    printed = capsys.readouterr().out
    assert code == 2
    assert f"FEL  {feature}:19: Kravet 'AK-SYS-1' finns inte. Menade du" in printed


def test_a_text_that_cannot_be_read_is_an_error_and_not_an_untested_krav(
    feature: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feature.write_text(TEXT.replace("Egenskap", "Egenkap"), encoding="utf-8")

    code = tracing.show_krav(
        open_screen(), [], [], only_untested=False, output=tmp_path, as_document=False, features=feature.parent
    )

    assert code == 2
    assert "FEL  " in capsys.readouterr().out


def test_a_krav_that_says_it_is_untested_and_has_a_scenario_is_an_error(
    feature: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def code() -> int:
        return tracing.show_krav(
            open_screen(), [], [], only_untested=False, output=tmp_path, as_document=False, features=feature.parent
        )

    feature.write_text(TEXT.replace("AK-SYS-10", "AK-SYS-13"), encoding="utf-8")
    assert code() == 2
    assert "AK-SYS-13 står som ej testat men har scenarier." in capsys.readouterr().out
    feature.write_text(TEXT.replace("@krav:AK-SYS-10", "@krav:AK-SYS-13 @specificerad"), encoding="utf-8")
    assert code() == 0


def test_our_own_features_claim_only_what_exists_and_what_does_not_wait(run: Run, tmp_path: Path) -> None:
    code, text = run("krav", "--ut", str(tmp_path), "--json")

    assert code == 0
    listed = json.loads(text)
    assert [each["id"] for each in listed] == list(all_krav())
    assert {each["utfall"] for each in listed} == {"otestat", "ej kört"}
    undecided = next(each for each in listed if each["id"] == "AK-INT-23")
    assert undecided["ej_testat"]["vantar_pa"] == "beslut"


def test_krav_are_chosen_by_id_by_area_and_by_being_untested(run: Run, tmp_path: Path) -> None:
    def ids(*words: str) -> set[str]:
        code, text = run("krav", *words, "--ut", str(tmp_path), "--json")
        assert code == 0
        return {each["id"] for each in json.loads(text)}

    assert ids("AK-INUT-02", "AK-SIP-01") == {"AK-INUT-02", "AK-SIP-01"}
    assert ids("--omrade", "sip") == ids("--omrade", "SIP") == {k for k, v in all_krav().items() if v.code == "SIP"}
    assert ids("--omrade", "Systemval och utrullning") == {k for k, v in all_krav().items() if v.code == "SYS"}
    assert "AK-INUT-02" not in ids("--omrade", "inut", "--otestat")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["AK-INUT-99"], "AK-INUT-99"),
        (["--omrade", "SIPP"], "Området »SIPP« finns inte. Menade du SIP?"),
        (["--skriv", "--otestat"], "Flaggan --skriv står ensam."),
    ],
)
def test_words_that_make_no_sense_are_refused(run: Run, words: list[str], told: str) -> None:
    code, text = run("krav", *words)

    assert code == 64
    assert told in text


def test_the_page_says_what_claims_a_krav_and_why_another_is_not_tested(feature: Path) -> None:
    pickles = read_pickles(feature, ROOT)

    page = coverage_page(cover(pickles))

    assert page == coverage_page(cover(pickles, [ended(pickles[0], "api", Outcome.UNDERKAND)]))
    assert f"Regel: Allt i SAMSA ({feature})\n\n* `s1` Två rader (api och webb, 2 exempel)\n* En rad (api)\n" in page
    assert "**Otestat**, därför att (beslut): ej avgjort; ingen källa säger vad TAPIR-tjänsten gör." in page
    assert page.count("\n### ") == len(all_krav())
