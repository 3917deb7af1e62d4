"""What the results in a folder are filed under, read from the files themselves: what the pages are held against."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from testdata.scenario import CHANNELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One result file. ``id`` is the name Allure gives it in a page; a damaged file has none."""

    id: str
    test_type: str = ""
    channel: str = ""


def read_filed(results: Path) -> list[Filed]:
    """One for each result file, also for a damaged one: no page shows that, and the difference is noticed."""
    decoder = msgspec.json.Decoder(_Result)
    return [_read(path, decoder) for path in sorted(results.glob("*-result.json"))]


def channels_of(results: Iterable[Filed]) -> dict[str, str]:
    """The channels that occur in *results*, with what they are called, in the order of CHANNELS."""
    found = {result.channel for result in results} - {""}
    order = [*(name for name in CHANNELS if name in found), *sorted(found - CHANNELS.keys())]
    return {name: CHANNELS.get(name, name) for name in order}


def _read(path: Path, decoder: msgspec.json.Decoder[_Result]) -> Filed:
    try:
        result = decoder.decode(path.read_bytes())
    except msgspec.DecodeError:
        return Filed(id="")
    labels = {label.name: label.value for label in result.labels}
    # Not for security: Allure makes its ids so.
    shown = hashlib.md5(result.uuid.encode(), usedforsecurity=False).hexdigest()
    return Filed(id=shown, test_type=labels.get("testtyp", ""), channel=labels.get("kanal", ""))


class _Label(msgspec.Struct):
    name: str
    value: str


class _Result(msgspec.Struct):
    uuid: str
    labels: list[_Label]
