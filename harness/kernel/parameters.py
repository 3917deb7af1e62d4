"""Rule parameters: a system declares what it needs, a world supplies it, nobody has a default."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

import msgspec

from harness.kernel.control_error import ControlError
from harness.kernel.policies import Leanings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parameter(Generic[T]):
    """A parameter that a system reads. ``shape`` is a type msgspec understands; ``meaning`` is Swedish."""

    id: str
    shape: Any
    meaning: str


class ParameterSet:
    """The parameters of one world, checked when it was created."""

    def __init__(self, values: Mapping[str, object], classes: Mapping[str, str], leanings: Leanings) -> None:
        self._values = values
        self._classes = classes
        self._leanings = leanings

    def everything(self) -> Mapping[str, tuple[object, str]]:
        """Value and class of trust by id, to show: nothing is leaned on."""
        return {name: (value, self._classes[name]) for name, value in sorted(self._values.items())}

    def read(self, parameter: Parameter[T]) -> T:
        """The value of *parameter*. What is read is leaned on."""
        self._leanings.note(parameter.id, self._classes[parameter.id])
        return cast(T, self._values[parameter.id])


def check_parameters(supplied: Mapping[str, object], needed: Iterable[tuple[str, Parameter[Any]]]) -> dict[str, object]:
    """The values that the systems need, converted to their shapes.

    Args:
        supplied: what landscape and world document give, by id.
        needed: pairs of system title and parameter.

    Raises:
        ControlError: one is missing or has the wrong shape; the text names parameter, system and remedy.
    """
    values: dict[str, object] = {}
    for system, parameter in needed:
        if parameter.id not in supplied:
            raise ControlError(
                "parameter_saknas",
                f"Parametern {parameter.id} saknas, och {system} kan inte svara utan den ({parameter.meaning}).",
                remedy=f'Ange "{parameter.id}" under "parametrar" i landskapet eller i världens dokument.',
            )
        values[parameter.id] = _convert(supplied[parameter.id], parameter, system)
    return values


def _convert(value: object, parameter: Parameter[Any], system: str) -> object:
    try:
        converted: object = msgspec.convert(value, parameter.shape)
    except msgspec.ValidationError as wrong:
        raise ControlError(
            "parameter_fel_varde",
            f"Parametern {parameter.id} har värdet {value!r}, som {system} inte kan använda.",
            remedy=f'Ange {parameter.meaning} för "{parameter.id}".',
        ) from wrong
    return converted
