"""``granska --ratta``: what is mended, what is left alone, and that the text goes on saying the same."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from badfeatures import FILES, GOOD, OUTLINE, STEPS, Bad, swap
from gherkin.gherkin_line import GherkinLine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steps.document import parse_text
from steps.hygiene import Checker
from steps.hygiene.source import Source
from steps.mending import mend, write_whole
from steps.mending.cells import align
from steps.mending.ids import ids_in
from steps.mending.layout import lay_out
from steps.pickles import Pickle, compile_pickles
from steps.registry import load_registry
from steps.tablecells import split_cells

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 1, 31)
REGISTRY = load_registry()
NBSP = "\u00a0"


def mended(text: str, path: str = "prov.feature", taken: set[str] | None = None) -> str:
    done = mend(Source(path, text), REGISTRY, set() if taken is None else taken)
    assert not done.hindrance, done
    return done.text


def pickles(text: str) -> list[Pickle]:
    """What is run, without where it stands."""
    found = compile_pickles(parse_text(text, "prov.feature"), "prov.feature")
    return [replace(p, line=0, scenario_line=0, steps=tuple(replace(step, line=0) for step in p.steps)) for p in found]


def rules(text: str) -> list[str]:
    return [f.rule for f in Checker(REGISTRY, TODAY).check_source(Source("prov.feature", text)).findings]


def without_ids(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.lstrip().startswith("@id:"))


MENDS = {
    "bom", "crlf", "tabb", "slutblanksteg", "sista-radbrytning", "normalform", "osynligt-tecken",
    "okant-nyckelord",
}  # fmt: skip
# Keywords that are left to the author: the line would be read, but not where it stands, or would say too little.
BY_HAND = {
    "Scenario utan kolon", "Egenskap på engelska i en svensk fil", "Stegord i en beskrivning",
    "Andra Egenskap direkt under den första", "Steg mellan Exempel och tabellen",
    "Scenario utan kolon, med namn, och stegen som punkter", "Scenario med nummer", "Scenario med semikolon",
    "Scenario med helbrett kolon", "Scenario i fetstil", "Scenario som punkt i en lista",
    "Radbrytande tecken i prosa", "Sidbrytning i en kommentar",
}  # fmt: skip


@pytest.mark.parametrize(
    "bad", [b for b in FILES if b.rules[0] in MENDS and b.what not in BY_HAND], ids=lambda b: b.what
)
def test_what_can_be_mended_is_mended_to_the_corrected_file(bad: Bad) -> None:
    assert rules(mended(bad.file.decode())) == []
    assert without_ids(mended(bad.file.decode())) == without_ids(mended(bad.good.decode()))


def test_english_and_misspelt_features_are_mended_too() -> None:
    assert without_ids(mended(swap(GOOD, "Egenskap", "Feature"))) == GOOD


@pytest.mark.parametrize("what", ["Andra Egenskap direkt under den första", "Steg mellan Exempel och tabellen"])
def test_what_would_not_be_read_where_it_stands_is_left_to_the_author(what: str) -> None:
    [bad] = [b for b in FILES if b.what == what]
    text = bad.file.decode()

    assert {line.strip() for line in without_ids(mended(text)).split("\n")} == {
        line.strip() for line in without_ids(text).split("\n")
    }
    assert rules(mended(text)) == list(bad.rules)


@pytest.mark.parametrize("line", ["Regler: se nedan", "Scenarier: flera", "Bakgrunden: lång"])
def test_prose_is_never_made_into_a_block(line: str) -> None:
    text = swap(GOOD, "\n  Scenario", f"  {line}\n\n  Scenario")

    assert line in mended(text)


def test_a_step_that_does_not_exist_is_not_made_of_prose() -> None:
    text = swap(GOOD, "    Givet", "    Givit är ett ord\n    Givet")

    assert "Givit är ett ord" in mended(text)


def test_what_a_description_says_is_never_made_into_a_step() -> None:
    [bad] = [b for b in FILES if b.what == "Stegord i en beskrivning"]

    assert without_ids(mended(bad.file.decode())) == bad.file.decode()
    assert rules(mended(bad.file.decode())) == ["okant-nyckelord"]


@pytest.mark.parametrize("heading", ["Bakgrund", "Scenario", "Regel", "scenario", "Exempel"])
def test_a_heading_in_prose_is_never_made_into_a_block(heading: str) -> None:
    text = swap(GOOD, "\n  Scenario", f"  {heading}\n  Det är så.\n\n  Scenario")

    assert without_ids(mended(text)) == text


@pytest.mark.parametrize("sign", ["\r", "\r\r\n"])
def test_a_lone_cr_is_left_to_the_author(sign: str) -> None:
    text = swap(GOOD, "    Så", f"    # Förut:{sign}    När klockan blir 08.00 den 2022-04-03\n    Så")

    done = mend(Source("prov.feature", text), REGISTRY, set())

    assert done.text == text
    assert done.hindrance.startswith("rad 8: ett ensamt CR")


def test_a_step_of_a_template_is_mended() -> None:
    assert without_ids(mended(swap(OUTLINE, "Givet", "Gvet"))) == OUTLINE


def test_a_file_that_cannot_be_read_afterwards_is_left_alone_and_named() -> None:
    text = swap(GOOD, "    När", "\tdet är allt \n    När")

    done = mend(Source("prov.feature", text), REGISTRY, set())

    assert done.text == text
    assert done.hindrance.startswith("rad 7: Raden »det är allt«")


MESSY = f"""\ufeff# language: sv
@anvandaracceptans   @krav:AK-INUT-01
Egenskap: Prov\t
 Som någon
   vill jag
