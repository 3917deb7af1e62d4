"""All rules together: what is wrong with one file, and with many."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from steps.document import Document, parse_or_explain, relative_path
from steps.finding import Finding
from steps.hygiene.characters import check_characters, check_fences
from steps.hygiene.definitions import check_definitions
from steps.hygiene.files import check_strays, read_source
from steps.hygiene.identities import check_identities, hide_identities
from steps.hygiene.people import check_people
from steps.hygiene.prose import check_free_prose, check_marked_prose, loses_steps
from steps.hygiene.scenarios import Node, check_background, check_kinds, check_named, check_twins
from steps.hygiene.screenwords import check_screen_words
from steps.hygiene.sentences import SentenceChecker
from steps.hygiene.source import Source
from steps.hygiene.tables import check_background_tables, check_tables
from steps.hygiene.tags import ID, TagChecker
from steps.pickles import Pickle, compile_pickles
from steps.registry import Registry, load_registry

# A sign that does not show is why a keyword or a sentence is not known: told once, by its cause.
_CAUSES = frozenset({"osynligt-tecken", "normalform", "frammande-bokstav", "personnummer"})
_CONSEQUENCES = frozenset(
    {
        "okant-nyckelord", "fri-text", "steg-utanfor-scenario", "olaslig-rad", "tagg-mellanslag", "felstavad-tagg",
        "okant-steg", "okant-krav", "okand-kanal", "id-form", "nastan-samma-namn", "okand-tagg",
    }
)  # fmt: skip
# A step that is not read as one may be the one that introduces a patient.
_MAY_HIDE_A_STEP = _CAUSES | {"okant-nyckelord", "fri-text", "steg-utanfor-scenario"}


@dataclass(frozen=True, slots=True)
class Checked:
    """One file that was checked. ``pickles`` are what can be run, if no finding is an error."""

    findings: Sequence[Finding]
    pickles: Sequence[Pickle]

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_error]


def check(files: Sequence[Path], root: Path, *, today: date, folders: Iterable[Path] | None = None) -> list[Finding]:
    """Everything that is wrong with *files*, and with the definitions of sentences, in reading order.

    *folders* are looked through for files that were meant as features; those of *files* when None.
    """
    registry = load_registry()
    checker = Checker(registry, today)
    findings = list(check_definitions(registry, root))
    findings += check_strays({file.parent for file in files} if folders is None else folders, root)
    for file in files:
        findings += checker.check_file(file, root).findings
    return findings


class Checker:
    """Checks files of one run. What it has judged once, a tag or a sentence, it knows in the next file."""

    def __init__(self, registry: Registry, today: date) -> None:
        self._today = today
        self._registry = registry
        self._sentences = SentenceChecker(registry)
        self._tags = TagChecker(today)
        self._places: dict[str, str] = {}  # of each @id

    def check_file(self, file: Path, root: Path) -> Checked:
        path = relative_path(file, root)
        source = read_source(file, path)
        return Checked([source], []) if isinstance(source, Finding) else self.check_source(source)

    def check_source(self, source: Source) -> Checked:
        """What is wrong with one text."""
        findings = list(check_characters(source))
        document = parse_or_explain(source.text)
        pickles: Sequence[Pickle] = []
        if isinstance(document, dict):
            findings += check_fences(source)
            findings += self._check_document(document, source)
            if _is_swedish(document):
                try:
                    pickles = compile_pickles(document, source.path)
                except Exception as fault:  # noqa: BLE001  # whatever gherkin's compiler throws, the author is told
                    if not any(f.rule == "kolumn-tecken" for f in findings):
                        findings.append(_uncompilable(document, source, fault))
                findings += self._sentences.check_steps(pickles, source)
                if not any(f.rule in _MAY_HIDE_A_STEP for f in findings):
                    findings += check_people(pickles, self._registry, source)
        else:
            findings += (source.finding(u.rule, u.line, u.sentence, u.remedy) for u in document)
        findings += check_identities(source, pickles, self._today)
        ordered = sorted(_without_consequences(findings), key=lambda f: (f.line or 0, not f.is_error))
        return Checked(hide_identities(ordered, self._today), pickles)

    def _check_document(self, document: Document, source: Source) -> Iterator[Finding]:
        feature = document.get("feature")
        if not feature:
            yield source.finding(
                "utan-egenskap", None, "Filen innehåller ingen Egenskap.", "Skriv en egenskap, eller ta bort filen."
            )
            return
        if not _is_swedish(document):
            yield source.finding(
                "sprak",
                1,
                f"Filen är skriven på språket {feature['language']}, inte svenska.",
                "Skriv »# language: sv« på första raden, och svenska nyckelord.",
            )
            return
        lost = yield from self._check_holder(feature, (), (), source)
        scenarios = list(_scenarios(feature))
        if not scenarios and not lost and not any("rule" in child for child in feature["children"]):
            yield source.finding(
                "utan-scenario",
                feature["location"]["line"],
                "Egenskapen har inga scenarier.",
                "Skriv ett scenario, eller ta bort filen.",
            )
        yield from check_twins(scenarios, source)

    def _check_holder(
        self, holder: Node, inherited: Sequence[Node], background: Sequence[Node], source: Source
    ) -> Generator[Finding, None, bool]:
        """An Egenskap or a Regel with all that is in it. Returns whether a block in it was lost."""
        prose = list(check_free_prose(holder, self._registry, source))
        yield from prose
        yield from check_named(holder, source)
        yield from self._tags.check_tags(holder, source, may_have_id=False)
        tags = [*inherited, *holder["tags"]]
        for child in holder["children"]:
            if "background" in child:
                node = child["background"]
                background = [*background, *node["steps"]]
                yield from check_marked_prose(node, source)
                yield from check_background(node, source)
                yield from check_background_tables(node, source)
                yield from check_screen_words(node, source)
            elif "rule" in child:
                rule = child["rule"]
                lost = yield from self._check_holder(rule, tags, background, source)
                if not lost and not any("scenario" in below for below in rule["children"]):
                    yield source.finding(
                        "utan-scenario",
                        rule["location"]["line"],
                        f"Regeln »{rule['name']}« har inga scenarier.",
                        "Skriv minst ett scenario, eller ta bort regeln.",
                    )
            else:
                yield from self._check_scenario(child["scenario"], tags, background, source)
        return loses_steps(prose)

    def _check_scenario(
        self, scenario: Node, inherited: Sequence[Node], background: Sequence[Node], source: Source
    ) -> Iterator[Finding]:
        prose = list(check_marked_prose(scenario, source))
        yield from prose
        yield from check_named(scenario, source)
        yield from self._tags.check_tags(scenario, source, may_have_id=True)
        yield from self._tags.check_scenario(scenario, inherited, source)
        yield from self._check_id(scenario, source)
        for table in scenario["examples"]:
            yield from check_marked_prose(table, source)
            yield from self._tags.check_tags(table, source, may_have_id=False)
        yield from check_tables(scenario, source)
        yield from check_screen_words(scenario, source)
        if not loses_steps(prose):
            yield from check_kinds(scenario, background, source)

    def _check_id(self, scenario: Node, source: Source) -> Iterator[Finding]:
        for tag in scenario["tags"]:
            name = tag["name"].removeprefix("@")
            if not name.startswith(ID):
                continue
            place = f"{source.path}:{scenario['location']['line']}"
            first = self._places.setdefault(name, place)
            if first != place:
                yield source.finding(
                    "samma-id",
                    tag["location"]["line"],
                    f"@{name} finns redan på {first}.",
                    "Är scenariot kopierat: ta bort taggen på kopian. provtryck granska --ratta sätter en ny.",
                )


def _is_swedish(document: Document) -> bool:
    feature = document.get("feature") or {}
    return feature.get("language") == "sv"


def _scenarios(holder: Node) -> Iterator[Node]:
    for child in holder["children"]:
        if "rule" in child:
            yield from _scenarios(child["rule"])
        elif "scenario" in child:
            yield child["scenario"]


def _uncompilable(document: Document, source: Source, fault: Exception) -> Finding:
    return source.finding(
        "gar-inte-att-kompilera",
        document["feature"]["location"]["line"],
        f"Exempel i filen går inte att fylla i ({fault}).",
        "Använd bara bokstäver, siffror, mellanslag och bindestreck i kolumnnamn.",
    )


def _without_consequences(findings: Sequence[Finding]) -> Iterator[Finding]:
    caused = {finding.line for finding in findings if finding.rule in _CAUSES}
    return (f for f in findings if not (f.line in caused and f.rule in _CONSEQUENCES))
