"""Attaching a file to a case or to one of its messages, and who may open it. Pure."""

from __future__ import annotations

import hashlib

from harness.kernel.decisions import Circumstances, Decision
from harness.kernel.events import Crossing, Draft
from harness.systems.samsa.actor import Actor
from harness.systems.samsa.case import Case
from harness.systems.samsa.dossier_rules import find_message
from harness.systems.samsa.files import wire
from harness.systems.samsa.files.facts import ContentStored, FileAttached
from harness.systems.samsa.files.policies import HARMFUL, LOOKS_LIKE, MAX_FILES, MAX_MEGABYTES, MAY_READ, TOO_BIG, TYPES
from harness.systems.samsa.files.state import AttachedFile, FileShelf
from harness.systems.samsa.refusal import ForbiddenError, RefusedError, UnknownCaseError
from harness.systems.samsa.requirements import is_party, require_party
from harness.systems.samsa.words import NAME, CaseState

_ENDINGS = {"jpg": (".jpg", ".jpeg")}


def attach(shelf: FileShelf, case: Case, new: wire.NyFil, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """A part of an open case attaches a file; to a message only its sender does.

    Raises:
        ForbiddenError: the unit is no part.
        RefusedError: the case is closed, the message is another's or full, or the file is not allowed.
        UnknownCaseError: there is no such message.

    Source:
        Domain rule 5.9; AK-FIL-01, AK-FIL-04. The limits are parameters.
    """
    require_party(case, actor.unit)
    if case.state in (CaseState.AVSLUTAD, CaseState.AVBRUTEN):
        raise RefusedError("fel_lage", f"Ärende {case.number} är {case.state.lower()}.")
    if new.meddelande is not None:
        _require_room(shelf, case, new.meddelande, actor, circumstances)
    _require_allowed(new, circumstances)
    sha256 = hashlib.sha256(new.innehall).hexdigest()
    attached = FileAttached(
        case=case.number,
        file=len(shelf.of(case.number)) + 1,
        message=new.meddelande,
        name=new.namn,
        type=new.typ,
        size=len(new.innehall),
        sha256=sha256,
        unit=actor.unit,
        person=actor.person,
        person_name=actor.name,
    )
    stored = () if sha256 in shelf.contents else (Draft(ContentStored(sha256=sha256, content=new.innehall)),)
    return Decision(drafts=(*stored, Draft(attached, Crossing(actor.unit, NAME, f"Bifogad fil i {case.number}"))))


def find_file(shelf: FileShelf, case: Case, number: int, *, actor: Actor, circumstances: Circumstances) -> AttachedFile:
    """
    Raises:
        ForbiddenError: the unit neither takes part nor has got a message in the case.
        UnknownCaseError: there is no such file.
    """
    require_reader(case, actor, circumstances)
    files = shelf.of(case.number)
    if not 1 <= number <= len(files):
        raise UnknownCaseError(f"Ärende {case.number} har ingen fil {number}.")
    return files[number - 1]


def require_reader(case: Case, actor: Actor, circumstances: Circumstances) -> None:
    """
    Raises:
        ForbiddenError: the unit may not read the case's files.
    """
    has_got = any(actor.unit in message.deliveries for message in case.messages)
    if not circumstances.policies.use(MAY_READ)(is_party(case, actor.unit), has_got):
        raise ForbiddenError("ej_part", f"{actor.unit} är inte part i ärende {case.number}.")


def _require_room(shelf: FileShelf, case: Case, message: int, actor: Actor, circumstances: Circumstances) -> None:
    if find_message(case, message).sender != actor.unit:
        raise ForbiddenError("ej_avsandare", f"{actor.unit} har inte skickat {case.number}/{message}.")
    there = sum(file.about.message == message for file in shelf.of(case.number))
    most = circumstances.parameters.read(MAX_FILES)
    if there >= most:
        raise RefusedError(
            "for_manga_filer", f"{case.number}/{message} har redan {there} filer; högst {most} får bifogas."
        )


def _require_allowed(new: wire.NyFil, circumstances: Circumstances) -> None:
    types, megabytes = circumstances.parameters.read(TYPES), circumstances.parameters.read(MAX_MEGABYTES)
    use = circumstances.policies.use
    if new.typ not in types:
        raise RefusedError("otillaten_filtyp", f"Filtypen {new.typ} får inte bifogas. Tillåtna: {', '.join(types)}.")
    if use(TOO_BIG)(len(new.innehall), megabytes):
        raise RefusedError("fil_for_stor", f"{new.namn} är {len(new.innehall)} byte; gränsen är {megabytes:g} MB.")
    if use(HARMFUL)(new.innehall):
        raise RefusedError("skadlig_fil", f"{new.namn} innehåller skadlig kod och tas inte emot.")
    endings = _ENDINGS.get(new.typ, (f".{new.typ}",))
    if not new.namn.lower().endswith(endings) or not use(LOOKS_LIKE)(new.typ, new.innehall):
        raise RefusedError("fel_filinnehall", f"{new.namn} är inte en fil av typen {new.typ}, som det uppges.")