\tså att allt syns{NBSP}

# en kommentar   \t
  Scenario: Ett
  Givet patienten Astrid från Borås\x20\x20
\t# e\u0301n kommentar i ett steg{NBSP}
  När klockan blir 08.00 den 2022-04-04
  Så har Astrid inget pågående ärende i SAMSA
  Och innehåller inskrivningsmeddelandet för Astrid i SAMSA:
  |uppgift|värde\\|x|
  | a{NBSP}b |   e\u0301 |

  Exempel:""".replace("\n", "\r\n").removesuffix("  Exempel:")

NEAT = f"""# language: sv
@anvandaracceptans   @krav:AK-INUT-01
Egenskap: Prov
  Som någon
    vill jag
  så att allt syns

  # en kommentar   \t
  @id:ID
  Scenario: Ett
    Givet patienten Astrid från Borås
    # e\u0301n kommentar i ett steg{NBSP}
    När klockan blir 08.00 den 2022-04-04
    Så har Astrid inget pågående ärende i SAMSA
    Och innehåller inskrivningsmeddelandet för Astrid i SAMSA:
      | uppgift | värde\\|x |
      | a{NBSP}b     | e\u0301        |
"""


def test_a_messy_file_is_laid_out_and_keeps_comments_and_cells_to_the_letter() -> None:
    done = mend(Source("prov.feature", MESSY), REGISTRY, set())
    [given_id] = [line.strip() for line in done.text.split("\n") if "@id:" in line]

    assert done.text == NEAT.replace("@id:ID", given_id)
    assert done.done == [
        "tog bort byteordningsmarkeringen",
        "bytte radbrytningarna till LF",
        "drog in 9 rader",
        "riktade 2 rader i tabeller",
        "tog bort blanktecken sist på 1 rad",
        "tog bort tomma rader sist",
        "satte @id på 1 scenario",
    ]


def test_a_docstring_keeps_its_content_when_it_moves() -> None:
    body = '    """json\n      {"a": 1}  \n\n\t   \n  för långt ut\n    \\"\\"\\"\n    @inte en tagg\n    """\n'
    text = GOOD + body

    assert pickles(lay_out(text)) == pickles(text)
    assert '      """json\n        {"a": 1}  \n' in lay_out(text)


def test_our_own_features_are_in_our_own_style() -> None:
    """But for tables that are ragged on purpose of nobody."""
    for file in ROOT.glob("features/**/*.feature"):
        text = file.read_text(encoding="utf-8")
        pairs = zip(text.split("\n"), lay_out(text).split("\n"), strict=True)

        assert [old for old, new in pairs if old != new and not old.lstrip().startswith("|")] == []


# Ids


def test_an_id_is_set_once_and_stays() -> None:
    once = mended(GOOD)

    assert mended(once) == once
    assert once.count("@id:") == 1
    assert mended(swap(once, "Scenario: Ett", "Scenario: Ett annat namn")).count("@id:") == 1
    [before] = pickles(once)
    [after] = pickles(swap(once, "Scenario: Ett", "Scenario: Ett annat namn"))
    assert before.scenario_id == after.scenario_id


def test_an_id_behind_another_tag_is_known() -> None:
    [new] = ids_in(mended(GOOD))

    assert ids_in(f"  @rok@id:{new} @id:b#x\n# @id:c\n") == {new, "b#x"}
    assert new not in ids_in(mended(GOOD, taken=ids_in(f"@rok@id:{new}")))


@pytest.mark.parametrize("other", ["abc", "ab\u200bc\u200b"])
def test_ids_that_would_be_alike_without_hidden_signs_are_left_to_the_author(other: str) -> None:
    text = swap(GOOD, "  Scenario", "  @id:ab\u200bc\n  Scenario") + f"\n  @id:{other}\n  Scenario: Två\n{STEPS}"

    done = mend(Source("prov.feature", text), REGISTRY, set())

    assert done.text == text
    assert "@id:abc, som redan finns" in done.hindrance
    assert mend(
        Source("x.feature", swap(GOOD, "  Scenario", "  @id:ab\u200bc\n  Scenario")), REGISTRY, {"abc"}
    ).hindrance


