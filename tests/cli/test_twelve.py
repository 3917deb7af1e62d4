"""Twelve written scenarios, of which plain pytest-bdd with Allure showed nine: two with one name, one that is
skipped, one whose environment fails. Here the twin is refused, and then all twelve are accounted for.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str]]

HEAD = """# language: sv
@oberoende @krav:AK-INT-01
Egenskap: Tolv skrivna scenarier
"""
STEPS = """    Givet patienten Astrid från Borås
    När klockan blir 08.00 den 2022-04-04
    Så har Astrid inget pågående ärende i SAMSA
"""
TWELVE = f"""{HEAD}
  Scenario: Tvilling
{STEPS}
  Scenario: Tvilling
{STEPS}
  @specificerad
  Scenario: Hoppas över
    Givet något som ingen har byggt
    När det händer
    Så syns det

  Scenario: Simulatorn är nere
{STEPS}
  Scenario: Systemet gör fel
{STEPS.replace("inget pågående", "ett pågående")}
  Scenariomall: Rader
{STEPS.replace("Borås", "<kommun>")}
    Exempel:
      | kommun   |
      | Borås    |
      | Mark     |
      | Mölndal  |
      | Göteborg |
      | Skövde   |

  Regel: En regel

    Scenario: I en regel
{STEPS}
    Scenario: I samma regel
{STEPS}"""


def line_of(name: str) -> int:
    return TWELVE.split("\n").index(f"  Scenario: {name}") + 1


@pytest.fixture
def feature(tmp_path: Path) -> Path:
    path = tmp_path / "tolv.feature"
    path.write_text(TWELVE, encoding="utf-8")
    return path


def test_plain_pytest_bdd_loses_one_already_when_it_collects(feature: Path) -> None:
    feature.with_name("test_tolv.py").write_text("from pytest_bdd import scenarios\n\nscenarios('tolv.feature')\n")
    command = [sys.executable, "-P", "-m", "pytest", "--collect-only", "-q", "-p", "pytest_bdd.plugin"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    result = subprocess.run(
        [*command, "-W", "ignore", "--rootdir", str(feature.parent), "-c", os.devnull, "test_tolv.py"],
        cwd=feature.parent,
        capture_output=True,
        text=True,
        env={**environment, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONUTF8": "1"},
    )

    assert "11 tests collected" in result.stdout, result.stdout + result.stderr


def test_the_twin_is_refused_and_nothing_runs(run: Run, feature: Path, tmp_path: Path) -> None:
    code, text = run("testa", str(feature), "--ut", str(tmp_path / "ut"))

    assert code == 2
    assert f"FEL  {feature}:10" in text
    assert "Namnet »Tvilling« finns redan på rad 5" in text
    assert not (tmp_path / "ut").exists()


def test_when_the_twin_has_its_own_name_all_twelve_are_accounted_for(
    run: Run, feature: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_PLUGINS", "harnessdown")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    first, _, rest = TWELVE.partition("Tvilling")
    feature.write_text(f"{first}Ensam{rest}", encoding="utf-8")

    code, text = run("testa", str(feature), "--ut", str(tmp_path / "ut"))

    summary = json.loads((tmp_path / "ut" / "sammanfattning.json").read_text("utf-8"))
    account = summary["konto"]
    names = ("skrivna", "kompilerade", "planerade", "insamlade", "rapporterade")
    assert {name: account[name] for name in names} == dict.fromkeys(names, 12), text
    assert "Kontot stämmer:" in text
    rows = {
        row["namn"]: row for row in map(json.loads, (tmp_path / "ut" / "rader.jsonl").read_text("utf-8").splitlines())
    }
    red = {name: row["utfall"] for name, row in rows.items() if row["utfall"] != "godkand"}
    assert red == {"Hoppas över": "ej_byggd", "Simulatorn är nere": "trasig", "Systemet gör fel": "underkand"}
    assert "simulatorn svarar inte" in json.dumps(rows["Simulatorn är nere"], ensure_ascii=False)
    [skipped] = account["skillnader"]
    assert skipped["var"] == f"{feature}:{line_of('Hoppas över')}"
    assert "ej byggd" in skipped["orsak"]
    assert account["korda"] == 11
    assert code == 3
