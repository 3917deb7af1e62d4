"""The lock files pin everything by its hash and name no place to fetch it from."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

NODE = Path("reports/allure/node")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-node.lock"])
def test_a_python_lock_names_no_host_and_hashes_every_pin(repository: Path, name: str) -> None:
    text = (repository / name).read_text("utf-8")

    pins = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]

    assert "://" not in text
    assert "--index" not in text and "--find-links" not in text
    assert pins
    for pin in pins:
        assert "==" in pin.splitlines()[0]
        assert "--hash=sha256:" in pin


def test_the_node_lock_names_no_download_address(repository: Path) -> None:
    lock = json.loads((repository / NODE / "package-lock.json").read_text("utf-8"))

    packages = [entry for name, entry in lock["packages"].items() if name]

    assert packages
    for entry in packages:
        assert "resolved" not in entry
        assert entry["integrity"].startswith("sha512-")


def test_the_node_lock_names_no_host_but_in_notes_on_funding(repository: Path) -> None:
    lock = json.loads((repository / NODE / "package-lock.json").read_text("utf-8"))

    for entry in lock["packages"].values():
        entry.pop("funding", None)

    assert "://" not in json.dumps(lock)


def test_allure_is_pinned_exactly_and_is_what_the_lock_has(repository: Path) -> None:
    wanted = json.loads((repository / NODE / "package.json").read_text("utf-8"))["dependencies"]
    lock = json.loads((repository / NODE / "package-lock.json").read_text("utf-8"))

    assert wanted.keys() == {"allure"}
    assert re.fullmatch(r"3\.\d+\.\d+", wanted["allure"])
    assert lock["packages"]["node_modules/allure"]["version"] == wanted["allure"]


def test_every_direct_dependency_is_explained_and_nothing_else(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    named = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    text = (repository / "docs" / "dependencies.md").read_text("utf-8").partition("## To draw the reports")[0]

    direct = {re.match(r"[a-z0-9-]+", requirement.lower()).group() for requirement in named}  # type: ignore[union-attr]
    rows = [row.split("|")[1].strip() for row in text.splitlines() if row.startswith("| ")]
    explained = {name for row in rows for name in row.split(", ")} - {"package", "---"}

    assert explained == direct
