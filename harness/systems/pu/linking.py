"""Linking identities and taking a wrong link apart. Pure.

Source:
    Domain rules 4.8; PU 5.1 LinkPersonIdentity and UnlinkPersonIdentity; AK-RES-14, -18, -21.
"""

from __future__ import annotations

from harness.kernel.decisions import Circumstances, Decision
from harness.kernel.document import Identity
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee
from harness.systems.pu import facts
from harness.systems.pu.chains import chain_of
from harness.systems.pu.clerk import NAME
from harness.systems.pu.kinds import Kind, kind_of
from harness.systems.pu.policies import (
    AFTER_UNLINK,
    MAY_LINK,
    NRID_TO_NRID,
    ROLE_LINKS,
    ROLES_THAT_LINK,
    follow_to_the_end,
)
from harness.systems.pu.refusal import ForbiddenError, RefusedError, UnknownIdentityError
from harness.systems.pu.state import PuState
from harness.systems.pu.telling import tell


def link(
    state: PuState,
    low: Identity,
    high: Identity,
    *,
    is_secured: bool,
    worker: Employee,
    circumstances: Circumstances,
) -> Decision:
    """Let *low* point at *high*, which becomes huvudidentitet unless it points on itself; both stay valid.

    Raises:
        RefusedError: a rule says no.
    """
    _require_role(worker, circumstances)
    _require_known(state, low, high)
    if not circumstances.policies.use(MAY_LINK)(is_secured):
        raise RefusedError(
            "identitet_ej_sakerstalld",
            f"{low.id} kopplas till {high.id} först när patientens identitet är säkerställd.",
        )
    _require_order(low, high, circumstances)
    if low in state.pointers:
        raise RefusedError("redan_kopplad", f"{low.id} är redan kopplad till {state.pointers[low].id}.")
    # Not the policy: whatever a world thinks is huvudidentitet, pointers that go round have no end.
    if follow_to_the_end(state.pointers, high) == low:
        raise RefusedError("redan_i_kedjan", f"{high.id} är redan kopplad till {low.id}.")
    fact = facts.IdentitiesLinked(oid=low.oid, id=low.id, to_oid=high.oid, to_id=high.id, by=worker.unit)
    drafts = (Draft(fact, Crossing(worker.unit, NAME, "Identiteter kopplas samman")),)
    return tell(state, drafts, (low, high), circumstances)


def unlink(
    state: PuState, low: Identity, high: Identity, *, worker: Employee, circumstances: Circumstances
) -> Decision:
    """Take apart the link from *low* to *high*. What others point at *low* goes with it.

    Raises:
        RefusedError: a rule says no.
    """
    _require_role(worker, circumstances)
    _require_known(state, low, high)
    if kind_of(low.oid) >= Kind.SNR:
        raise _skatteverket(low, high)
    if state.pointers.get(low) != high:
        raise RefusedError("ej_kopplad", f"{low.id} är inte kopplad till {high.id}.")
    fact = facts.IdentitiesUnlinked(oid=low.oid, id=low.id, to_oid=high.oid, to_id=high.id)
    own = state.records[low].person
    head = state.records[chain_of(state, low, circumstances)[0]].person
    left = circumstances.policies.use(AFTER_UNLINK)(own, head)
    names = ("fornamn", "efternamn", "kommunkod", "adress", "postnummer", "ort")
    values = {name: getattr(left, name) for name in names if getattr(left, name) != getattr(own, name)}
    changed = (Draft(facts.PersonChanged(oid=low.oid, id=low.id, values=values)),) if values else ()
    drafts = (Draft(fact, Crossing(worker.unit, NAME, "Koppling tas isär")), *changed)
    return tell(state, drafts, (low, high), circumstances)


def _require_role(worker: Employee, circumstances: Circumstances) -> None:
    allowed = circumstances.parameters.read(ROLES_THAT_LINK)
    if not circumstances.policies.use(ROLE_LINKS)(worker.role, allowed):
        raise ForbiddenError(
            "roll_saknar_behorighet",
            f"{worker.name} är {worker.role}. Kopplingar görs av {' eller '.join(allowed) or 'ingen'}.",
        )


def _require_known(state: PuState, *identities: Identity) -> None:
    for identity in identities:
        if identity not in state.records:
            raise UnknownIdentityError("okand_person", f"PU har ingen person med {identity.id} ({identity.oid}).")


def _require_order(low: Identity, high: Identity, circumstances: Circumstances) -> None:
    """The table of PU 5.1: from the less sure to the surer."""
    below, above = kind_of(low.oid), kind_of(high.oid)
    if low == high:
        raise RefusedError("samma_identitet", f"{low.id} kan inte kopplas till sig själv.")
    if above < below:
        raise RefusedError(
            "fel_riktning",
            f"Ett {below.words} kan inte kopplas till ett {above.words}. Koppla åt andra hållet.",
        )
    if below >= Kind.SNR:
        raise _skatteverket(low, high)
    if (below, above) == (Kind.LRID, Kind.LRID):
        raise RefusedError(
            "lokala_bara_genom_nrid",
            "Två lokala reservnummer kopplas bara samman genom ett nationellt reservnummer.",
        )
    if (below, above) == (Kind.NRID, Kind.NRID) and not circumstances.parameters.read(NRID_TO_NRID):
        raise RefusedError("nrid_till_nrid", "Två nationella reservnummer kan inte kopplas till varandra.")


def _skatteverket(low: Identity, high: Identity) -> RefusedError:
    return RefusedError(
        "bara_skatteverket",
        f"Kopplingen mellan {kind_of(low.oid).words} och {kind_of(high.oid).words} kan bara Skatteverket ändra.",
    )
