"""When a start may go straight on, and what makes it prepare again. Nothing is installed here."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def ready(launcher: ModuleType, tmp_path: Path) -> Any:
    """A checkout that looks prepared in every way that the launcher looks at."""
    setup = launcher.Setup(tmp_path, {})
    program = setup.allure / "node_modules" / "allure" / "cli.js"
    for path in (*(tmp_path / name for name in launcher.LOCKS), setup.python, program):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(path.name, "utf-8")
    setup.stamp.write_text(setup.mark(*launcher.LOCKS[:2]), "utf-8")
    setup.allure_stamp.write_text(setup.mark(*launcher.LOCKS), "utf-8")
    setup.browser_stamp.write_text(setup.mark(*launcher.LOCKS[:2]), "utf-8")
    return setup


def test_a_prepared_checkout_is_ready(ready: Any) -> None:
    assert ready.is_ready()


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-node.lock", "reports/allure/node/package-lock.json"]
)
def test_a_changed_lock_file_makes_it_prepare_again(ready: Any, name: str) -> None:
    (ready.root / name).write_text("ny", "utf-8")

    assert not ready.is_ready()


def test_another_python_makes_it_prepare_again(
    ready: Any, launcher: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launcher, "RUNNING", "3.99")

    assert not ready.is_ready()


def test_a_copy_is_not_ready_where_it_has_come(ready: Any, launcher: ModuleType, tmp_path: Path) -> None:
    copy = tmp_path.with_name(f"{tmp_path.name}-kopia")
    shutil.copytree(tmp_path, copy)

    assert not launcher.Setup(copy, {}).is_ready()


@pytest.mark.parametrize("gone", ["stamp", "python"])
def test_what_is_lost_from_venv_makes_it_prepare_again(ready: Any, gone: str) -> None:
    getattr(ready, gone).unlink()

    assert not ready.is_ready()


def test_lost_node_modules_make_allure_again_and_leave_python_alone(ready: Any) -> None:
    shutil.rmtree(ready.allure / "node_modules")

    assert not ready.has_allure()
    assert ready.has_python()


def test_an_interrupted_allure_is_made_again(ready: Any) -> None:
    ready.allure_stamp.unlink()

    assert not ready.has_allure()
    assert ready.has_python()


def test_allure_that_could_not_be_had_is_tried_again_at_the_next_start(ready: Any) -> None:
    shutil.rmtree(ready.allure / "node_modules")
    tries = []
    ready.make_allure = lambda: bool(tries.append("försök"))
    ready.make_python = lambda: pytest.fail("Python was ready")

    ready.prepare()
    ready.prepare()

    assert tries == ["försök", "försök"]
    assert not ready.is_ready()


def test_an_interrupted_search_for_a_browser_is_made_again(ready: Any) -> None:
    ready.browser_stamp.unlink()

    assert not ready.has_browser()
    assert not ready.is_ready()
    assert ready.has_python()
    assert ready.has_allure()
