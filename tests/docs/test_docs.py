"""The documents say what is there: every sentence, flag, variable, source and link."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from harness.cli import tracing
from harness.cli.__main__ import create_app
from harness.cli.catalogue import SENTENCES, pages, read_catalogue
from steps.dsl import reasons, values
from testdata.faults import Specifikationsfel
from testdata.krav.register import all_krav

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
SOURCES = ROOT / "docs" / "sources.md"
PAGES = sorted([README, ROOT / "CHANGELOG.md", ROOT / "benchmarks" / "README.md", *ROOT.glob("docs/**/*.md")])
ROOMS = ("steps", "fixtures", "testdata", "harness", "reports")

# Every program is started with these, and nobody sets them for our sake.
EVERYBODYS = {"PATH", "PYTHONPATH"}

_SOURCE_CODE = re.compile(r"\d{3}|[LPR]\d+b?|\d\.\d+")


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", pages(read_catalogue()), ids=lambda path: path.name)
def test_what_is_made_from_the_definitions_is_as_they_are(path: Path) -> None:
    """Red? Run ``provtryck steg --skriv``."""
    assert path.read_text(encoding="utf-8") == pages(read_catalogue())[path]


def test_the_page_of_krav_is_as_the_register_and_the_features_are() -> None:
    """Red? Run ``provtryck krav --skriv``."""
    assert tracing.DOCUMENT.read_text(encoding="utf-8") == tracing.current_page()


@pytest.mark.parametrize(
    "read",
    [values.needs, values.system, values.state, values.message, reasons.reason, values.role],
    ids=lambda f: f.__name__,
)
def test_the_page_of_sentences_has_every_word_that_a_field_takes(read: Callable[[str], object]) -> None:
    with pytest.raises(Specifikationsfel) as fault:
        read("?")
    words = fault.value.expected.removeprefix("något av: ").split(", ")

    text = SENTENCES.read_text(encoding="utf-8")

    assert len(words) > 1
    assert [word for word in words if f"`{word}`" not in text] == []


def options() -> dict[str, list[str]]:
    """The flags of each command, without the hidden ones."""
    commands = get_command(create_app()).commands  # type: ignore[attr-defined]
    return {
        name: [flag for p in command.params if not getattr(p, "hidden", False) for flag in p.opts if flag[0] == "-"]
        for name, command in commands.items()
    }


def test_the_readme_has_every_flag_of_testa(readme: str) -> None:
    flags = options()["testa"]

    assert len(flags) > 5
    assert [flag for flag in flags if not re.search(rf"^\| `{flag}[ `]", readme, re.MULTILINE)] == []


def test_the_readme_and_the_handbook_have_no_flag_that_does_not_exist() -> None:
    of_playwright = "--port"  # with which a trace is shown in any browser
    known = {"--help", of_playwright, *(flag for flags in options().values() for flag in flags)}
    pages = [README, *ROOT.glob("docs/handbok/*.md")]

    named = {
        flag
        for page in pages
        # What is written between <!-- and --> only a test reads.
        for flag in re.findall(r"(?<![\w-])--[a-z][a-z-]*", re.sub("<!--.*?-->", "", page.read_text(encoding="utf-8")))
    }

    assert named - known == set()


def test_the_readme_has_every_environment_variable_that_is_read(readme: str) -> None:
    files = [ROOT / "provtryck", *(file for room in ROOMS for file in source_files(ROOT / room))]
    read = {name for file in files for name in variables_read(file.read_text(encoding="utf-8"))}
    tests = {name for file in source_files(ROOT / "tests") for name in variables_read(file.read_text(encoding="utf-8"))}
    # The rest that tests read is what they themselves have set.
    read |= {name for name in tests if name.startswith("PROVTRYCK_")}

    assert {"PROVTRYCK_PORT", "PROVTRYCK_TESTNUMMER"} <= read
    assert sorted(name for name in read - EVERYBODYS if f"`{name}`" not in readme) == []


def source_files(room: Path) -> Iterator[Path]:
    return (file for file in room.rglob("*.py") if "node_modules" not in file.parts and "out" not in file.parts)


def variables_read(source: str) -> Iterator[str]:
    """Names that *source* asks an environment for: a literal, or a constant of the same module."""
    tree = ast.parse(source)
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            asked, key = node.func.value, node.args[0] if node.args else None
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            asked, key = node.value, node.slice
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("getenv"):
            asked, key = ast.Name("environ"), node.args[0]
        else:
            continue
        if ast.unparse(asked).rpartition(".")[2] not in ("environ", "environment"):
            continue
        name = constants.get(key.id) if isinstance(key, ast.Name) else getattr(key, "value", None)
        if isinstance(name, str):
            yield name


def test_every_code_in_the_source_of_a_krav_is_explained() -> None:
    explained = set(re.findall(r"^\| ([^|]+?) \|", SOURCES.read_text(encoding="utf-8"), re.MULTILINE))

    used = {code for krav in all_krav().values() for code in source_codes(krav.source)}

    assert len(used) > 50
    assert sorted(used - explained) == []


def source_codes(source: str) -> Iterator[str]:
    """Documents, pages and rule numbers in *source*. A paragraph of a law (2:1) explains itself."""
    for word in re.split(r"[\s;–]+", source):
        if _SOURCE_CODE.fullmatch(word):
            yield word


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    assert [link for link in relative_links(page) if not leads_somewhere(page, link)] == []


def relative_links(page: Path) -> list[str]:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    return [link for link in links if not re.match(r"[a-z]+:", link)]


def leads_somewhere(page: Path, link: str) -> bool:
    path, _, heading = link.partition("#")
    target = (page.parent / path) if path else page
    return target.exists() and (not heading or heading in anchors(target))


def anchors(page: Path) -> set[str]:
    """The anchor of each heading, as forges make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
