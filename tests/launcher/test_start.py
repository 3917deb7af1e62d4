"""The whole launcher as a user meets it: a bare checkout, wheels in a folder, no network."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest
from bench import NEEDS, REFUSING, Bench

pytestmark = NEEDS


def test_the_first_start_prepares_and_the_second_only_hands_over(bench: Bench) -> None:
    code, out, err = bench.start("testa", "å ä ö")
    prepared = bench.setup_log()

    assert (code, json.loads(out)) == (
        0,
        {
            "said": ["testa", "å ä ö"],
            "prefix": str(bench.root / ".venv"),
            "folder": str(bench.stubs),
            "first": str(bench.root),
            "environ": {"PYTHONDONTWRITEBYTECODE": "", "PYTHONUTF8": "1"},
        },
    )
    assert "Förbereder Provtryck första gången" in err
    assert [call.split()[:2] for call in bench.calls()] == [["uv", "pip"], ["npm", "ci"], ["trybrowser"]]
    assert bench.calls()[0].endswith(str(bench.wheels.folder))

    for name in ("npm", "node", "pip", "pip3", "uv"):
        bench.stub(name, REFUSING)
    bench.log.unlink()
    code, out, err = bench.start("rött")

    assert (code, err) == (7, "")
    assert bench.calls() == []
    assert bench.setup_log() == prepared


def test_pip_takes_over_when_uv_fails(bench: Bench) -> None:
    code, _, err = bench.start(UV_STUB="trasig")

    assert code == 0, err
    assert [call.split()[0] for call in bench.calls()] == ["uv", "npm", "trybrowser"]
    assert list((bench.root / ".venv").glob("lib/python*/site-packages/innehall/__init__.py"))


def test_a_wheel_that_is_not_the_locked_one_is_refused(bench: Bench) -> None:
    lock = bench.root / "requirements.lock"
    lock.write_text(re.sub(r"sha256:.{8}", "sha256:00000000", lock.read_text("utf-8")), "utf-8")

    code, out, err = bench.start()

    assert (code, out) == (3, "")
    assert "Provtryck kunde inte starta" in err
    assert "DO NOT MATCH THE HASHES" in bench.setup_log()
    assert not list((bench.root / ".venv").glob("lib/python*/site-packages/innehall"))


def test_an_interrupted_set_up_and_a_moved_checkout_are_made_again(bench: Bench) -> None:
    bench.start()
    (bench.root / ".venv" / "provtryck.stamp").unlink()
    half_done = bench.root / ".venv" / "halvfärdig.txt"
    half_done.touch()

    interrupted = bench.start()
    bench.root = bench.root.rename(bench.root.with_name("flyttad"))
    moved = bench.start()

    assert not half_done.exists()
    for code, _, err in (interrupted, moved):
        assert code == 0
        assert "Förbereder" in err
    assert json.loads(moved[1])["prefix"] == str(bench.root / ".venv")


def test_two_starts_at_once_prepare_once(bench: Bench) -> None:
    both = [bench.begin("ett"), bench.begin("två")]
    outs = [process.communicate()[0] for process in both]

    assert [json.loads(out)["said"] for out in outs] == [["ett"], ["två"]]
    assert bench.setup_log().count("-m venv --clear") == 1
    assert bench.calls().count("trybrowser") == 1


def test_without_a_new_enough_node_it_says_so_goes_on_and_tries_again_next_time(bench: Bench) -> None:
    bench.stub("node", "#!/bin/sh\necho v18.19.0\n")

    code, _, err = bench.start()
    again = bench.start()

    assert code == 0
    assert "rapporten (HTML) byggs inte och körningen slutar med kod 3" in err
    assert "requirements-node.lock" in bench.setup_log()
    assert not any(call.startswith("npm") for call in bench.calls())
    assert again[0] == 0
    assert "Allure" in again[2]
    assert "Python och paket" not in again[2]


def test_a_source_that_cannot_be_reached_is_said_in_swedish(bench: Bench) -> None:
    shutil.rmtree(bench.wheels.folder)

    code, out, err = bench.start()

    assert (code, out) == (3, "")
    assert "Provtryck kunde inte starta: Pythonmiljön .venv gick inte att skapa." in err
    for part in ("Var:", "Hela loggen:", "Nästa steg:", "PIP_INDEX_URL"):
        assert part in err


def test_another_python_is_refused_with_advice(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(launcher, "RUNNING", "3.8")
    monkeypatch.setenv("PATH", str(tmp_path))

    code = launcher.main(["testa"])

    assert code == 3
    said = capsys.readouterr().err
    assert "Python 3.11, 3.12 eller 3.13 behövs." in said
    assert "(Python 3.8)" in said
    assert "Nästa steg:" in said


def test_a_python_that_fits_is_found_on_path(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, bench: Bench
) -> None:
    became: list[list[str]] = []
    monkeypatch.setattr(launcher, "RUNNING", "3.14")
    monkeypatch.setattr(launcher, "_become", lambda command, _: became.append(command) or 0)
    monkeypatch.setenv("PATH", str(bench.stubs))
    bench.stub("python3.13", "#!/bin/sh\nexit 127\n")
    bench.stub("python3.12", "#!/bin/sh\necho 3.12\n")

    assert launcher.main(["testa"]) == 0
    assert became == [["python3.12", str(Path(launcher.__file__)), "testa"]]


def test_a_python_without_pip_and_a_machine_without_uv_gets_advice(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, bench: Bench
) -> None:
    setup = launcher.Setup(bench.root, {"PATH": str(bench.stubs)})
    monkeypatch.setattr(setup, "find_pip", lambda: ([], ""))
    monkeypatch.setenv("PATH", str(bench.stubs))

    with pytest.raises(launcher.SetupFailed, match=r"(?s)varken pip eller ensurepip.*python3-venv") as caught:
        setup.make_python()

    assert str(bench.root) in str(caught.value)
