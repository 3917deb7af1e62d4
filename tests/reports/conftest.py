"""One run of stub scenarios for every test that only looks at what it left."""

from __future__ import annotations

import pytest
from stubrun import StubRun, run_stubs

ENDINGS = {
    "grön": "grön",
    "grön utan antaganden": "grön B",
    "avvikelse": "avvikelse",
    "miljöfel": "miljöfel",
    "specifikationsfel": "specifikationsfel",
    "oväntat": "oväntat",
    "uppsättning": "uppsättning",
    "nedtagning": "nedtagning",
    "avvikelse och nedtagning": "avvikelse+nedtagning",
    "okänd orsak": "stannar kraver_styrning: ingen simulator",
    "egen orsak": "hoppa för att jag ville",
    "obyggd": "stannar ej byggd",
    "ingen webbläsare": "stannar webblasare_saknas: installera en",
    "grön med bild": "grön bild",
    "röd med bild": "avvikelse bild",
}


@pytest.fixture(scope="session")
def stub_run(tmp_path_factory: pytest.TempPathFactory) -> StubRun:
    return run_stubs(tmp_path_factory.mktemp("serie"), ENDINGS)


@pytest.fixture(scope="session")
def spread_run(tmp_path_factory: pytest.TempPathFactory) -> StubRun:
    """The same on two workers, and a scenario that takes its worker with it."""
    return run_stubs(tmp_path_factory.mktemp("spridd"), {**ENDINGS, "död": "dö"}, "-n", "2")
