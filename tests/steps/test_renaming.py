"""Giving a sentence other words: in the definition, in every feature and in the handbook, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_bdd import parsers
from pytest_bdd.steps import StepFunctionContext

from steps.catalogue.literal import replace_literal
from steps.catalogue.renaming import Change, plan_renaming
from steps.pickles import read_pickles
from steps.registry import Definition, Registry
from testdata.faults import Specifikationsfel

SOURCE = '''"""Meningar om prov, på svenska: å ä ö."""

from pytest_bdd import parsers

from steps.definitions.fields import TYPES


@given(parsers.parse("att {enhet} har skrivit in {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES))
@when(
    parsers.parse("{enhet} skriver in {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES),
)
def admit(stage, enhet, alias, dag, kl):
    """Skriver in."""


@when(parsers.parse("{enhet} avslutar {alias:Namn}", extra_types=TYPES))
@when(parsers.parse("{enhet} frågar {alias:Namn}", extra_types=TYPES))
@when(parsers.parse("{enhet} frågar inte {alias:Namn}", extra_types=TYPES))
@when(parsers.parse("{enhet} skriver ut {alias:Namn}", extra_types=TYPES))
@then(parsers.parse('är läget "{lage}"'))
@given(parsers.parse('är läget "{lage}"'))
def other(stage):
    """Annat."""
'''
FEATURE = """# language: sv
Egenskap: Prov

  Scenariomall: Två rader
    Givet att SÄS har skrivit in Astrid den 2022-04-04 kl. 08.00
    Och att <enhet> har skrivit in Bertil den <dag> kl. <kl>
    När SÄS skriver ut Astrid
    Så är läget "SÄS skriver in Astrid den 2022-04-04 kl. 08.00"

    Exempel:
      | enhet | dag        | kl    |
      | SU    | 2022-04-05 | 09.00 |
      | SkaS  | 2022-04-06 | 10.00 |

  Scenario: Ett till
    När SÄS skriver in Astrid den 2022-04-04 kl. 08.00
    Och SÄS avslutar Astrid
"""
PAGE = """Så skriver man:

```gherkin
    Givet att SÄS har skrivit in Astrid den 2022-04-04 kl. 08.00
    Och att <enhet> har skrivit in Bertil den <dag> kl. <kl>
```

Givet att SÄS har skrivit in Astrid den 2022-04-04 kl. 08.00
"""
OLD = "Givet att {enhet} har skrivit in {alias} den {dag} kl. {kl}"


class Prov:
    """A small project: one module of definitions, one feature, one page."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.source, self.feature, self.page = root / "provsteg.py", root / "prov.feature", root / "sida.md"
        self.source.write_text(SOURCE, encoding="utf-8")
        self.feature.write_text(FEATURE, encoding="utf-8")
        self.page.write_text(PAGE, encoding="utf-8")
        self.registry = self.load()

    def load(self) -> Registry:
        """Read the definitions without pytest-bdd's own decorators: what they make is known to the whole process."""
        found: list[Definition] = []

        def decorator(kind: str) -> Callable[..., object]:
            def decorate(parser: parsers.StepParser) -> Callable[[object], object]:
                def keep(function: Callable[..., object]) -> Callable[..., object]:
                    context = StepFunctionContext(type=kind, step_func=function, parser=parser)  # type: ignore[arg-type]
                    found.append(Definition(pattern=parser.name, context=context, arguments=frozenset()))
                    return function

                return keep

            return decorate

        code = compile(self.source.read_text(encoding="utf-8"), str(self.source), "exec")
        makers = {kind: decorator(kind) for kind in ("given", "when", "then")}
        exec(code, dict(makers))  # noqa: S102  its text stands above
        return Registry(found)

    def plan(self, old: str, new: str) -> list[Change]:
        return plan_renaming(
            old, new, registry=self.registry, features=[self.feature], pages=[self.page], root=self.root
        )


@pytest.fixture
def prov(tmp_path: Path) -> Prov:
    return Prov(tmp_path)


def test_the_definition_every_line_and_the_handbook_get_the_new_words_and_nothing_else_does(prov: Prov) -> None:
    changes = prov.plan(OLD, "att {alias} har lagts in på {enhet} den {dag} kl. {kl}")

    assert {change.path.name: change.lines for change in changes} == {"provsteg.py": 1, "prov.feature": 2, "sida.md": 2}
    after = {change.path.name: change.after for change in changes}
    changed = [
        (old, new)
        for change in changes
        for old, new in zip(change.before.splitlines(), change.after.splitlines(), strict=True)
        if old != new
    ]
    assert len(changed) == 5
    assert (
        '@given(parsers.parse("att {alias:Namn} har lagts in på {enhet} den {dag:Dag} {kl:Kl}"' in after["provsteg.py"]
    )
    assert "    Och att Bertil har lagts in på <enhet> den <dag> kl. <kl>\n" in after["prov.feature"]
    assert '    Så är läget "SÄS skriver in Astrid den 2022-04-04 kl. 08.00"\n' in after["prov.feature"]
    assert after["sida.md"].endswith("\n\nGivet att SÄS har skrivit in Astrid den 2022-04-04 kl. 08.00\n")


