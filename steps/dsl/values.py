"""What the words of a sentence mean, as typed values.

Every function takes the words as written and raises :class:`Specifikationsfel` for words that mean
nothing, with what they could have been.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from testdata.faults import Specifikationsfel
from testdata.links import LinkEnd
from testdata.model import STOCKHOLM, CaseState, MessageKind, Need, System
from testdata.organisation.enheter import find_unit
from testdata.organisation.kommuner import find_kommun
from testdata.organisation.medarbetare import ROLES
from testdata.people.personas.catalogue import find_persona
from testdata.people.personas.wanted import Wanted, find_personas, fits_somebody, parse_wanted
from testdata.spelling import nearest

V = TypeVar("V")

_MESSAGES: Mapping[str, MessageKind] = {
    "inskrivningsmeddelandet": MessageKind.INSKRIVNINGSMEDDELANDE,
    "ändringen av beräknad utskrivning": MessageKind.ANDRAD_BERAKNAD_UTSKRIVNING,
    "underrättelsen om utskrivningsklar": MessageKind.UTSKRIVNINGSKLAR,
    "återtagandet av utskrivningsklar": MessageKind.ATERTAGEN_UTSKRIVNINGSKLAR,
    "utskrivningsmeddelandet": MessageKind.UTSKRIVNINGSMEDDELANDE,
    "meddelandet om avbrott": MessageKind.AVBROTT,
    "underrättelsen enligt LPT": MessageKind.LPT_UNDERRATTELSE,
    "planeringsmeddelandet": MessageKind.PLANERINGSMEDDELANDE,
    "planeringsunderlaget": MessageKind.PLANERINGSUNDERLAG,
    "utskrivningsinformationen": MessageKind.UTSKRIVNINGSINFORMATION,
    "det administrativa meddelandet": MessageKind.ADMINISTRATIVT_MEDDELANDE,
    "direktmeddelandet": MessageKind.DIREKTMEDDELANDE,
}
_DURATION = re.compile(r"(?:(\d+) dygn)?(?:(?:^|, | och )(\d+) timm(?:e|ar))?(?:(?:^|, | och )(\d+) minut(?:er)?)?")


def day(text: str) -> date:
    """``2022-04-05``."""
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise Specifikationsfel(
            f"Datumet {text} finns inte.",
            expected="ett datum som finns, skrivet ÅÅÅÅ-MM-DD",
            actual=text,
            next_step="Rätta datumet. Har månaden så många dagar?",
        ) from fault


def clock_time(text: str) -> time:
    """``08.00`` or ``08:00``."""
    hour, _, minute = text.replace(".", ":").partition(":")
    try:
        return time(int(hour), int(minute))
    except ValueError as fault:
        raise Specifikationsfel(
            f"Klockslaget {text} finns inte.",
            expected="ett klockslag mellan 00.00 och 23.59",
            actual=text,
            next_step="Rätta klockslaget.",
        ) from fault


def moment(on: date, at: time) -> datetime:
    """Stockholm time. An hour that the clock skips in March does not exist and is refused."""
    local = datetime.combine(on, at, STOCKHOLM)
    if local.astimezone(UTC).astimezone(STOCKHOLM).replace(fold=0) != local:
        raise Specifikationsfel(
            f"Tidpunkten {on} kl. {at:%H.%M} finns inte: klockan ställs fram den natten.",
            expected="en tidpunkt före 02.00 eller från 03.00",
            actual=f"{on} kl. {at:%H.%M}",
            next_step="Välj ett annat klockslag.",
        )
    return local


def needs(text: str) -> frozenset[Need]:
    """One or more of the three insatser, joined by comma or "och"."""
    rest = text
    found = set()
    for need in Need:
        if need.value in rest:
            found.add(need)
            rest = rest.replace(need.value, "")
    leftover = re.sub(r"\boch\b|,|\s", "", rest)
    if leftover or not found:
        raise _unknown("Insatsen", leftover if found else text, [n.value for n in Need])
    return frozenset(found)


def need(text: str) -> Need:
    """One of the three insatser, which is also what the part is called that gives it."""
    return one_of("Parten", text, {need.value: need for need in Need})


def unit(text: str) -> str:
    """The name of a unit that exists, as it was written."""
    find_unit(text)
    return text


def kommun(text: str) -> str:
    """The name of a kommun that exists, as it was written."""
    find_kommun(text)
    return text


def persona(text: str) -> str:
    """The given name of somebody in the persona catalogue."""
    return find_persona(text).given_name


def wanted(text: str) -> Wanted:
    """What is said of a patient. Somebody in the persona catalogue fits it, on some day that a scenario may have."""
    criteria = parse_wanted(text)
    if not fits_somebody(criteria):
        find_personas(criteria)  # which says who comes nearest
    return criteria


def role(text: str) -> str:
    return one_of("Rollen", text, {name: name for name in role_words()})


def system(text: str) -> System:
    return one_of("Systemet", text, {s.value: s for s in System})


def link_end(text: str) -> LinkEnd:
    """A system at one end of a link."""
    return one_of("Systemet", text, {end.value: end for end in LinkEnd})


def unit_list(text: str) -> Sequence[str]:
    """``Borås socialtjänst``, ``Borås socialtjänst och VC Borås``: with comma and ``och`` between."""
    return [unit(one) for one in re.split(r", | och ", text)]


def state(text: str) -> CaseState:
    return one_of("Läget", text, {s.value: s for s in CaseState})


def message(text: str) -> MessageKind:
    return one_of("Meddelandet", text, _MESSAGES)


def message_words() -> Sequence[str]:
    """What a message can be called."""
    return list(_MESSAGES)


def role_words() -> Sequence[str]:
    return ROLES


def count(text: str) -> int:
    """``inget meddelande``, ``ett meddelande``, ``3 meddelanden``."""
    word = text.split(" ")[0]
    return {"inget": 0, "ett": 1}[word] if not word.isdecimal() else int(word)


def duration(text: str) -> timedelta:
    """``1 timme och 5 minuter``, ``25 minuter``, ``2 timmar``, ``3 dygn``."""
    match = _DURATION.fullmatch(text)
    if match is None or not any(match.groups()):
        raise Specifikationsfel(
            f"Tiden »{text}« går inte att förstå.",
            expected="till exempel »1 timme och 5 minuter« eller »25 minuter«",
            actual=text,
            next_step="Skriv tiden i dygn, timmar och minuter.",
        )
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def one_of(what: str, text: str, choices: Mapping[str, V]) -> V:
    """*text* as one of *choices*.

    Raises:
        Specifikationsfel: it is none of them; the nearest is named.
    """
    if text not in choices:
        raise _unknown(what, text, list(choices))
    return choices[text]


def _unknown(what: str, text: str, choices: list[str]) -> Specifikationsfel:
    meant = nearest(text, choices)
    return Specifikationsfel(
        f"{what} »{text}« finns inte." + (f" Menade du {meant[0]}?" if meant else ""),
        expected=f"något av: {', '.join(choices)}",
        actual=text,
        next_step="Välj ett av orden ovan, stavat precis så.",
    )
