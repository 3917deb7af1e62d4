"""Pages as a browser without scripts meets them: a client that keeps one cookie, and the page taken apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

import pytest
from wireclient import WireClient

_VOID = {"meta", "link", "input", "br"}


@dataclass(slots=True, eq=False)
class Element:
    """One element of a page, with its attributes and what is inside it."""

    tag: str
    attributes: Mapping[str, str]
    inside: list[Element | str] = field(default_factory=list)

    def all(self, tag: str = "", **wanted: str) -> Iterator[Element]:
        """Every element below with that tag and those attributes (``for_`` is ``for``)."""
        for each in self.inside:
            if isinstance(each, Element):
                fits = all(each.attributes.get(name.strip("_")) == value for name, value in wanted.items())
                if fits and tag in ("", each.tag):
                    yield each
                yield from each.all(tag, **wanted)

    def one(self, tag: str = "", **wanted: str) -> Element:
        [found] = self.all(tag, **wanted)
        return found

    @property
    def text(self) -> str:
        parts = (each if isinstance(each, str) else each.text for each in self.inside)
        return " ".join("".join(parts).split())

    @property
    def terms(self) -> dict[str, str]:
        """The rows of the first description list inside."""
        rows = next(self.all("dl"))
        return {dt.text: dd.text for dt, dd in zip(rows.all("dt"), rows.all("dd"), strict=True)}

    def named(self, tag: str, name: str) -> Element:
        """The element that is labelled by a heading with that text."""
        labels = {each.attributes["id"]: each.text for each in self.all() if "id" in each.attributes}
        [found] = [e for e in self.all(tag) if labels.get(e.attributes.get("aria-labelledby", "")) == name]
        return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)


@dataclass(frozen=True, slots=True)
class Page:
    status: int
    headers: Mapping[str, str]
    html: str

    @property
    def root(self) -> Element:
        builder = _Builder()
        builder.feed(self.html)
        return builder.root

    @property
    def main(self) -> Element:
        return self.root.one("main")

    @property
    def location(self) -> str:
        return self.headers["location"]

    @property
    def alert(self) -> str:
        return self.root.one(role="alert").text


class Browser:
    """One person's browser, at one prefix: keeps a cookie and follows nothing by itself."""

    def __init__(self, client: WireClient, prefix: str, *, cookie: str) -> None:
        self._client = client
        self._cookie = cookie
        self.prefix = prefix
        self.token = ""

    def get(self, path: str) -> Page:
        return self._call("GET", path, b"")

    def post(self, path: str, form: Mapping[str, str | Sequence[str]] | None = None) -> Page:
        return self._call("POST", path, urlencode(form or {}, doseq=True).encode())

    def follow(self, answer: Page) -> Page:
        """The page that a 303 leads to."""
        assert answer.status == 303, answer.html
        return self.get(answer.location.removeprefix(self.prefix))

    def _call(self, method: str, path: str, body: bytes) -> Page:
        sent: list[dict[str, Any]] = []
        headers = [(b"accept", b"text/html"), (b"cookie", f"{self._cookie}={self.token}".encode())]
        address = f"{self.prefix}{path}"
        path, _, query = address.partition("?")
        scope = {"type": "http", "method": method, "path": path, "root_path": "", "query_string": query.encode()}
        scope |= {"headers": headers, "scheme": "http", "server": ("prov", 80), "app": self._client.app}

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        with pytest.raises(StopIteration):
            self._client.app(scope, receive, send).send(None)
        got = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        if "set-cookie" in got:
            self.token = SimpleCookie(got["set-cookie"])[self._cookie].value
        return Page(sent[0]["status"], got, b"".join(part.get("body", b"") for part in sent[1:]).decode())
