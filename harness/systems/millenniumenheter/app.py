"""Millenniumenheter as a world sees it."""

from __future__ import annotations

from harness.kernel.system import System
from harness.systems.millenniumenheter.pages.policies import POLICIES as PAGE_POLICIES
from harness.systems.millenniumenheter.pages.routes import PAGES
from harness.systems.millenniumenheter.policies import PARAMETERS, POLICIES
from harness.systems.millenniumenheter.routes import ROUTES
from harness.systems.millenniumenheter.rules import NAME, answer_choice, answer_units
from harness.systems.millenniumenheter.state import CatalogueState


def define_system() -> System:
    return System(
        name=NAME,
        title="Millenniumenheter",
        create_state=lambda _document: CatalogueState(),
        routes=ROUTES,
        pages=PAGES,
        parameters=PARAMETERS,
        policies=(*POLICIES, *PAGE_POLICIES),
        answers={"systemval": answer_choice, "enheter": answer_units},
    )
