"""SAMSA as a world sees it."""

from __future__ import annotations

from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.system import System
from harness.systems.samsa import content, correspondence_policies, roles
from harness.systems.samsa.adt import rules as adt_rules
from harness.systems.samsa.adt.routes import ROUTES as ADT_ROUTES
from harness.systems.samsa.betaldagar import ROUTES as REPORT_ROUTES
from harness.systems.samsa.dossier_routes import ROUTES as DOSSIER_ROUTES
from harness.systems.samsa.files import policies as file_policies
from harness.systems.samsa.files.routes import ROUTES as FILE_ROUTES
from harness.systems.samsa.handling import policies as handling_policies
from harness.systems.samsa.handling.routes import ROUTES as HANDLING_ROUTES
from harness.systems.samsa.identities import known_from_start, receive_change
from harness.systems.samsa.log import policies as log_policies
from harness.systems.samsa.log.routes import ROUTES as LOG_ROUTES
from harness.systems.samsa.merging import policies as merge_policies
from harness.systems.samsa.merging import rules as merge_rules
from harness.systems.samsa.merging.routes import ROUTES as MERGE_ROUTES
from harness.systems.samsa.pages.policies import POLICIES as PAGE_POLICIES
from harness.systems.samsa.pages.routes import PAGES
from harness.systems.samsa.policies import PARAMETERS, POLICIES
from harness.systems.samsa.routes import ROUTES
from harness.systems.samsa.routing import answer_unreachable
from harness.systems.samsa.rpa import policies as rpa_policies
from harness.systems.samsa.rpa.routes import ROUTES as RPA_ROUTES
from harness.systems.samsa.sip import completeness as sip_completeness
from harness.systems.samsa.sip import links as sip_links
from harness.systems.samsa.sip import policies as sip_policies
from harness.systems.samsa.sip.routes import ROUTES as SIP_ROUTES
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.watch import PARAMETERS as WATCH_PARAMETERS
from harness.systems.samsa.watch import POLICIES as WATCH_POLICIES
from harness.systems.samsa.watch import ROUTES as WATCH_ROUTES
from harness.systems.samsa.words import NAME

MORE_ROUTES = (*DOSSIER_ROUTES, *FILE_ROUTES, *LOG_ROUTES, *REPORT_ROUTES, *RPA_ROUTES, *ADT_ROUTES, *WATCH_ROUTES)


def define_system() -> System:
    return System(
        name=NAME,
        title="SAMSA",
        create_state=lambda document: SamsaState(identities=known_from_start(document)),
        routes=(*ROUTES, *SIP_ROUTES, *MERGE_ROUTES, *HANDLING_ROUTES, *MORE_ROUTES),
        pages=PAGES,
        parameters=(
            *PARAMETERS,
            *sip_policies.PARAMETERS,
            *merge_policies.PARAMETERS,
            *file_policies.PARAMETERS,
            *roles.PARAMETERS,
            *rpa_policies.PARAMETERS,
            *WATCH_PARAMETERS,
        ),
        policies=(
            *POLICIES,
            *PAGE_POLICIES,
            *sip_policies.POLICIES,
            *sip_completeness.POLICIES,
            *merge_policies.POLICIES,
            *handling_policies.POLICIES,
            *correspondence_policies.POLICIES,
            *file_policies.POLICIES,
            *log_policies.POLICIES,
            *content.POLICIES,
            *roles.POLICIES,
            *rpa_policies.POLICIES,
            *WATCH_POLICIES,
        ),
        answers={"aktiv-sip": sip_links.answer_active},
        receives={
            "identitet-andrad": receive_change,
            "samvy-adt": _hear_of_admission,
            "samvy-sip": sip_links.receive_notice,
            "samvy-sammanforing": _hear_of_merge,
        },
        unreachable=answer_unreachable,
    )


def _hear_of_admission(state: SamsaState, envelope: Envelope, _circumstances: Circumstances) -> Decision:
    return adt_rules.receive(state.elsewhere, envelope)


def _hear_of_merge(state: SamsaState, envelope: Envelope, _circumstances: Circumstances) -> Decision:
    return merge_rules.receive_told(state.merging, envelope)
