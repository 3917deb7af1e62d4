"""What somebody does about two records of one patient, whether it comes over the API or from a page."""

from __future__ import annotations

from harness.kernel.calendar import STOCKHOLM
from harness.kernel.decisions import Decision
from harness.kernel.document import Identity
from harness.kernel.events import Crossing, Draft
from harness.kernel.world import World
from harness.systems.samsa.case import Patient
from harness.systems.samsa.desk import Caller, about, who
from harness.systems.samsa.merging import rules, wire
from harness.systems.samsa.merging.policies import TO_DO
from harness.systems.samsa.merging.state import Merge
from harness.systems.samsa.refusal import RefusedError, UnknownCaseError
from harness.systems.samsa.roles import Doing
from harness.systems.samsa.sip.facts import SipEnded
from harness.systems.samsa.sip.rules import notice
from harness.systems.samsa.sip.words import SipState
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.wire import Patient as PatientOnWire
from harness.systems.samsa.words import NAME


def merge(world: World, caller: Caller, body: wire.NySammanslagning) -> str:
    """Returns the number of the sammanslagning."""
    state = world.state(SamsaState)
    low, high = (Patient(one.oid, one.id) for one in (body.fran, body.till))
    with about(world, caller, low) as actor:
        people = [*state.same_patient(low), *state.same_patient(high)]
        active = [sip.number for sip in state.sip.of(people) if sip.state.is_active]
        world.execute(
            NAME,
            lambda circumstances: rules.merge(
                state.merging,
                state.identities,
                Identity(low.oid, low.id),
                Identity(high.oid, high.id),
                active_sips=active,
                is_secured=body.identitet_sakerstalld,
                actor=actor,
                circumstances=circumstances,
            ),
        )
    return next(reversed(state.merging.merges))


def separate(world: World, caller: Caller, number: str) -> None:
    state, merged = world.state(SamsaState), _find(world, number)
    with about(world, caller, _patient(merged.low)) as actor:
        world.execute(NAME, lambda _: rules.separate(state.merging, merged, actor=actor))


def choose_sip(world: World, caller: Caller, number: str, keep: str) -> None:
    """One of two active SIPs goes on; the other is archived with a reference to it (AK-RES-19)."""
    state, merged = world.state(SamsaState), _find(world, number)
    with about(world, caller, _patient(merged.low)) as actor:
        waiting = state.sips_to_choose_among(merged)
        if not waiting:
            raise RefusedError("inget_att_valja", f"{number} har ingen SIP att välja.")
        if keep not in waiting:
            raise RefusedError("fel_sip", f"Välj en av {', '.join(waiting)}.")
        drafts, told = [], []
        for other in (sip for sip in waiting if sip != keep):
            reason = f"Ersatt av {keep} efter sammanslagning"
            ended = SipEnded(sip=other, state=SipState.ARKIVERAD, reason=reason)
            drafts.append(Draft(ended, Crossing(actor.unit, NAME, f"SIP {other} arkiveras, {keep} gäller")))
            told.append(notice(other, *state.sip.sips[other].person, is_active=False))
        world.commit(NAME, Decision(drafts=tuple(drafts), outgoing=tuple(told)))


def list_merges(world: World, caller: Caller, patient: Patient) -> list[wire.Sammanslagning]:
    state = world.state(SamsaState)
    with about(world, caller, patient, Doing.LASA):
        mine = {f"{one.oid}|{one.id}" for one in state.same_patient(patient)} | {f"{patient.oid}|{patient.id}"}
        return [_show(state, merged) for merged in state.merging.merges.values() if {merged.low, merged.high} & mine]


def list_tasks(world: World, caller: Caller) -> list[wire.Atgard]:
    """What is to be done here because of what has been done elsewhere, or because two SIPs have met."""
    who(world, caller, Doing.LASA)
    state = world.state(SamsaState)
    is_open = world.circumstances().policies.use(TO_DO)
    tasks = [
        wire.Atgard("sammanslagning", "Sammanslagen i Samvy men inte i SAMSA.", [_shown(low), _shown(high)])
        for (low, high), is_done in state.merging.merged_in_samvy()
        if is_open(is_done)
    ]
    tasks += [
        wire.Atgard(
            "val_av_sip",
            f"Två aktiva SIP efter {merged.number}: välj en av {', '.join(waiting)}.",
            [_shown(merged.low), _shown(merged.high)],
        )
        for merged in state.merging.in_force()
        if (waiting := state.sips_to_choose_among(merged))
    ]
    return tasks


def _find(world: World, number: str) -> Merge:
    merged = world.state(SamsaState).merging.merges.get(number)
    if merged is None:
        raise UnknownCaseError(f"SAMSA har ingen sammanslagning {number}.")
    return merged


def _show(state: SamsaState, merged: Merge) -> wire.Sammanslagning:
    return wire.Sammanslagning(
        sammanslagning=merged.number,
        fran=_shown(merged.low),
        till=_shown(merged.high),
        gjord_av=merged.unit,
        tid=merged.at.astimezone(STOCKHOLM),
        upplost=merged.is_undone,
        val_av_sip=state.sips_to_choose_among(merged),
    )


def _patient(key: str) -> Patient:
    oid, _, number = key.partition("|")
    return Patient(oid, number)


def _shown(key: str) -> PatientOnWire:
    oid, _, number = key.partition("|")
    return PatientOnWire(oid, number)
