"""What a world can replace of the access log, and the parameter it needs."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy


class View(StrEnum):
    """What of a record somebody opens, as it stands on the wire."""

    VARDPLANERINGAR = "vardplaneringar"
    SAMORDNADE_PLANER = "samordnadePlaner"
    BESKED = "besked"
    HISTORIK = "historik"
    ATKOMSTER = "atkomster"


REVIEWERS: Parameter[list[str]] = Parameter(
    "samvy_granskarroller", list[str], "en lista med roller, till exempel loggranskare"
)
PARAMETERS = (REVIEWERS,)


def _each(_view: View) -> bool:
    return True


def _is_reviewer(role: str, reviewers: list[str]) -> bool:
    return role in reviewers


KEEPS_OPENING: Policy[Callable[[View], bool]] = Policy(
    id="samvy.atkomst.loggas",
    function=_each,
    source="PDL (2008:355) 4 kap. 3 §; AK-BEH-10",
    trust="B",
    description="Varje gång någon öppnar en persons uppgifter skrivs det i åtkomstloggen.",
)
MAY_REVIEW: Policy[Callable[[str, list[str]], bool]] = Policy(
    id="samvy.atkomst.granskas_av",
    function=_is_reviewer,
    source="Domänregel 2.22 (SAMSA:s roller, antagna också i Samvy); AK-BEH-07",
    trust="D",
    description="Åtkomstloggen läses bara av den som har en granskarroll.",
)
OPENS_CARE: Policy[Callable[[str, list[str]], bool]] = Policy(
    id="samvy.atkomst.granskare_ser_inte_vard",
    function=lambda role, reviewers: role not in reviewers,
    source="Domänregel 2.22; AK-BEH-07",
    trust="D",
    description="Den som granskar loggar öppnar inte patientens planer.",
)
POLICIES = (KEEPS_OPENING, MAY_REVIEW, OPENS_CARE)
