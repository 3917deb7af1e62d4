"""What is typed is understood, or refused in Swedish with 64."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str]]

ENGLISH = (
    "Usage",
    "Options",
    "Commands",
    "Show this",
    "Error",
    "Try ",
    "default",
    "Invalid",
    "Missing",
    "required",
)


@pytest.mark.parametrize("words", [(), ("--help",), ("testa", "--help"), ("sjalvtest", "--help")])
def test_help_is_swedish(run: Run, words: tuple[str, ...]) -> None:
    code, text = run(*words)

    assert code == 0
    assert text.startswith("Användning: provtryck")
    assert "Flaggor:" in text
    assert not [word for word in ENGLISH if word in text]


def test_help_names_the_commands_and_flags_and_hides_the_defects(run: Run) -> None:
    _, commands = run("--help")
    _, flags = run("testa", "--help")

    assert "testa " in commands
    assert "sjalvtest" in commands
    for flag in (
        "--krav",
        "--omrade",
        "--tagg",
        "--testtyp",
        "--kanal",
        "--fro",
        "-n",
        "--ut",
        "--json",
        "--senast-roda",
        "--skarmbilder",
        "--repetera",
        "--plan",
    ):
        assert flag in flags
    assert "--defekt" not in flags


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["tetsa"], "Kommandot »tetsa« finns inte. Menade du »testa«?"),
        (["xyz"], "Kommandot »xyz« finns inte."),
        (["testa", "--kraf", "x"], "Flaggan »--kraf« finns inte. Menade du »--krav«?"),
        (["testa", "--fro"], "Flaggan »--fro« är fel använd"),
        (["testa", "--fro", "x"], "Värdet för »--fro« går inte att använda."),
        (["testa", "--fro", "-1"], "Fröet kan inte vara -1."),
        (["testa", "--repetera", "0"], "Det går inte att köra 0 gånger. Ange 1 eller fler."),
        (["testa", "-n", "0"], "Det går inte att köra i 0 processer."),
        (["testa", "--testtyp", "snabb"], "Testtypen »snabb« finns inte. Det finns: oberoende,"),
        (["testa", "--testtyp", "prestand"], "Testtypen »prestand« finns inte. Menade du prestanda?"),
        (["testa", "--omrade", "systemvall"], "Området »systemvall« finns inte. Menade du systemval?"),
        (["testa", "--tagg", "oberonde"], "Taggen »oberonde« finns inte i de valda texterna. Menade du oberoende?"),
        (["testa", "--tagg", "inte @specifcerad"], "Taggen »specifcerad« finns inte i de valda texterna."),
        (["testa", "--tagg", "inte inte manniska"], "Taggen »manniska« finns inte i de valda texterna."),
        (["testa", "--tagg", "krav:AK-SYS-5"], "Menade du krav:AK-SYS-05?"),
        (["testa", "--kanal", "fax"], "Kanalen »fax« finns inte. Det finns: api, webb, bada."),
        (["testa", "--kanal", "web"], "Kanalen »web« finns inte. Menade du webb?"),
        (["testa", "--krav", "AK-INUT-99"], "Menade du AK-INUT-09"),
        (["testa", "--tagg", "rok och"], "Tagguttrycket »rok och« går inte att läsa."),
        (["testa", "finns/inte"], "»finns/inte« finns inte."),
        (["testa", "finns/inte.feature:12"], "»finns/inte.feature:12« finns inte."),
        (["testa", "README.md", "--senast-roda"], "Ange antingen --senast-roda eller vägar, inte båda."),
    ],
)
def test_wrong_words_are_refused(run: Run, words: list[str], sentence: str) -> None:
    code, text = run(*words)

    assert code == 64
    assert sentence in text
    assert "--help« för att se vad som går att skriva." in text


def test_a_path_must_hold_features(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("", encoding="utf-8")

    assert run("testa", str(tmp_path)) == (64, run("testa", str(tmp_path))[1])
    assert "Det finns inga .feature-filer i" in run("testa", str(tmp_path))[1]
    assert "är ingen .feature-fil." in run("testa", str(tmp_path / "x.txt"))[1]
    assert "en rad kan bara anges för en fil" in run("testa", f"{tmp_path}:3")[1]
