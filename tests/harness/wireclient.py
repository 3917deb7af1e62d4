"""A client that speaks to the simulator in-process, and holds every answer to its contract."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import jsonschema_rs
import yaml

import harness.contracts

CONTRACTS = Path(next(iter(harness.contracts.__path__)))
# Where each contract's paths begin; the world is one segment.
PREFIXES = {
    "samsa": ("v", "*", "samsa"),
    "samvy": ("v", "*", "samvy"),
    "pu": ("v", "*", "pu"),
    "kommunsystem": ("v", "*", "kommunsystem"),
    "melior": ("v", "*", "melior"),
    "avvikelser": ("v", "*", "avvikelser"),
    "millenniumenheter": ("v", "*", "enheter"),
    "integration": ("v", "*", "integration"),
    "styrning": (),
}


_JSON = ("application/json", "application/problem+json")


@cache
def contract(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((CONTRACTS / f"{name}.yaml").read_text())
    return loaded


@cache
def validator(name: str, path: str, method: str, status: str, media: str) -> Any:
    """The schema of one answer; KeyError when the contract does not have that answer."""
    answer = contract(name)["paths"][path][method]["responses"][status]
    schema = {**answer["content"][media]["schema"], "components": contract(name)["components"]}
    return jsonschema_rs.validator_for(schema, validate_formats=True)


def find_operation(method: str, path: str) -> tuple[str, str] | None:
    """The contract and path template of an address; None when no contract has it."""
    segments = path.strip("/").split("/")
    for name, prefix in PREFIXES.items():
        if not _fits(prefix, segments[: len(prefix)]):
            continue
        rest = segments[len(prefix) :]
        for template, operations in contract(name)["paths"].items():
            parts = template.strip("/").split("/")
            wanted = ["*" if part.startswith("{") else part for part in parts]
            if method.lower() in operations and _fits(wanted, rest):
                return name, template
    return None


def _fits(template: list[str] | tuple[str, ...], segments: list[str]) -> bool:
    return len(template) == len(segments) and all(
        part in ("*", segment) for part, segment in zip(template, segments, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    media: str
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def code(self) -> str:
        """The code of a refusal, whichever system gave it."""
        return str(self.json.get("kod") or self.json.get("code"))

    @property
    def text(self) -> str:
        return str(self.json.get("fel") or self.json.get("detail"))


@dataclass(slots=True)
class WireClient:
    """Calls an ASGI app that never waits for anything, which is what the simulator is."""

    app: Callable[..., Coroutine[Any, Any, None]]
    seen: set[tuple[str, str, int]] = field(default_factory=set)

    def call(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, str] | None = None,
    ) -> Answer:
        raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        sent: list[dict[str, Any]] = []
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "path": path,
            "raw_path": quote(path).encode(),
            "root_path": "",
            "scheme": "http",
            "query_string": urlencode(query or {}).encode(),
            "headers": [(k.lower().encode(), v.encode()) for k, v in (headers or {}).items()],
            "server": ("prov", 80),
            "client": ("prov", 1),
            "app": self.app,
        }

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": raw, "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        _run(self.app(scope, receive, send))
        media = dict(sent[0]["headers"]).get(b"content-type", b"").decode().partition(";")[0]
        answer = Answer(sent[0]["status"], media, b"".join(part.get("body", b"") for part in sent[1:]))
        self._hold_to_contract(method, path, answer)
        return answer

    def _hold_to_contract(self, method: str, path: str, answer: Answer) -> None:
        found = find_operation(method, path)
        if found is None:
            return
        name, template = found
        self.seen.add((f"{method} {name} {template}", answer.media, answer.status))
        schema = validator(name, template, method.lower(), str(answer.status), answer.media)
        schema.validate(answer.json if answer.media in _JSON else answer.body.decode())


def _run(coroutine: Coroutine[Any, Any, None]) -> None:
    try:
        coroutine.send(None)
    except StopIteration:
        return
    raise AssertionError("the simulator waited for something inside a request")