def test_an_id_is_derived_and_differs_between_files_and_never_meets_another() -> None:
    ids = {without(mended(GOOD, path)) for path in ("a.feature", "b.feature", "a.feature")}

    assert len(ids) == 2
    assert without(mended(GOOD, "a.feature", taken=set(ids))) not in ids


def without(text: str) -> str:
    return next(line for line in text.split("\n") if "@id:" in line).strip().removeprefix("@id:")


def test_two_scenarios_of_one_name_have_two_ids() -> None:
    text = mended(f"{GOOD}\n  Scenario: Ett\n{STEPS}")

    assert len({p.scenario_id for p in pickles(text)}) == 2


def test_the_id_stands_directly_above_the_scenario() -> None:
    text = mended(swap(GOOD, "  Scenario", "  @rok\n  # varför\n  Scenario"))

    assert text.split("\n")[4:6] == ["  @rok", "  # varför"]
    assert text.split("\n")[6].startswith("  @id:s")
    assert text.split("\n")[7] == "  Scenario: Ett"


@pytest.mark.parametrize("tag", ["", "  @id:a1\n"])
def test_rows_of_a_template_have_ids_of_their_own(tag: str) -> None:
    text = swap(OUTLINE, "  Scenariomall", f"{tag}  Scenariomall") + "      | Borås  |\n      | Mark   |\n"

    ids = [p.scenario_id for p in pickles(text)]

    assert len(set(ids)) == 3
    assert ids[2] == f"{ids[0]}{'_' if tag else '-'}1"
    if tag:
        assert all(found.startswith("a1_") for found in ids)


def test_a_row_never_has_the_id_of_another_scenario() -> None:
    text = swap(OUTLINE, "  Scenariomall", "  @id:a1\n  Scenariomall")
    [row] = pickles(text)
    other = swap(GOOD, "  Scenario", f"  @id:{row.scenario_id.replace('_', '-')}\n  Scenario")

    assert pickles(other)[0].scenario_id != row.scenario_id
    assert rules(swap(GOOD, "  Scenario", f"  @id:{row.scenario_id}\n  Scenario")) == ["id-form"]


def test_without_an_id_the_name_is_what_it_was() -> None:
    [pickle] = pickles(GOOD)

    assert pickle.scenario_id == "ett-2feb0b0c"


# Whatever is written

NAMES = st.text("abcåäö ÅÄÖ-–»«0123", min_size=1, max_size=12).map(lambda s: f"n{s}")
CELLS = st.lists(
    st.sampled_from(["a", "å", "\\|", "\\\\", "\\n", " ", NBSP, "x y", "<k>", "e\u0301", "\\x"]), max_size=4
)
BLANKS = st.sampled_from(["", " ", "  ", "\t", "      ", " \t"])
EXTRA = st.sampled_from(["", "\n", "   \n", "# kommentar \n", "\t# <k> | x\n"])


@st.composite
def tables(draw: st.DrawFn, header: list[str] | None = None) -> str:
    width = len(header) if header else draw(st.integers(1, 3))
    rows = [header] if header else []
    rows += [["".join(draw(CELLS)) for _ in range(width)] for _ in range(draw(st.integers(1, 3)))]
    return "".join(
        f"{draw(BLANKS)}|{'|'.join(draw(BLANKS) + c + ' ' + draw(BLANKS) for c in row)}|{draw(BLANKS)}\n" + draw(EXTRA)
        for row in rows
    )


@st.composite
def docstrings(draw: st.DrawFn) -> str:
    fence = draw(st.sampled_from(['"""', "```"]))
    content = st.sampled_from(
        ["text", "  in", "", "   ", "\ttabb", "@a", "| b |", "Givet x", "# c", "slut  ", "Scenario: z"]
    )
    body = "".join(f"{draw(BLANKS)}{line}\n" for line in draw(st.lists(content, max_size=4)))
    return f"{draw(BLANKS)}{fence}{draw(st.sampled_from(['', 'json', ' xml ']))}\n{body}{draw(BLANKS)}{fence}\n"


@st.composite
def steps(draw: st.DrawFn) -> str:
    keyword = draw(st.sampled_from(["Givet", "När", "Så", "Och", "Men", "*"]))
    argument = draw(st.one_of(st.just(""), tables(), docstrings()))
    text = draw(st.sampled_from(["ett steg", "två  steg <k>", "Så sägs det", "# ingen kommentar"]))
    return f"{draw(BLANKS)}{keyword} {text}{draw(BLANKS)}\n{draw(EXTRA)}{argument}"