def test_what_was_planned_still_runs_with_the_same_values(prov: Prov) -> None:
    before = values(prov)
    for change in prov.plan(OLD, "att {alias} har lagts in på {enhet} den {dag} kl. {kl}"):
        change.path.write_text(change.after, encoding="utf-8")
    prov.registry = prov.load()

    assert values(prov) == before


def values(prov: Prov) -> list[dict[str, object]]:
    """What each step of the feature says, in order; every one is read in one way."""
    found = []
    for pickle in read_pickles(prov.feature, prov.root):
        for step in pickle.steps:
            [reading] = prov.registry.readings(step.kind, step.text)
            found.append(dict(sorted(reading.fields.items())))
    return found


def test_a_line_of_the_handbook_that_says_another_sentence_is_left_alone(prov: Prov) -> None:
    prov.page.write_text(
        "```gherkin\n    När <enhet> frågar inte Astrid\n    Och <enhet> frågar Astrid\n```\n", encoding="utf-8"
    )

    changes = prov.plan("När {enhet} frågar {alias}", "{enhet} hör sig för hos {alias}")

    after = {change.path.name: change.after for change in changes}
    assert after["sida.md"] == (
        "```gherkin\n    När <enhet> frågar inte Astrid\n    Och <enhet> hör sig för hos Astrid\n```\n"
    )


def test_a_line_that_says_two_sentences_in_its_rows_is_refused_as_a_whole(prov: Prov) -> None:
    prov.feature.write_text(
        "# language: sv\nEgenskap: Prov\n\n  Scenariomall: Ett\n    När SÄS frågar <vem>\n\n    Exempel:\n"
        "      | vem         |\n      | Astrid      |\n      | inte Astrid |\n",
        encoding="utf-8",
    )

    with pytest.raises(Specifikationsfel, match="går inte att skriva om med säkerhet"):
        prov.plan("När {enhet} frågar {alias}", "{enhet} hör sig för hos {alias}")


def test_the_line_ends_of_windows_are_kept(prov: Prov) -> None:
    prov.feature.write_bytes(FEATURE.replace("\n", "\r\n").encode())

    [change] = [
        c for c in prov.plan(OLD, "att {alias} har lagts in på {enhet} den {dag} kl. {kl}") if c.path == prov.feature
    ]

    assert change.after.count("\r\n") == FEATURE.count("\n") == change.after.count("\n")
    assert "    Och att Bertil har lagts in på <enhet> den <dag> kl. <kl>\r\n" in change.after


REFUSED = {
    "no such sentence": ("Givet att {enhet} har skrivit ut {alias}", "x", "finns inte", "Menade du"),
    "a sentence of two keywords": ('är läget "{lage}"', 'läget är "{lage}"', "både som", "Skriv vilken du menar"),
    "another keyword": (OLD, "När {enhet} tar in {alias} den {dag} kl. {kl}", "kan inte bli ett När-steg", "Börja med"),
    "a field lost": (OLD, "att {alias} är inne den {dag} kl. {kl}", "inte samma fält", "{enhet}"),
    "a field twice": (OLD, "att {alias} och {alias} {enhet} {dag} kl. {kl}", "inte samma fält", "en gång"),
    "a field without its kl.": (
        OLD,
        "att {alias} {enhet} {dag} vid {kl}",
        "Framför {kl} ska det stå »kl.«",
        "kl. {kl}",
    ),
    "a sign that editors misread": (OLD, "att {alias} (på {enhet}) {dag} kl. {kl}", "Tecknet (", "Ta bort det"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_done_is_refused_with_what_to_do(prov: Prov, what: str) -> None:
    old, new, sentence, remedy = REFUSED[what]

    with pytest.raises(Specifikationsfel) as fault:
        prov.plan(old, new)

    assert sentence in fault.value.sentence
    assert remedy in fault.value.next_step


@pytest.mark.parametrize("new", ["{enhet} avslutar {alias}", "{enhet} frågar {alias}"])
def test_words_that_another_sentence_would_be_read_by_are_refused_also_when_nobody_says_it(
    prov: Prov, new: str
) -> None:
    with pytest.raises(Specifikationsfel, match="är en annan mening"):
        prov.plan("När {enhet} skriver ut {alias}", new)


def test_only_the_right_decorator_of_the_source_is_replaced() -> None:
    after = replace_literal(SOURCE, "then", 'är läget "{lage}"', 'läget är "{lage}"')

    assert after.count("är läget") == 1
    assert re.search(r"@then\(parsers\.parse\('läget är \"\{lage\}\"'\)\)", after)


def test_a_source_without_the_sentence_is_no_silent_success() -> None:
    with pytest.raises(LookupError):
        replace_literal(SOURCE, "then", "finns inte", "x")
