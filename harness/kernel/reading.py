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
    (re.compile(r"Invalid RFC3339 encoded datetime$"), "värdet är inte en tidpunkt"),
    (re.compile(r"Invalid RFC3339 encoded date$"), "värdet är inte en dag (ÅÅÅÅ-MM-DD)"),
    (re.compile(r"Expected `array` of length >= (\d+)"), "listan ska ha minst {0} värden"),
    (re.compile(r"Expected `array` of length <= (\d+)"), "listan ska ha högst {0} värden"),
    (re.compile(r"Expected `str` of length"), "texten är tom"),
    (re.compile(r"Expected `str` matching"), "texten har inte den form som väntas"),
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


def _explain(english: str) -> str:
    """One Swedish sentence, without its capital, for what msgspec says in English."""
    place = _PLACE.search(english)
    where = f" ({place['place']})" if place else ""
    for pattern, swedish in _TEXTS:
        if found := pattern.match(_PLACE.sub("", english)):
            return swedish.format(*(_swedish_type(group) for group in found.groups())) + where + "."
    return f"ett värde har fel form{where}."


def _swedish_type(name: str) -> str:
    return " eller ".join(_TYPES.get(part, part) for part in name.split(" | "))


def decode(raw: bytes, decoder: msgspec.json.Decoder[T]) -> T:
    """*raw* as the type of *decoder*.

    Raises:
        UnreadableError: it does not follow the contract; the text says how.
    """
    try:
        return decoder.decode(raw)
    except msgspec.ValidationError as wrong:
        raise UnreadableError(_explain(str(wrong))) from wrong
    except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
        raise UnreadableError("innehållet är inte giltig JSON i UTF-8.") from wrong


async def read_body(request: Request, decoder: msgspec.json.Decoder[T]) -> T:
    """The body as its wire type.

    Raises:
        UnreadableError: it does not follow the contract.
    """
    try:
        return decode(await request.body(), decoder)
    except UnreadableError as wrong:
        raise UnreadableError(f"Begäran går inte att läsa: {wrong}") from wrong


def read_query(request: Request, name: str) -> str:
    """A named value of the address.

    Raises:
        UnreadableError: it is missing or empty.
    """
    value = request.query_params.get(name)
    if not value:
        raise UnreadableError(f"Adressen saknar värdet {name}.")
    return value