@st.composite
def scenarios(draw: st.DrawFn) -> str:
    tags = draw(st.sampled_from(["", "@a @b\n", "\t@a  @b #c\n", "@id:x1\n"]))
    body = "".join(draw(st.lists(steps(), max_size=4)))
    prose = draw(st.sampled_from(["", "prosa\n   mer\n", "\tBeskrivning:\n  så här\n\n"]))
    is_template = draw(st.booleans())
    keyword = "Scenariomall" if is_template else "Scenario"
    rows = f"{draw(EXTRA)}{draw(BLANKS)}Exempel:\n{draw(tables(header=['k']))}" if is_template else ""
    return f"{tags}{draw(BLANKS)}{keyword}: {draw(NAMES)}\n{prose}{body}{rows}{draw(EXTRA)}"


@st.composite
def features(draw: st.DrawFn) -> str:
    prose = draw(st.sampled_from(["", "  prosa\n\n\tmer prosa\n", "prosa\n # kommentar\n    rad\n"]))
    background = draw(st.one_of(st.just(""), steps().map(lambda s: f"Bakgrund:\n{s}")))
    loose = "".join(draw(st.lists(scenarios(), max_size=2)))
    ruled = "".join(f"Regel: {draw(NAMES)}\n{s}" for s in draw(st.lists(scenarios(), max_size=2)))
    return f"# language: sv\n@t\nEgenskap: {draw(NAMES)}\n{prose}{background}{loose}{ruled}"


@given(features())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_laid_out_a_feature_says_the_same_and_is_laid_out(text: str) -> None:
    laid = lay_out(text)

    assert pickles(laid) == pickles(text)
    assert lay_out(laid) == laid


@given(features())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_mended_a_valid_feature_differs_in_ids_only_and_once(text: str) -> None:
    done = mend(Source("prov.feature", text), REGISTRY, set())

    assert done.hindrance == ""
    assert mended(done.text) == done.text
    bare = [replace(p, tags=tuple(t for t in p.tags if not t.startswith("id:"))) for p in pickles(done.text)]
    assert bare == [replace(p, tags=tuple(t for t in p.tags if not t.startswith("id:"))) for p in pickles(text)]
    assert all(any(t.startswith("id:") for t in p.tags) for p in pickles(done.text))


@given(st.sampled_from(FILES), st.integers(0, 2**32))
@settings(max_examples=200, deadline=None)
def test_mending_is_done_in_one_go_also_in_a_bad_file(bad: Bad, seed: int) -> None:
    text = bad.file.decode("utf-8", errors="replace")
    lines = text.split("\n")
    place = seed % len(lines)
    text = "\n".join([*lines[:place], *lines[place + seed % 2 :]])

    once = mend(Source("prov.feature", text), REGISTRY, set())
    again = mend(Source("prov.feature", once.text), REGISTRY, set())

    assert again.text == once.text
    assert once.hindrance or not again.done


def test_a_table_that_is_not_one_is_left_as_it_is() -> None:
    for rows in (["| a | b |", "| c |"], ["| a | b", "| c | d"], ["|"]):
        assert align([f"  {row} " for row in rows]) == rows


@pytest.mark.parametrize(
    ("row", "cells", "lost"),
    [
        (r"| a | b |", ["a", "b"], ""),
        (r"| a \| b |", [r"a \| b"], ""),
        (r"| a \\| b |", [r"a \\", "b"], ""),
        (r"| a \\\| b |", [r"a \\\| b"], ""),
        ("| a | b", ["a"], "b"),
        ("|", [], ""),
    ],
)
def test_a_row_is_taken_apart_as_gherkin_does(row: str, cells: list[str], lost: str) -> None:
    assert split_cells(row) == (cells, lost)
    assert len(list(GherkinLine(row, 1).table_cells)) == len(cells)


def test_a_layout_that_would_change_the_meaning_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("steps.mending.mending.lay_out", lambda text: text.replace("Borås", "Mark"))

    done = mend(Source("prov.feature", GOOD), REGISTRY, set())

    assert (done.text, done.done) == (GOOD, ())
    assert "ändra vad texten säger" in done.hindrance


# Files


def test_a_file_is_replaced_as_a_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "x.feature"
    file.write_text("gammalt", encoding="utf-8")
    file.chmod(0o640)

    write_whole(file, unicodedata.normalize("NFC", "nytt å\n"))

    assert file.read_bytes() == "nytt å\n".encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["x.feature"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.feature"
    file.write_text("gammalt", encoding="utf-8")
    monkeypatch.setattr("steps.mending.writing.shutil.copymode", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        write_whole(file, "nytt")

    assert file.read_text(encoding="utf-8") == "gammalt"
    assert [path.name for path in tmp_path.iterdir()] == ["x.feature"]
