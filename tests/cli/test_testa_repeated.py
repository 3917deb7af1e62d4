"""``testa --repetera``: every row several times, each a row of its own, all of them alike."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str]]

TEXT = """# language: sv
@anvandaracceptans @krav:AK-SYS-01 {tags}
Egenskap: Om igen

  Scenario: Ett ärende
    Givet patienten Astrid från Borås
    När SÄS skriver in Astrid i SAMSA den 2022-02-07 kl. 08.00
    Så har Astrid ett pågående ärende i SAMSA

  Scenariomall: Flera dagar
    Givet patienten Astrid från Borås
    När SÄS skriver in Astrid i SAMSA den <dag> kl. 08.00
    Så har Astrid ett pågående ärende i SAMSA

    Exempel:
      | dag        |
      | 2022-02-08 |
      | 2022-02-09 |
"""


def write(tmp_path: Path, tags: str) -> Path:
    feature = tmp_path / "features" / "eget" / "x.feature"
    feature.parent.mkdir(parents=True)
    feature.write_text(TEXT.format(tags=tags), encoding="utf-8")
    return feature


def rows(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "rader.jsonl").read_text("utf-8").splitlines()]


def journals(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (out / "journaler").iterdir()}


def turns(out: Path) -> list[tuple[str, str, int]]:
    return sorted((row["plats"], row["kanal"], row.get("omgang", 1)) for row in rows(out))


@pytest.mark.parametrize(("tags", "channels", "workers"), [("", 1, 1), ("@kanal:api @kanal:webb", 2, 2)])
def test_every_row_is_run_so_many_times(run: Run, tmp_path: Path, tags: str, channels: int, workers: int) -> None:
    feature, out, once = write(tmp_path, tags), tmp_path / "ut", tmp_path / "en"
    assert run("testa", str(feature), "--ut", str(once))[0] == 0

    code, text = run("testa", str(feature), "--ut", str(out), "--repetera", "2", "-n", str(workers))

    total = 3 * channels * 2
    assert code == 0, text
    assert f"3 kompilerade → {total} planerade, {total} insamlade, {total} körda, {total} rapporterade." in text
    assert turns(out) == sorted((place, channel, n) for place, channel, _ in turns(once) for n in (1, 2))
    summary = json.loads((out / "sammanfattning.json").read_text("utf-8"))
    assert (summary["omgangar"], summary["ostadiga"], summary["konto"]["skillnader"]) == (2, [], [])
    cases = ET.parse(out / "junit.xml").getroot().iter("testcase")  # noqa: S314 (our own file)
    assert len({case.get("name") for case in cases}) == total
    results = [json.loads(path.read_bytes()) for path in (out / "allure-results").glob("*-result.json")]
    assert len({result["historyId"] for result in results}) == len(results) == total
    assert all(
        result["parameters"][-1] in ({"name": "Omgång", "value": "1 av 2"}, {"name": "Omgång", "value": "2 av 2"})
        for result in results
    )


@pytest.mark.parametrize(("tags", "workers"), [("@kanal:api @kanal:webb", 1), ("", 2)])
def test_the_same_seed_gives_the_same_journal_every_time(run: Run, tmp_path: Path, tags: str, workers: int) -> None:
    feature, out, once = write(tmp_path, tags), tmp_path / "ut", tmp_path / "en"
    run("testa", str(feature), "--ut", str(once), "--fro", "7")
    run("testa", str(feature), "--ut", str(out), "--fro", "7", "--repetera", "3", "-n", str(workers))

    again = journals(out)
    first = {name: body for name, body in again.items() if "-omgang" not in name}
    assert first == journals(once)
    assert len(again) == 3 * len(first)
    for name, body in first.items():
        for turn in (2, 3):
            assert again[name.replace(".jsonl", f"-omgang{turn}.jsonl")] == body


@pytest.mark.parametrize("workers", ["1", "2"])
def test_red_in_any_repetition_is_red_and_named_as_unstable(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: str
) -> None:
    feature, out = write(tmp_path, ""), tmp_path / "ut"
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    with monkeypatch.context() as patch:
        patch.setenv("PYTEST_PLUGINS", "sabotage")
        patch.setenv("SABOTAGE", "vackla")
        code, text = run("testa", f"{feature}:5", "--ut", str(out), "--repetera", "3", "-n", workers)

    summary = json.loads((out / "sammanfattning.json").read_text("utf-8"))
    assert code == 1, text
    assert summary["ostadiga"] == [
        {"var": f"{feature}:5", "kanal": "api", "utfall": ["godkand", "underkand", "godkand"]}
    ]
    assert f"Ostadigt: {feature}:5 (api)  Ett ärende: godkänd, underkänd, godkänd" in text
    assert f"UNDERKÄND  {feature}:5 (api, omgång 2)  Ett ärende" in text
    code, text = run("testa", "--senast-roda", "--ut", str(out))
    assert code == 0, text
    assert turns(out) == [(f"{feature}:5", "api", 1)]
