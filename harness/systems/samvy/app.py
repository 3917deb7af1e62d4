"""Samvy as a world sees it."""

from __future__ import annotations

from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.system import System
from harness.systems.samvy import adt, details
from harness.systems.samvy.access import policies as access_policies
from harness.systems.samvy.answers import unreachable
from harness.systems.samvy.beside import policies as beside_policies
from harness.systems.samvy.combining import policies as combining_policies
from harness.systems.samvy.combining import rules as combining_rules
from harness.systems.samvy.combining.routes import ROUTES as COMBINING_ROUTES
from harness.systems.samvy.deviations import automatic as automatic_deviations
from harness.systems.samvy.deviations import policies as deviation_policies
from harness.systems.samvy.deviations import rules as deviation_rules
from harness.systems.samvy.deviations.routes import ROUTES as DEVIATION_ROUTES
from harness.systems.samvy.identities import known_from_start, receive_change
from harness.systems.samvy.kommunrapport import POLICIES as REPORT_POLICIES
from harness.systems.samvy.kommunrapport import ROUTES as REPORT_ROUTES
from harness.systems.samvy.pages.policies import POLICIES as PAGE_POLICIES
from harness.systems.samvy.pages.routes import PAGES
from harness.systems.samvy.policies import PARAMETERS, POLICIES
from harness.systems.samvy.posts import policies as post_policies
from harness.systems.samvy.posts.routes import ROUTES as POST_ROUTES
from harness.systems.samvy.routes import ROUTES
from harness.systems.samvy.rules import receive_samsa_notice
from harness.systems.samvy.sharing import POLICIES as SHARING_POLICIES
from harness.systems.samvy.sharing import SHARED
from harness.systems.samvy.sip import completeness as sip_completeness
from harness.systems.samvy.sip import links as sip_links
from harness.systems.samvy.sip import policies as sip_policies
from harness.systems.samvy.sip.routes import ROUTES as SIP_ROUTES
from harness.systems.samvy.state import SamvyState
from harness.systems.samvy.vocabulary import NAME
from harness.systems.samvy.watch import PARAMETERS as WATCH_PARAMETERS
from harness.systems.samvy.watch import POLICIES as WATCH_POLICIES
from harness.systems.samvy.watch import ROUTES as WATCH_ROUTES

MORE_ROUTES = (*DEVIATION_ROUTES, *REPORT_ROUTES, *WATCH_ROUTES)


def define_system() -> System:
    return System(
        name=NAME,
        title="Samvy",
        create_state=lambda document: SamvyState(identities=known_from_start(document)),
        routes=(*ROUTES, *POST_ROUTES, *SIP_ROUTES, *COMBINING_ROUTES, *MORE_ROUTES),
        pages=PAGES,
        parameters=(
            *PARAMETERS,
            *adt.PARAMETERS,
            SHARED,
            *WATCH_PARAMETERS,
            *access_policies.PARAMETERS,
            *sip_policies.PARAMETERS,
            *combining_policies.PARAMETERS,
        ),
        policies=(
            *POLICIES,
            *adt.POLICIES,
            *PAGE_POLICIES,
            *access_policies.POLICIES,
            *beside_policies.POLICIES,
            *post_policies.POLICIES,
            *sip_policies.POLICIES,
            *sip_completeness.POLICIES,
            *combining_policies.POLICIES,
            *deviation_policies.POLICIES,
            *REPORT_POLICIES,
            *details.POLICIES,
            *WATCH_POLICIES,
            *SHARING_POLICIES,
        ),
        answers={"aktiv-plan": sip_links.answer_running},
        receives={
            "identitet-andrad": receive_change,
            "samsa-arende": receive_samsa_notice,
            "samsa-sip": sip_links.hear_samsa,
            "samsa-sammanslagning": _hear_of_merge,
            "avvikelserapport-mottagen": _hear_of_receipt,
        },
        timers={automatic_deviations.INFORMATION_DUE: automatic_deviations.when_information_is_due},
        unreachable=unreachable,
    )


def _hear_of_merge(state: SamvyState, envelope: Envelope, _circumstances: Circumstances) -> Decision:
    return combining_rules.hear_samsa(state.combining, envelope)


def _hear_of_receipt(state: SamvyState, envelope: Envelope, _circumstances: Circumstances) -> Decision:
    return deviation_rules.hear_receipt(state.deviations, envelope)
