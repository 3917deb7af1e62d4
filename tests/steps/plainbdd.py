"""What plain pytest-bdd says of the bad files: its own ``scenarios()``, in a process of its own, without us.

Its step definitions accept every sentence, so that only the text of the feature decides. One run for all
files; a file that cannot be collected does not stop the others.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from badfeatures import GOOD, HEAD, swap

_CONFTEST = """
import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then, when

if ACCEPTS:
    @given(parsers.re(".*"))
    def accept_given():
        pass

    @when(parsers.re(".*"))
    def accept_when():
        pass

    @then(parsers.re(".*"))
    def accept_then():
        pass

SEEN = defaultdict(list)


def pytest_collectreport(report):
    name = Path(report.nodeid).stem
    if name.startswith("test_"):
        SEEN[name]
        if report.failed:
            kinds = re.findall(r"^E   [\\w.]*?(\\w+(?:Error|Exception|Found))\\b", str(report.longrepr), re.MULTILINE)
            SEEN[name].append("error: " + kinds[-1])


def pytest_runtest_logreport(report):
    if report.when == "call" or report.outcome != "passed":
        SEEN[Path(report.nodeid.split("::")[0]).stem].append(report.outcome)


def pytest_sessionfinish(session):
    Path(__file__).with_name("utfall.json").write_text(json.dumps(SEEN))
"""
_BOUND = "from pytest_bdd import given, parsers, scenarios, then, when\n\nscenarios({name!r})\n"


@dataclass(frozen=True, slots=True)
class Beside:
    """A fault that is not in one feature file: its own module, and the rule that we have against it."""

    what: str
    feature: str
    rule: str
    module: str = _BOUND
    file: str = "{name}.feature"
    accepts: bool = True


BESIDE = [
    Beside("Stegdefinition som är async: väntas aldrig in (pytest-bdd #223)", GOOD, "definition-form",
           _BOUND + '\n@then(parsers.parse("har Astrid inget pågående ärende i SAMSA"))\n'
           "async def check():\n    raise AssertionError\n"),
    Beside("Två stegdefinitioner läser samma mening", GOOD, "tvetydigt-steg",
           _BOUND + '\n@then(parsers.parse("har {a} inget pågående ärende i {b}"))\ndef one(a, b):\n    pass\n'
           '\n@then(parsers.parse("har Astrid {c} pågående ärende i SAMSA"))\ndef two(c):\n    raise AssertionError\n'),
    Beside("Filen är inte bunden med scenarios() (pytest-bdd #581, #92)", GOOD, "–", "# nothing is bound\n"),
    Beside("Filen heter X.FEATURE", GOOD, "fel-filandelse",
           "import pytest_bdd\n\npytest_bdd.scenarios('.')\n", "only/{name}.FEATURE"),
    Beside("Steget finns inte, och inget annat tar emot det (pytest-bdd #567)",
           f"{HEAD}\n  Scenario: Ett\n    Givet något\n    När något okänt\n    Så slut\n", "okant-steg",
           _BOUND + '\n@given(parsers.parse("något"))\ndef something():\n    pass\n', accepts=False),
    Beside("Felstavat nyckelord, och inget steg finns", swap(swap(swap(GOOD, "Givet", "Gvet"), "När", "Naar"),
           "Så har", "Sa har"), "okant-nyckelord", accepts=False),
]  # fmt: skip


def run_plain(files: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """The verdict of plain pytest-bdd on each of *files*, and on :data:`BESIDE`, by what is wrong with it."""
    names: dict[str, str] = {}
    for accepts in (True, False):
        place = folder / ("accepts" if accepts else "strict")
        place.mkdir()
        (place / "conftest.py").write_text(_CONFTEST.replace("ACCEPTS", str(accepts)), encoding="utf-8")
        (place / "pytest.ini").write_text("[pytest]\nfilterwarnings = ignore\n", encoding="utf-8")
    for number, (what, file) in enumerate(files.items()):
        name = f"f{number:03}"
        names[what] = f"test_{name}"
        (folder / "accepts" / f"{name}.feature").write_bytes(file)
        (folder / "accepts" / f"test_{name}.py").write_text(_BOUND.format(name=f"{name}.feature"), encoding="utf-8")
    for number, beside in enumerate(BESIDE):
        name = f"b{number:03}"
        names[beside.what] = f"test_{name}"
        place = folder / ("accepts" if beside.accepts else "strict")
        home = place / name  # a folder of its own: ``scenarios(".")`` takes all that is there
        feature = home / beside.file.format(name=name)
        feature.parent.mkdir(parents=True)
        feature.write_text(beside.feature, encoding="utf-8")
        module = beside.module.replace("{name!r}", repr(feature.name))
        (feature.parent / f"test_{name}.py").write_text(module, encoding="utf-8")
    seen: dict[str, Sequence[str]] = {}
    for place in (folder / "accepts", folder / "strict"):
        seen |= _run(place)
    return {what: _verdict(seen.get(name, [])) for what, name in names.items()}


def _run(place: Path) -> dict[str, Sequence[str]]:
    command = [sys.executable, "-P", "-m", "pytest", "-q", "-p", "pytest_bdd.plugin", "-p", "no:cacheprovider"]
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTEST_ADDOPTS")}
    result = subprocess.run(
        [*command, "--continue-on-collection-errors", "--rootdir", str(place), "-c", str(place / "pytest.ini")],
        cwd=place,
        capture_output=True,
        check=False,
        env={**environment, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONUTF8": "1"},
        timeout=300,
    )
    assert result.returncode in (0, 1, 2), result.stdout.decode()  # a run that fell says nothing of the files
    found: dict[str, Sequence[str]] = json.loads((place / "utfall.json").read_text(encoding="utf-8"))
    return found


def _verdict(outcomes: Sequence[str]) -> str:
    if not outcomes:
        return "inget samlas in"
    errors = [outcome.removeprefix("error: ") for outcome in outcomes if outcome.startswith("error: ")]
    if errors:
        return f"fel vid insamlingen: {errors[0]}"
    return ", ".join(f"{outcomes.count(o)} {o}" for o in ("passed", "failed", "skipped") if o in outcomes)
