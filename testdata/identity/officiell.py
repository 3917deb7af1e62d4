"""Proof 1 (officiell): Skatteverket's whole list of test numbers, as somebody has loaded it on this machine.

The list is not in the repository. It is read once, judged, and remembered outside it with its checksum.
Scenarios never draw from it: they must be the same on a machine that has no list.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testdata.faults import Specifikationsfel
from testdata.identity.kinds import parse_identity
from testdata.identity.rollista import rollista
from testdata.identity.rule import rule_numbers
from testdata.identity.value import Kind
from testdata.identity.written import mask
from testdata.model import PersonId

SOURCE = "Skatteverkets öppna data: testpersonnummer och testsamordningsnummer, hela listan"

_LIST, _ABOUT = "testnummer.txt", "testnummer.json"
_FIELDS = ("testpersonnummer", "testsamordningsnummer")
_TWELVE = re.compile(r"\d{12}")
_KINDS = (Kind.PERSONNUMMER, Kind.SAMORDNINGSNUMMER)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialList:
    """The numbers, and the sha256 of them sorted, one a line."""

    numbers: frozenset[PersonId]
    sha256: str


def numbers_in(text: str, where: str) -> Iterator[str]:
    """The twelve digits of every row of *text*: one number a line, or the JSON of the open-data API.

    Raises:
        Specifikationsfel: a row is something else; tells which, with its end hidden.
    """
    is_json = text.lstrip().startswith(("{", "["))
    words = _json_rows(text, where) if is_json else text.splitlines()
    for row, word in enumerate((word.strip().strip('"').replace("-", "") for word in words), start=1):
        is_heading = row == 1 and not is_json and not any(c.isdigit() for c in word)
        if is_heading or not (word or is_json):
            continue
        if not _TWELVE.fullmatch(word):
            raise _wrong(f"rad {row} är inget nummer med tolv siffror", mask(word), f"{where}, rad {row}")
        yield word


def _json_rows(text: str, where: str) -> list[str]:
    """The number of every row; a row without one is an empty text."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as fault:
        raise _wrong("den är inte hel JSON", f"stopp på rad {fault.lineno}", where) from None
    rows = document.get("results") if isinstance(document, dict) else document
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _wrong("den är JSON men har inga rader", "inget fält »results«", where)
    return [next((str(row[field]) for field in _FIELDS if field in row), "") for row in rows]


def judge(numbers: Iterable[str], where: str) -> OfficialList:
    """*numbers* as the official list.

    Raises:
        Specifikationsfel: a number is not valid, or the list lacks numbers that the published one has (those of the
            rule and of the rollista): it is then another list, or half of one.
    """
    found = set()
    for number in numbers:
        try:
            identity = parse_identity(number)
        except Specifikationsfel:
            raise _wrong("ett nummer har fel datum eller kontrollsiffra", mask(number), where) from None
        if identity.kind not in _KINDS:
            raise _wrong("ett nummer är varken personnummer eller samordningsnummer", mask(number), where)
        found.add(identity.person_id)
    values = {identity.value for identity in found}
    people = rule_numbers() | {role.number for role in rollista() if role.kind is Kind.PERSONNUMMER}
    if lacking := people - values:
        have = f"{len(found)} nummer; {len(lacking)} av de {len(people)} som ska vara med saknas"
        raise _wrong("listan är inte hela Skatteverkets lista", have, where)
    return OfficialList(numbers=frozenset(found), sha256=hashlib.sha256(_text(values)).hexdigest())


def remember(official: OfficialList, source: str) -> Path:
    """Keep *official* on this machine, outside the repository; an earlier one is replaced. Returns the file."""
    folder = memory()
    folder.mkdir(parents=True, exist_ok=True)
    _replace(folder / _LIST, _text({identity.value for identity in official.numbers}))
    about = {"kalla": source, "antal": len(official.numbers), "sha256": official.sha256}
    _replace(folder / _ABOUT, (json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode())
    remembered.cache_clear()
    return folder / _LIST


@cache
def remembered() -> OfficialList | None:
    """The list that was kept, or None.

    Raises:
        Specifikationsfel: the file is not what was kept: its checksum is another.
    """
    folder = memory()
    if not (folder / _ABOUT).is_file():
        return None
    content = (folder / _LIST).read_bytes() if (folder / _LIST).is_file() else b""
    about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
    if hashlib.sha256(content).hexdigest() != about["sha256"]:
        raise _wrong(
            "den sparade listan är ändrad eller skadad",
            "en annan kontrollsumma",
            str(folder / _LIST),
            next_step="Läs in listan på nytt med »provtryck patienter hamta«.",
        )
    numbers = frozenset(parse_identity(word).person_id for word in content.decode().split())
    return OfficialList(numbers=numbers, sha256=about["sha256"])


def memory() -> Path:
    """The folder of this user where the list is kept."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "provtryck"


def _text(numbers: Iterable[str]) -> bytes:
    return "".join(f"{number}\n" for number in sorted(numbers)).encode()


def _replace(path: Path, content: bytes) -> None:
    scratch = path.with_suffix(".ny")
    scratch.write_bytes(content)
    scratch.replace(path)


def _wrong(
    what: str, actual: str, where: str, *, next_step: str = "Hämta listan på nytt. Ingenting är sparat."
) -> Specifikationsfel:
    return Specifikationsfel(
        f"Listan med testnummer går inte att använda: {what}.",
        expected="Skatteverkets lista: ett testnummer med tolv siffror på varje rad, eller JSON från öppna data",
        actual=actual,
        where=where,
        krav="AK-RAM-05",
        next_step=next_step,
    )
