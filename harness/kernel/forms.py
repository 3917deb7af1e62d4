"""What came in from a form on a page, and saying in Swedish which field was wrong."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request


class FieldError(Exception):
    """A field that cannot be used. ``field`` is its name in the form; ``text`` is Swedish."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(text)
        self.field = field
        self.text = text


class Form:
    """The fields of a form that was sent, or of an address."""

    def __init__(self, encoded: str = "") -> None:
        self._fields = parse_qs(encoded, keep_blank_values=True)

    @property
    def names(self) -> list[str]:
        return list(self._fields)

    def text(self, name: str) -> str:
        """The value without blanks around it; an empty string when the field is missing."""
        return self._fields.get(name, [""])[-1].strip()

    def all(self, name: str) -> list[str]:
        """Every value of a field that may be ticked more than once."""
        return self._fields.get(name, [])

    def required(self, name: str, text: str) -> str:
        """
        Raises:
            FieldError: the field is empty; *text* says what to do.
        """
        value = self.text(name)
        if not value:
            raise FieldError(name, text)
        return value

    def day(self, name: str, label: str) -> date:
        """
        Raises:
            FieldError: the field is not a day that exists; *label* is what the page calls it.
        """
        text = self.text(name)
        try:
            return msgspec.convert(text, date)  # stricter than Python's own: no other way of writing a day
        except msgspec.ValidationError as wrong:
            shown = f"»{text}« är inte en dag som finns." if text else "Dagen saknas."
            raise FieldError(name, f"{label}: {shown} Skriv den som ÅÅÅÅ-MM-DD.") from wrong


async def read_form(request: Request) -> Form:
    """The fields of a form that a page of this very server has sent.

    Raises:
        HTTPException: the browser says that another site sent it (403).
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403)
    return Form((await request.body()).decode("utf-8", "replace"))


def read_address(request: Request) -> Form:
    """The fields of a form that was sent as an address."""
    return Form(request.url.query)
