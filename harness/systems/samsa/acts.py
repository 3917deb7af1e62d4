"""What somebody does in SAMSA, whether it comes over the API or from a page.

Every act raises RefusedError when a rule says no, and that is remembered; UnknownCaseError when
there is no such case or message; MalformedError when units are named that cannot be what is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from harness.kernel.document import Identity
from harness.kernel.world import World
from harness.systems.samsa import admission, correspondence, inskrivning, rules, views, wire
from harness.systems.samsa.answers import Choice, Registered, RegisteredPatient, Units
from harness.systems.samsa.case import Patient
from harness.systems.samsa.content import describe_patient
from harness.systems.samsa.desk import Caller, about, in_case, who
from harness.systems.samsa.identities import Told
from harness.systems.samsa.log.acts import note_reading
from harness.systems.samsa.log.policies import What
from harness.systems.samsa.merging.policies import FINDS
from harness.systems.samsa.roles import Doing
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.words import NAME, Need, PartyRole


def open_case(world: World, caller: Caller, patient: Patient, parties: Mapping[PartyRole, str]) -> str:
    """Open a case, with *parties* as HSA-ids. Returns its number."""
    admission.check_parties(world.landscape, parties)
    state = world.state(SamsaState)
    with about(world, caller, patient) as actor:
        admission.require_hospital_unit(actor)
        admission.require_no_open_case(state, patient)
        today = world.circumstances().today.isoformat()
        units = {str(role): unit for role, unit in parties.items()}
        question = {"slutenvard": actor.unit, **units, "dag": today}
        choice = world.ask(NAME, "enheter", "systemval", question, text=f"Vilket system den {today}?", expects=Choice)
        world.execute(
            NAME,
            lambda circumstances: admission.open_case(
                state, patient, parties, actor=actor, choice=choice, circumstances=circumstances
            ),
        )
    return state.cases_of(patient)[-1].number


def list_cases(world: World, caller: Caller, patient: Patient) -> list[wire.Arende]:
    """The patient's cases as the caller sees them, oldest first."""
    with about(world, caller, patient, Doing.LASA) as actor:
        state, circumstances = world.state(SamsaState), world.circumstances()
        same = state.same_patient(patient)
        if len(same) > 1:
            same = circumstances.policies.use(FINDS)(same, patient)
        cases = [case for case in state.cases.values() if case.patient in same]
        if cases:
            note_reading(world, actor, patient, What.ARENDEN)
        return [views.show_case(case, actor, circumstances) for case in cases]


def assess_needs(world: World, caller: Caller, number: str, needs: Sequence[Need]) -> None:
    with in_case(world, caller, number) as (case, actor):
        world.execute(NAME, lambda _: rules.assess_needs(case, needs, actor=actor))


def send_message(world: World, caller: Caller, number: str, message: wire.NyttMeddelande) -> str:
    """Returns the message's own number, such as ``S-1/2``."""
    with in_case(world, caller, number) as (case, actor):
        match message:
            case wire.Inskrivningsmeddelande(beraknad_utskrivning=day):
                address = inskrivning.address_message(case, actor=actor, circumstances=world.circumstances())
                content = _describe(world, case.patient, day)
                world.execute(NAME, lambda _: inskrivning.send_message(case, address, day, content, actor=actor))
            case wire.AndradUtskrivning(beraknad_utskrivning=day):
                world.execute(NAME, lambda c: rules.change_planned_discharge(case, day, actor=actor, circumstances=c))
            case wire.Utskrivningsklar(sekretess=withheld):
                world.execute(
                    NAME, lambda c: rules.announce_utskrivningsklar(case, withheld, actor=actor, circumstances=c)
                )
            case wire.Atertagen():
                world.execute(NAME, lambda c: rules.withdraw_utskrivningsklar(case, actor=actor, circumstances=c))
            case wire.Utskrivningsmeddelande():
                world.execute(NAME, lambda c: rules.discharge(case, actor=actor, circumstances=c))
            case wire.LptUnderrattelse():
                world.execute(NAME, lambda c: correspondence.announce_under_lpt(case, actor=actor, circumstances=c))
            case wire.Brev():
                more = correspondence.gather(world.state(SamsaState), case, message, world.circumstances())
                world.execute(NAME, lambda c: correspondence.write(case, message, more, actor=actor, circumstances=c))
        return f"{case.number}/{len(case.messages)}"


def assess_utskrivningsklar(world: World, caller: Caller, number: str) -> None:
    with in_case(world, caller, number) as (case, actor):
        world.execute(NAME, lambda _: rules.assess_utskrivningsklar(case, actor=actor))


def acknowledge(world: World, caller: Caller, number: str, message: int) -> None:
    with in_case(world, caller, number) as (case, actor):
        world.execute(NAME, lambda c: rules.acknowledge(case, message, actor=actor, circumstances=c))


def close_case(world: World, caller: Caller, number: str, reason: str | None) -> None:
    with in_case(world, caller, number, Doing.AVSLUTA) as (case, actor):
        world.execute(NAME, lambda c: rules.close(case, reason, actor=actor, circumstances=c))


def read_inbox(world: World, caller: Caller) -> list[wire.InkorgPost]:
    """What has come to the caller's unit, oldest first."""
    return views.show_inbox(world.state(SamsaState), who(world, caller, Doing.LASA))


def read_returned(world: World, caller: Caller) -> list[wire.Aterfort]:
    """What the caller's unit has sent and got back as felsänt, oldest first."""
    return views.show_returned(world.state(SamsaState), who(world, caller, Doing.LASA))


def list_recipients(world: World, caller: Caller) -> list[wire.ValbarMottagare]:
    """Every unit until SAMSA is locked: a unit that is live in Samvy still needs SAMSA for others."""
    who(world, caller, Doing.LASA)
    today = world.circumstances().today
    units = world.ask(NAME, "enheter", "enheter", {"dag": today.isoformat()}, text="Vilka enheter?", expects=Units)
    is_locked = units.samsa_last_fran is not None and units.samsa_last_fran <= today
    recipients = [
        wire.ValbarMottagare(unit.hsa_id, unit.namn, f"SAMSA-{unit.hsa_id}")
        for unit in units.enheter
        if not unit.nedlagd
    ]
    return [] if is_locked else recipients


def list_refused(world: World, caller: Caller, patient: Patient) -> list[wire.Avvisning]:
    """What has been refused about the patient, oldest first."""
    with about(world, caller, patient, Doing.LASA):
        state = world.state(SamsaState)
        acts = [act for one in state.same_patient(patient) for act in state.refused.get(one, [])]
        return [views.show_refused(act) for act in sorted(acts, key=lambda act: act.at)]


def read_identity(world: World, caller: Caller, patient: Patient) -> Told:
    """What the personuppgiftstjänst has told of that identity."""
    with about(world, caller, patient, Doing.LASA):
        return world.state(SamsaState).identities.find(Identity(patient.oid, patient.id))


def look_up(world: World, patient: Patient) -> RegisteredPatient | None:
    """Whom the personuppgiftstjänst knows by that identity."""
    question = {"oid": patient.oid, "id": patient.id}
    return world.ask(NAME, "pu", "person", question, text="Vem är patienten?", expects=Registered).person


def _describe(world: World, patient: Patient, day: date) -> dict[str, str]:
    return describe_patient(look_up(world, patient), patient, day, world.circumstances())
