"""What came in on the wire: reading a body, and saying in Swedish what was wrong."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec
from starlette.requests import Request

T = TypeVar("T")

_PLACE = re.compile(r" - at `(?P<place>[^`]+)`$")
# The texts of msgspec, and what a testledare is told instead.
_TEXTS = (
    (re.compile(r"Object missing required field `([^`]+)`"), "fältet {0} saknas"),
    (re.compile(r"Object contains unknown field `([^`]+)`"), "fältet {0} är okänt"),
    (re.compile(r"Expected `([^`]+)`, got `([^`]+)`"), "väntade {0} men fick {1}"),
    (re.compile(r"Invalid enum value (.+)"), "värdet {0} är inte tillåtet"),
    (re.compile(r"Invalid value (.+)"), "värdet {0} är inte tillåtet"),
    (re.compile(r"Invalid RFC3339 encoded datetime"), "värdet är inte en tidpunkt"),
    (re.compile(r"Invalid ISO8601 .*|Invalid date"), "värdet är inte en dag (ÅÅÅÅ-MM-DD)"),
    (re.compile(r"Expected `datetime` with a timezone component"), "tidpunkten saknar tidszon"),
)
_TYPES = {
    "object": "ett objekt",
    "array": "en lista",
    "str": "text",
    "int": "ett heltal",
    "bool": "sant eller falskt",
    "null": "inget värde",
    "date": "en dag (ÅÅÅÅ-MM-DD)",
    "datetime": "en tidpunkt",
}


class UnreadableError(Exception):
    """A body or an address that does not follow the contract. The text is Swedish."""


def explain(wrong: msgspec.DecodeError) -> str:
    """One Swedish sentence for what msgspec says in English."""
    text = str(wrong)
    if not isinstance(wrong, msgspec.ValidationError):
        return "innehållet är inte giltig JSON i UTF-8."
    place = _PLACE.search(text)
    where = f" ({place['place']})" if place else ""
    for pattern, swedish in _TEXTS:
        if found := pattern.match(_PLACE.sub("", text)):
            return swedish.format(*(_swedish_type(group) for group in found.groups())) + where + "."
    return f"ett värde har fel form{where}."


def _swedish_type(name: str) -> str:
    return " eller ".join(_TYPES.get(part, part) for part in name.split(" | "))


async def read_body(request: Request, decoder: msgspec.json.Decoder[T]) -> T:
    """The body as its wire type.

    Raises:
        UnreadableError: it does not follow the contract.
    """
    try:
        return decoder.decode(await request.body())
    except msgspec.DecodeError as wrong:
        raise UnreadableError(f"Begäran går inte att läsa: {explain(wrong)}") from wrong
    except UnicodeDecodeError as wrong:
        raise UnreadableError("Begäran går inte att läsa: innehållet är inte giltig JSON i UTF-8.") from wrong


def read_query(request: Request, name: str) -> str:
    """A named value of the address.

    Raises:
        UnreadableError: it is missing or empty.
    """
    value = request.query_params.get(name)
    if not value:
        raise UnreadableError(f"Adressen saknar värdet {name}.")
    return value
