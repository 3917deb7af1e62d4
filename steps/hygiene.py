"""What must hold for the text of the features before anything runs.

Gherkin forgives a misspelt keyword by taking the line for a description, and a scenario without steps
passes. Here every such thing is an error with its place and its remedy, and stops the run.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from steps.alias_hygiene import check_aliases
from steps.document import KEYWORDS, Document, parse_text, read_text, relative_path
from steps.finding import Finding
from steps.pickles import Pickle, compile_pickles
from steps.registry import Registry, load_registry
from steps.sentence_hygiene import check_definitions, check_steps
from testdata.faults import Specifikationsfel
from testdata.krav.register import krav
from testdata.scenario import CHANNELS, TEST_TYPES
from testdata.spelling import fold, nearest

_TAGS = (*TEST_TYPES, "specificerad", "manniska", "styr", "rok")
_PREFIXES = ("kanal", "krav")
_PARAMETER = re.compile(r"<([^<>]+)>")


def check(files: Sequence[Path], root: Path) -> list[Finding]:
    """Everything that is wrong with *files*, and with the definitions of sentences, in reading order."""
    registry = load_registry()
    findings = list(check_definitions(registry))
    for file in files:
        path = relative_path(file, root)
        try:
            document = parse_text(read_text(file, path), path)
        except Specifikationsfel as fault:
            findings.append(
                Finding(
                    place=fault.where,
                    sentence=f"{fault.sentence} Där står: {fault.actual}.",
                    remedy=fault.next_step,
                )
            )
            continue
        findings += check_feature(document, compile_pickles(document, path), path, registry)
    return findings


def check_feature(document: Document, pickles: Sequence[Pickle], path: str, registry: Registry) -> Iterator[Finding]:
    """What is wrong with one parsed feature file."""
    feature = document.get("feature")
    if not feature:
        yield Finding(
            place=path,
            sentence="Filen innehåller ingen Egenskap.",
            remedy="Skriv en egenskap, eller ta bort filen.",
        )
        return
    scenarios = list(_scenarios(feature))
    if not scenarios:
        yield Finding(
            place=path, sentence="Egenskapen har inga scenarier.", remedy="Skriv ett scenario, eller ta bort filen."
        )
    yield from _check_language(feature, path)
    yield from _check_names(scenarios, path)
    for scenario in scenarios:
        yield from _check_scenario(scenario, path)
    for pickle in pickles:
        yield from _check_tags(pickle)
    yield from check_steps(pickles, registry)
    yield from check_aliases(pickles, registry)


def _check_language(feature: Any, path: str) -> Iterator[Finding]:
    if feature["language"] != "sv":
        yield Finding(
            place=f"{path}:1",
            sentence=f"Filen är skriven på språket {feature['language']}, inte svenska.",
            remedy="Skriv »# language: sv« på första raden, och svenska nyckelord.",
        )


def _check_names(scenarios: Iterable[Any], path: str) -> Iterator[Finding]:
    places: dict[str, list[int]] = defaultdict(list)
    for scenario in scenarios:
        places[scenario["name"]].append(scenario["location"]["line"])
    for name, lines in places.items():
        if not name.strip():
            yield Finding(place=f"{path}:{lines[0]}", sentence="Scenariot saknar namn.", remedy="Ge det ett namn.")
        if len(lines) > 1:
            yield Finding(
                place=f"{path}:{lines[1]}",
                sentence=f"Namnet »{name}« finns redan på rad {lines[0]}.",
                remedy="Ge varje scenario i filen ett eget namn, också i olika Regel.",
            )
        if _PARAMETER.search(name):
            yield Finding(
                place=f"{path}:{lines[0]}",
                sentence=f"Namnet »{name}« innehåller en parameter.",
                remedy="Skriv ett namn som gäller för alla rader; värdena visas ändå i rapporten.",
            )


def _check_scenario(scenario: Any, path: str) -> Iterator[Finding]:
    place = f"{path}:{scenario['location']['line']}"
    for line in (scenario.get("description") or "").splitlines():
        if line.strip():
            yield Finding(
                place=place,
                sentence=f"Raden »{line.strip()}« läses inte som ett steg och skulle aldrig köras.",
                remedy=_meant(line),
            )
    kinds = {step["keywordType"] for step in scenario["steps"]}
    if not scenario["steps"]:
        yield Finding(
            place=place,
            sentence=f"Scenariot »{scenario['name']}« har inga steg och skulle alltid bli grönt.",
            remedy="Skriv stegen, eller ta bort scenariot.",
        )
    else:
        for kind, keyword, why in (
            ("Action", "När", "prövar ingenting"),
            ("Outcome", "Så", "kontrollerar ingenting och skulle alltid bli grönt"),
        ):
            if kind not in kinds:
                yield Finding(
                    place=place,
                    sentence=f"Scenariot »{scenario['name']}« har inget {keyword}-steg: det {why}.",
                    remedy=f"Lägg till ett {keyword}-steg.",
                )
    yield from _check_examples(scenario, place)


def _meant(line: str) -> str:
    """The keyword that a swallowed line was probably meant to begin with."""
    advice = "Börja raden med Givet, När, Så, Och eller Men. En förklaring skrivs som kommentar med #."
    keyword = nearest(re.split(r"[\s:]", line.strip(), maxsplit=1)[0], KEYWORDS)
    return f"Menade du »{keyword[0]}«? {advice}" if keyword else advice


def _check_examples(scenario: Any, place: str) -> Iterator[Finding]:
    used = set(_PARAMETER.findall(_scenario_text(scenario)))
    is_outline = scenario["keyword"] in ("Scenariomall", "Abstrakt Scenario")
    rows = [row for examples in scenario["examples"] for row in examples.get("tableBody", [])]
    if (is_outline or used) and not rows:
        yield Finding(
            place=place,
            sentence=f"Scenariomallen »{scenario['name']}« har inga exempelrader och skulle aldrig köras rätt.",
            remedy="Lägg till »Exempel:« med en tabell, eller skriv ut värdena.",
        )
        return
    for examples in scenario["examples"]:
        columns = {cell["value"] for cell in examples.get("tableHeader", {}).get("cells", [])}
        line = f"{place.rpartition(':')[0]}:{examples['location']['line']}"
        if not examples.get("tableBody"):
            yield Finding(place=line, sentence="Exempeltabellen har inga rader.", remedy="Lägg till rader.")
            continue
        for unknown in sorted(used - columns):
            yield Finding(
                place=line,
                sentence=f"Kolumnen <{unknown}> används i stegen men finns inte i tabellen.",
                remedy=f"Lägg till kolumnen {unknown}, eller rätta namnet i steget.",
            )
        for unused in sorted(columns - used):
            yield Finding(
                place=line,
                sentence=f"Kolumnen {unused} används inte i något steg.",
                remedy="Ta bort kolumnen, eller använd den.",
            )


def _check_tags(pickle: Pickle) -> Iterator[Finding]:
    for tag in pickle.tags:
        meant = nearest(tag, _TAGS)
        if ":" not in tag and tag not in _TAGS and meant and fold(meant[0])[:6] == fold(tag)[:6]:
            yield Finding(
                place=pickle.place,
                sentence=f"Taggen @{tag} finns inte. Menade du @{meant[0]}?",
                remedy=f"Skriv @{meant[0]}, utan å, ä och ö.",
            )
    for tag in pickle.tags:
        meant_prefix = _misspelt_prefix(tag)
        if meant_prefix:
            yield Finding(
                place=pickle.place,
                sentence=f"Taggen @{tag} finns inte: den skulle inte ha någon verkan.",
                remedy=f"Menade du @{meant_prefix}:…? Skriv små bokstäver, kolon och inget mellanslag.",
            )
    types = [tag for tag in pickle.tags if tag in TEST_TYPES]
    if len(types) != 1:
        yield Finding(
            place=pickle.place,
            sentence=f"Scenariot »{pickle.name}« har {len(types)} testtyper: {', '.join(types) or 'ingen'}.",
            remedy=f"Sätt exakt en av taggarna {', '.join('@' + t for t in TEST_TYPES)}.",
        )
    claimed = [tag.removeprefix("krav:") for tag in pickle.tags if tag.startswith("krav:")]
    if not claimed:
        yield Finding(
            place=pickle.place,
            sentence=f"Scenariot »{pickle.name}« hör inte till något krav.",
            remedy="Sätt taggen @krav:AK-… på scenariot, regeln eller egenskapen.",
        )
    for krav_id in claimed:
        try:
            krav(krav_id)
        except Specifikationsfel as fault:
            yield Finding(place=pickle.place, sentence=fault.sentence, remedy=fault.next_step)
    for channel in pickle.channels:
        if channel not in CHANNELS:
            yield Finding(
                place=pickle.place,
                sentence=f"Kanalen i taggen @kanal:{channel} finns inte.",
                remedy=f"Skriv {' eller '.join(f'@kanal:{name}' for name in CHANNELS)}.",
            )


def _misspelt_prefix(tag: str) -> str | None:
    """``kanal`` or ``krav`` when *tag* was meant to begin with that: a channel or a krav would be lost in silence."""
    if tag.startswith(tuple(f"{prefix}:" for prefix in _PREFIXES)):
        return None
    head, colon, _ = tag.partition(":")
    for prefix in _PREFIXES:
        if fold(tag).startswith(prefix) or (colon and nearest(head, [prefix])):
            return prefix
    return None


def _scenarios(feature: Any) -> Iterator[Any]:
    for child in feature["children"]:
        if "rule" in child:
            yield from _scenarios(child["rule"])
        elif "scenario" in child:
            yield child["scenario"]


def _scenario_text(scenario: Any) -> str:
    parts = []
    for step in scenario["steps"]:
        parts.append(step["text"])
        parts += [cell["value"] for row in step.get("dataTable", {}).get("rows", []) for cell in row["cells"]]
        parts.append(step.get("docString", {}).get("content", ""))
    return "\n".join(parts)
