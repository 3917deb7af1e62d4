"""Tags: what they claim must exist, and a misspelt one must not lose its effect in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from steps.finding import Finding
from steps.hygiene.scenarios import Node
from steps.hygiene.source import Source
from steps.keywords import distance
from steps.pytestmarks import PYTEST_MARKS
from testdata.awaited import AWAITED_TAG, read_day
from testdata.faults import Specifikationsfel
from testdata.krav.register import krav
from testdata.scenario import CHANNELS, TEST_TYPES, WEBB
from testdata.spelling import fold, nearest

ID = "id:"
_BARE = (*TEST_TYPES, "specificerad", "manniska", "styr", "rok")
_RISKS = ("hog",)
_PREFIXES = ("kanal", "krav", "id", "vantar", "risk")
# A tag that only begins with one of these was meant as it: nobody makes up such a tag.
_UNMISTAKABLE = ("kanal", "krav", "vantar")
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_CHANNEL_WORDS = ("channel", "kanaler", "kanal", "via")
_TYPES_ADVICE = f"Sätt exakt en av taggarna {', '.join('@' + name for name in TEST_TYPES)}."


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is wrong with one tag, wherever it stands."""

    rule: str
    sentence: str
    remedy: str


class TagChecker:
    """Judges each tag once: the same few stand on every scenario."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._known: dict[str, Judgement | None] = {}

    def check_tags(self, node: Node, source: Source, *, may_have_id: bool) -> Iterator[Finding]:
        """The tags that stand on *node* itself."""
        for tag in node["tags"]:
            name, line = tag["name"].removeprefix("@"), tag["location"]["line"]
            if name not in self._known:
                self._known[name] = judge(name, self._today)
            if judgement := self._known[name]:
                yield source.finding(judgement.rule, line, judgement.sentence, judgement.remedy)
            if not may_have_id and name.startswith(ID):
                yield source.finding(
                    "id-plats",
                    line,
                    f"Taggen @{name} står inte på ett scenario, så flera scenarier skulle dela den.",
                    "Sätt @id direkt ovanför ett Scenario eller en Scenariomall.",
                )

    def check_scenario(self, scenario: Node, inherited: Sequence[Node], source: Source) -> Iterator[Finding]:
        """What the tags of a scenario are together with those it inherits; also for each of its tables."""
        line, name = scenario["location"]["line"], scenario["name"]
        own = [tag["name"] for tag in (*inherited, *scenario["tags"])]
        ids = [tag["name"] for tag in scenario["tags"] if tag["name"].startswith(f"@{ID}")]
        if len(ids) > 1:
            yield source.finding(
                "tva-id", line, f"Scenariot »{name}« har {len(ids)} id: {', '.join(ids)}.", "Behåll det äldsta."
            )
        tables = [[tag["name"] for tag in table["tags"]] for table in scenario["examples"]] or [[]]
        for days in sorted({tuple(dict.fromkeys(t for t in (*own, *more) if _is_awaited(t))) for more in tables}):
            if len(days) > 1:
                yield source.finding(
                    "tva-vantar",
                    line,
                    f"Scenariot »{name}« har {len(days)} sista dagar: {', '.join(days)}.",
                    "Behåll en av taggarna, på scenariot eller på det som det står i.",
                )
        counts = {tuple(dict.fromkeys(t for t in (*own, *more) if t[1:] in TEST_TYPES)) for more in tables}
        for types in sorted(counts):
            if len(types) != 1:
                yield source.finding(
                    "testtyp",
                    line,
                    f"Scenariot »{name}« har {len(types)} testtyper: {', '.join(types) or 'ingen'}.",
                    _TYPES_ADVICE,
                )
        if not all(any(t.startswith("@krav:") for t in (*own, *more)) for more in tables):
            yield source.finding(
                "utan-krav",
                line,
                f"Scenariot »{name}« hör inte till något krav.",
                "Sätt taggen @krav:AK-… på scenariot, regeln eller egenskapen.",
            )


def _is_awaited(tag: str) -> bool:
    return tag.removeprefix("@").partition(":")[0] == AWAITED_TAG


def judge(tag: str, today: date) -> Judgement | None:
    """What is wrong with *tag*, written without its ``@``; None when it is known, or free to use."""
    if not tag:
        return Judgement("tom-tagg", "Ett @ står utan ord efter.", "Skriv taggens namn direkt efter @.")
    if "<" in tag:
        return Judgement(
            "parameter-i-tagg",
            f"Taggen @{tag} innehåller en parameter, och taggar fylls inte i.",
            "Skriv ut värdet, eller sätt olika taggar på olika Exempel.",
        )
    prefix, colon, value = tag.partition(":")
    if colon and prefix in _PREFIXES:
        return _value(prefix, value, tag, today)
    if tag in _BARE:
        return None
    if tag == "vantar":
        return _date("", today)
    if tag in PYTEST_MARKS:
        return Judgement(
            "pytest-marke",
            f"Taggen @{tag} är en märkning som pytest handlar efter, och är ingen tagg i Provtryck.",
            "Skriv @specificerad på det som inte är byggt än, eller @vantar:ÅÅÅÅ-MM-DD på ett känt fel.",
        )
    if channel := _channel(prefix, value):
        return Judgement(
            "felstavad-tagg",
            f"Taggen @{tag} finns inte, och scenariot skulle inte köras i den kanalen.",
            f"Menade du @kanal:{channel}?",
        )
    if meant := _meant(prefix, colon, tag):
        return Judgement(
            "felstavad-tagg",
            f"Taggen @{tag} finns inte, och skulle inte ha någon verkan.",
            f"Menade du @{meant}? Skriv små bokstäver utan å, ä och ö, och inget mellanslag.",
        )
    if colon:
        near = nearest(prefix, _PREFIXES)
        hint = f"Menade du @{near[0]}:{value}? " if near else ""
        return Judgement(
            "okand-tagg",
            f"Taggen @{tag} har ett förled som Provtryck inte känner till.",
            f"{hint}Det finns: {', '.join(f'@{p}:…' for p in _PREFIXES)}. En egen tagg skrivs utan kolon.",
        )
    return None


def _value(prefix: str, value: str, tag: str, today: date) -> Judgement | None:
    if prefix == "krav":
        try:
            krav(value)
        except Specifikationsfel as fault:
            return Judgement("okant-krav", fault.sentence, fault.next_step)
    elif prefix == "vantar":
        return _date(value, today)
    elif prefix == "id" and not _ID.fullmatch(value):
        return Judgement(
            "id-form",
            f"Taggen @{tag} går inte att använda som id.",
            "Ett id är 1–40 små bokstäver a–z, siffror och bindestreck. provtryck granska --ratta sätter ett.",
        )
    elif prefix == "kanal" and value not in CHANNELS:
        listed = " eller ".join(f"@kanal:{name}" for name in CHANNELS)
        return Judgement("okand-kanal", f"Kanalen i taggen @{tag} finns inte.", f"Skriv {listed}.")
    elif prefix == "risk" and value not in _RISKS:
        return Judgement("felstavad-tagg", f"Taggen @{tag} skulle inte ha någon verkan.", "Skriv @risk:hog.")
    return None


def _date(value: str, today: date) -> Judgement | None:
    until = read_day(value)
    if until is None:
        return Judgement(
            "vantar-datum",
            f"@vantar säger ingen dag som finns: »{value}«." if value else "@vantar saknar dag.",
            "Skriv dagen då felet ska vara rättat: @vantar:ÅÅÅÅ-MM-DD.",
        )
    if until < today:
        return Judgement(
            "vantar-passerad",
            f"@vantar:{value} har passerat: idag är det {today}.",
            "Ta bort taggen om felet är rättat. Sätt annars en ny dag, med den som rättar.",
        )
    if (until.year - 1, until.month, until.day) > (today.year, today.month, today.day):
        return Judgement(
            "vantar-lange",
            f"@vantar:{value} är mer än ett år bort.",
            "Sätt en dag inom ett år, så att någon frågar efter rättningen.",
        )
    return None


def _meant(prefix: str, colon: str, tag: str) -> str | None:
    """The known tag or prefix that *tag* was meant as."""
    folded = fold(tag)
    if not colon:
        near = next((known for known in _BARE if _is_near(folded, known)), None)
        if near:
            return near
    word = fold(prefix)
    for known in _PREFIXES:
        joined = folded.startswith(known) and (known in _UNMISTAKABLE or folded[len(known) :][:1] in ("_", "-", "="))
        if folded == known or joined or (colon and _is_near(word, known)):
            return f"{known}:…"
    if colon and (near := next((known for known in _BARE if _is_near(word, known)), None)):
        return near
    return None


def _channel(prefix: str, value: str) -> str | None:
    """The channel that a tag was meant as: ``@webb``, ``@web``, ``@channel:webb``."""
    named = fold(value) if fold(prefix) in _CHANNEL_WORDS else fold(prefix) if not value else ""
    if named == "web":
        return WEBB
    return next((known for known in CHANNELS if named == known), None)


def _is_near(word: str, known: str) -> bool:
    """Whether *word*, folded, is *known* misspelt. In a short one, only case and dots can be wrong."""
    if word == known:
        return True
    if len(known) <= len("rok"):
        return False
    return distance(word, known) <= 1 + (len(known) > 8) or (len(known) > 8 and word[:6] == known[:6])
