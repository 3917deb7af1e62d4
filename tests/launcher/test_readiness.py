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
    setup.stamp.write_text(f"{setup.mark()} med Allure", "utf-8")
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


def test_lost_node_modules_make_it_prepare_again_unless_allure_could_not_be_had(ready: Any) -> None:
    shutil.rmtree(ready.allure / "node_modules")

    assert not ready.is_ready()

    ready.stamp.write_text(f"{ready.mark()} utan Allure", "utf-8")

    assert ready.is_ready()
