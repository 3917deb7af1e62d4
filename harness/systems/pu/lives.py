"""What happens in people's lives and reaches the personuppgiftstjänst, from Skatteverket or from care. Pure.

That a moved person's old address is not kept, and that emigration and death leave the address, is ours (class D).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from harness.kernel.control_error import ControlError
from harness.kernel.decisions import Circumstances, Decision
from harness.kernel.document import Identity
from harness.kernel.events import Crossing, Draft, Fact
from harness.kernel.reading import UnreadableError, decode
from harness.systems.pu import facts, happenings
from harness.systems.pu.clerk import NAME
from harness.systems.pu.policies import AUTO_LINK, follow_to_the_end
from harness.systems.pu.state import PuState
from harness.systems.pu.telling import tell

_AUTOMATIC = "automatiskt"
_REPLACED = "ersatt"


def happen(state: PuState, identity: Identity, body: bytes, circumstances: Circumstances) -> Decision:
    """Let what *body* says happen to whoever has *identity*.

    Raises:
        ControlError: nobody has it, it cannot be read, or it cannot happen now.
    """
    if identity not in state.records:
        raise ControlError(
            "okand_person",
            f"PU har ingen person med {identity.id} ({identity.oid}).",
            remedy="Ange OID och nummer för någon som finns i världen.",
            status=404,
        )
    try:
        happening: happenings.Handelse = decode(body, happenings.happening)
    except UnreadableError as wrong:
        raise ControlError(
            "fel_handelse", f"Händelsen går inte att läsa: {wrong}", remedy="Rätta händelsens uppgifter."
        ) from wrong
    taken = _facts(state, identity, happening)
    also = _links(state.after(taken), identity, circumstances)
    drafts = [Draft(fact) for fact in (*taken, *also)]
    drafts[0] = Draft(drafts[0].fact, Crossing(NAME, NAME, happening.words))
    concerned = [identity]
    if isinstance(happening, happenings.NyIdentitet):
        concerned.append(happening.identitet)
    return tell(state, drafts, concerned, circumstances)


def _facts(state: PuState, identity: Identity, happening: happenings.Handelse) -> Sequence[Fact]:
    record = state.records[identity]
    oid, id = identity.oid, identity.id
    match happening:
        case happenings.Flyttad() | happenings.NyttNamn():
            return [facts.PersonChanged(oid=oid, id=id, values=happening.values())]
        case happenings.SkyddSatt(skydd=kind):
            _require(kind not in record.person.skydd, f"{id} har redan {kind}.")
            return [facts.ProtectionChanged(oid=oid, id=id, protection=sorted([*record.person.skydd, kind]))]
        case happenings.SkyddHavt(skydd=kind):
            _require(kind in record.person.skydd, f"{id} har inte {kind}.")
            left: list[str] = [other for other in record.person.skydd if other != kind]
            return [facts.ProtectionChanged(oid=oid, id=id, protection=left)]
        case happenings.Avliden():
            _require(record.deregistered != "avliden", f"{id} är redan avliden.")
            return [facts.RegistrationChanged(oid=oid, id=id, reason="avliden")]
        case happenings.DodsfallAterkallat():
            _require(record.deregistered == "avliden", f"{id} är inte avliden.")
            return [facts.RegistrationChanged(oid=oid, id=id, reason=None)]
        case happenings.Utvandrad():
            _require(record.deregistered is None, f"{id} är redan avregistrerad.")
            return [facts.RegistrationChanged(oid=oid, id=id, reason="utvandrad")]
        case happenings.Atervand():
            _require(record.deregistered == "utvandrad", f"{id} är inte utvandrad.")
            back = facts.RegistrationChanged(oid=oid, id=id, reason=None)
            return [back, facts.PersonChanged(oid=oid, id=id, values=happening.values())]
        case happenings.NyIdentitet():
            return _new_identity(state, identity, happening)


def _new_identity(state: PuState, old: Identity, happening: happenings.NyIdentitet) -> Sequence[Fact]:
    new = happening.identitet
    if new in state.records:
        raise ControlError(
            "identitet_delas",
            f"Identiteten {new.id} ({new.oid}) finns redan i världen.",
            remedy="Ge varje person sina egna identiteter.",
        )
    person = msgspec.structs.replace(state.records[old].person, identiteter=(new,))
    taken: list[Fact] = [facts.PersonAdded(person=msgspec.to_builtins(person))]
    if happening.nya_hanvisar:
        taken.append(facts.ReferenceMade(oid=new.oid, id=new.id, to_oid=old.oid, to_id=old.id))
    if happening.gamla_hanvisar:
        taken.append(facts.ReferenceMade(oid=old.oid, id=old.id, to_oid=new.oid, to_id=new.id))
    if happening.gamla_avregistreras:
        taken.append(facts.RegistrationChanged(oid=old.oid, id=old.id, reason=_REPLACED))
    return taken


def _links(state: PuState, concerned: Identity, circumstances: Circumstances) -> Sequence[Fact]:
    """The link that comes by itself (AK-RES-17). What already pointed at the old identity goes with it."""
    record = state.records[concerned]
    pointing_here = (one for one, each in state.records.items() if concerned in each.refers_to)
    for other in dict.fromkeys((*sorted(record.refers_to, key=_in_order), *pointing_here)):
        old, new = (concerned, other) if record.deregistered else (other, concerned)
        before, now = state.records[old], state.records[new]
        may_link = circumstances.policies.use(AUTO_LINK)(
            old_refers=new in before.refers_to,
            new_refers=old in now.refers_to,
            old_active=before.deregistered is None,
            new_active=now.deregistered is None,
        )
        if may_link and old not in state.pointers and follow_to_the_end(state.pointers, new) != old:
            return [facts.IdentitiesLinked(oid=old.oid, id=old.id, to_oid=new.oid, to_id=new.id, by=_AUTOMATIC)]
    return ()


def _in_order(identity: Identity) -> tuple[str, str]:
    return identity.oid, identity.id


def _require(possible: bool, text: str) -> None:
    if not possible:
        raise ControlError(
            "handelse_passar_inte",
            f"Händelsen kan inte inträffa: {text}",
            remedy="Kontrollera i vilken ordning händelserna kommer.",
            status=409,
        )
