"""What words mean in the sentences of handling: letters, files, remarks. As in :mod:`steps.dsl.values`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from steps.dsl.values import one_of
from testdata import samplefiles
from testdata.deviations import Shortcoming
from testdata.faults import Specifikationsfel
from testdata.handling import CareForm, NewFile, Remark
from testdata.model import DeliveryState, MessageKind
from testdata.sip import Consenting, Gap, MeetingForm, Requesting, SipState

_LETTERS: Mapping[str, MessageKind] = {
    "planeringsmeddelande": MessageKind.PLANERINGSMEDDELANDE,
    "planeringsunderlag": MessageKind.PLANERINGSUNDERLAG,
    "utskrivningsinformation": MessageKind.UTSKRIVNINGSINFORMATION,
    "administrativt meddelande": MessageKind.ADMINISTRATIVT_MEDDELANDE,
    "direktmeddelande": MessageKind.DIREKTMEDDELANDE,
}
_READ = ("ärenden", "meddelande", "sändlista", "fillista", "fil", "SIP", "logg")
_DELIVERED: Mapping[str, DeliveryState] = {
    "skickat": DeliveryState.SKICKAD,
    "levererat": DeliveryState.LEVERERAD,
    "läst": DeliveryState.LAST,
    "kvitterat": DeliveryState.KVITTERAD,
    "återfört som felsänt": DeliveryState.FELSAND,
}
_PLANS = ("SIP", "samordnad vårdplan")
_FILE = re.compile(r"en (\w+)-fil(?: på (\d+) MB( och en byte)?)?")
_ODD_FILES: Mapping[str, Callable[[str], NewFile]] = {
    "ett program som kallas": samplefiles.disguised,
    "en fil med skadlig kod som kallas": samplefiles.harmful,
}


def letter(text: str) -> MessageKind:
    """A message that somebody writes."""
    return one_of("Brevet", text, _LETTERS)


def care_form(text: str) -> CareForm:
    return one_of("Vårdformen", text, {form.value: form for form in CareForm})


def plan_form(text: str) -> str:
    return one_of("Planen", text, {word: word for word in _PLANS})


def remark(text: str) -> Remark:
    return one_of("Anmärkningen", text, {remark.value: remark for remark in Remark})


def delivery_state(text: str) -> DeliveryState:
    """``läst``, ``kvitterat``: as one says of a message."""
    return one_of("Leveransläget", text, _DELIVERED)


def what_is_read(text: str) -> str:
    """As it stands in the read log."""
    return one_of("Det lästa", text, {word: word for word in _READ})


def file(text: str) -> NewFile:
    """``en pdf-fil``, ``en pdf-fil på 11 MB``, ``ett program som kallas pdf``, ``en exe-fil``."""
    if match := _FILE.fullmatch(text):
        kind, megabytes, more = match.groups()
        if kind == "exe":
            return samplefiles.program()
        size = int(megabytes or 0) * samplefiles.MEGABYTE + (1 if more else 0)
        return samplefiles.sample(_known(kind), size)
    for words, make in _ODD_FILES.items():
        if text.startswith(f"{words} "):
            return make(_known(text.removeprefix(f"{words} ")))
    raise Specifikationsfel(
        f"Filen »{text}« går inte att förstå.",
        expected="till exempel »en pdf-fil«, »en pdf-fil på 11 MB«, »ett program som kallas pdf« eller »en exe-fil«",
        actual=text,
        next_step="Skriv filen på något av sätten.",
    )


def shortcoming(text: str) -> Shortcoming:
    return one_of("Bristen", text, {brist.value: brist for brist in Shortcoming})


def sip_state(text: str) -> SipState:
    return one_of("Läget", text, {state.value: state for state in SipState})


def meeting_form(text: str) -> MeetingForm:
    return one_of("Mötesformen", text, {form.value: form for form in MeetingForm})


def consenting(text: str) -> Consenting:
    return one_of("Den som svarar", text, {who.value: who for who in Consenting})


def requesting(text: str) -> Requesting:
    return one_of("Den som begär", text, {who.value: who for who in Requesting})


def gap(text: str) -> Gap:
    return one_of("Det som saknas", text, {gap.value: gap for gap in Gap})


def letter_words() -> Sequence[str]:
    """What somebody can write."""
    return list(_LETTERS)


def delivered_words() -> Sequence[str]:
    """How far a message can have come."""
    return list(_DELIVERED)


def file_words() -> Sequence[str]:
    """The files without a size."""
    whole = [f"en {kind}-fil" for kind in (*samplefiles.TYPES, "exe")]
    return [*whole, *(f"{words} {kind}" for words in _ODD_FILES for kind in samplefiles.TYPES)]


def plan_words() -> Sequence[str]:
    return _PLANS


def read_words() -> Sequence[str]:
    """What the read log calls what has been read."""
    return _READ


def _known(kind: str) -> str:
    return one_of("Filtypen", kind, {kind: kind for kind in samplefiles.TYPES})
