"""The terms of a world: its parameters and the policies that are replaced in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from harness.kernel.control_error import ControlError
from harness.kernel.document import WorldDocument
from harness.kernel.landscape import Landscape
from harness.kernel.parameters import check_parameters
from harness.kernel.system import Assembly

# A value that stands literally in a feature is stated there, whatever the landscape's value rests on.
STATED = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """``values`` and ``classes`` are parameters by id; ``replaced`` are functions by policy id."""

    values: Mapping[str, object]
    classes: Mapping[str, str]
    replaced: Mapping[str, Callable[..., Any]]


def settle_terms(document: WorldDocument, landscape: Landscape, assembly: Assembly) -> Terms:
    """
    Raises:
        ControlError: a parameter or a defect is unknown, missing or wrong.
    """
    supplied = {name: given.value for name, given in landscape.parameters.items()}
    classes: dict[str, str] = {name: given.trust for name, given in landscape.parameters.items()}
    known = {*supplied, *(parameter.id for _, parameter in assembly.needed)}
    for name, value in document.parameters.items():
        if name not in known:
            raise ControlError(
                "okand_parameter",
                f"Parametern {name} finns varken i landskapet eller i något system.",
                remedy=_suggest(name, known),
            )
        supplied[name] = value
        classes[name] = STATED
    return Terms(
        values=check_parameters(supplied, assembly.needed),
        classes=classes,
        replaced=_replaced(document, assembly),
    )


def _replaced(document: WorldDocument, assembly: Assembly) -> dict[str, Callable[..., Any]]:
    replaced: dict[str, Callable[..., Any]] = {}
    for name in document.defects:
        defect = assembly.defects.get(name)
        if defect is None:
            raise ControlError("okand_defekt", f"Defekten {name} finns inte.", remedy=_suggest(name, assembly.defects))
        if defect.policy in replaced:
            raise ControlError(
                "defekter_krockar",
                f"Två av defekterna ersätter samma regel ({defect.policy}).",
                remedy="Slå på en av dem i taget.",
            )
        replaced[defect.policy] = defect.function
    return replaced


def _suggest(name: str, known: Mapping[str, object] | set[str]) -> str:
    near = get_close_matches(name, sorted(known), n=3)
    return f"Menade du {' eller '.join(near)}?" if near else "Rätta stavningen eller ta bort raden."
