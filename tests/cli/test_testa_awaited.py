"""``testa`` and known reds with an end date, in both channels."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str]]

TEXT = """# language: sv
@anvandaracceptans @krav:AK-SYS-01 @kanal:api @kanal:webb
Egenskap: Väntade

  Scenario: Grönt
    Givet patienten Astrid från Borås
    När SÄS skriver in Astrid i SAMSA den 2022-02-07 kl. 08.00
    Så har Astrid ett pågående ärende i SAMSA

  @vantar:2026-03-01
  Scenario: Känd avvikelse
    Givet patienten Astrid från Borås
    När SÄS skriver in Astrid i SAMSA den 2022-02-07 kl. 08.00
    Så har Astrid ett pågående ärende i {system}
"""


@pytest.mark.parametrize(
    ("system", "today", "outcome", "code"),
    [
        ("Samvy", "2026-03-01", "vantad", 0),
        ("SAMSA", "2026-03-01", "specifikationsfel", 2),
    ],
    ids=["avviker", "grönt ändå"],
)
def test_a_known_red(run: Run, tmp_path: Path, system: str, today: str, outcome: str, code: int) -> None:
    feature = tmp_path / "features" / "eget" / "x.feature"
    feature.parent.mkdir(parents=True)
    feature.write_text(TEXT.format(system=system), encoding="utf-8")

    ended, text = run("testa", str(feature), "--ut", str(tmp_path / "ut"), "--idag", today)

    summary = json.loads((tmp_path / "ut" / "sammanfattning.json").read_text("utf-8"))
    assert ended == code, text
    assert summary["kanaler"] == {channel: {"godkand": 1, outcome: 1} for channel in ("api", "webb")}
    assert "Kontot stämmer: 2 skrivna = 2 kompilerade → 4 planerade, 4 insamlade, 4 körda, 4 rapporterade." in text
    assert ("2 väntade röda, sista dag 2026-03-01:" in text) is (outcome == "vantad")
    reasons = [row["orsak"] for row in summary["konto"]["skillnader"]]
    awaited = "väntad röd till och med 2026-03-01: Samvy visar inget ärende för Astrid."
    assert reasons == ([awaited] * 2 if outcome == "vantad" else [])


def test_the_day_after_the_texts_are_refused(run: Run, tmp_path: Path) -> None:
    feature = tmp_path / "features" / "eget" / "x.feature"
    feature.parent.mkdir(parents=True)
    feature.write_text(TEXT.format(system="Samvy"), encoding="utf-8")

    code, text = run("testa", str(feature), "--ut", str(tmp_path / "ut"), "--idag", "2026-03-02")

    assert code == 2
    assert "@vantar:2026-03-01 har passerat" in text
    assert not (tmp_path / "ut").exists()


def test_a_day_that_is_none_is_refused(run: Run) -> None:
    code, text = run("testa", "--idag", "snart")

    assert code == 64
    assert "»snart« är ingen dag." in text
