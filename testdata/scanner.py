"""Finds identities without proof in text: what must never be written down anywhere.

It looks for tokens, not for digits inside timestamps, hashes and longer numbers. It reads text
that it is given; which files to read is the caller's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from testdata.faults import Specifikationsfel
from testdata.identity.kinds import parse_identity
from testdata.identity.proof import proof_of
from testdata.identity.value import OID, Kind
from testdata.identity.written import mask
from testdata.model import PersonId

# A token does not begin inside a word, a decimal number or the last group of a UUID; but a letter of
# an escaped line break (\\n) or separator (%7C, %2F) is not part of a word.
_HEX = "[0-9a-fA-F]{4}"
_START = rf"(?:(?<![^\W_])(?<!\d\.)(?<!{_HEX}-{_HEX}-{_HEX}-)|(?<=\\[nrt])|(?<=%7[Cc])|(?<=%2[Ff])|(?<=%20))"
# Nor does it end inside a word or a decimal number, nor is it the first two groups of a UUID.
_END = rf"(?![^\W_])(?!\.\d)(?!-{_HEX}-)"
_GAP = r"[ \u00a0\u2010\u2011\u2013+-]?"
_DIGITS = rf"\d{{6}}(?:\d\d)?{_GAP}\d{{4}}"
_WITH_LETTERS = rf"\d{{8}}{_GAP}(?:[KMXkmx]\d{{3}}|[A-Za-z]{{2}}[0-9A-Za-z]\d)"
_TOKEN = re.compile(rf"{_START}(?:{_DIGITS}|{_WITH_LETTERS}){_END}")
_CENTURIES = ("18", "19", "20")


@dataclass(frozen=True, slots=True)
class Finding:
    """One identity without proof. ``token`` is as written; ``shown`` hides its end and may be printed."""

    line: int
    token: str
    shown: str
    kind: Kind


def find_unproved(text: str, today: date) -> Iterator[Finding]:
    """Every token of *text* that is a valid identity (right date and check digit) without proof.

    Ten digits are tried in the 1800s, 1900s and 2000s; one century with proof is enough. A
    reservnummer in small letters is found too.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        for match in _TOKEN.finditer(line):
            kind = _unproved_kind(match.group(), today)
            if kind is not None:
                yield Finding(number, match.group(), mask(match.group()), kind)


def find_invalid(text: str) -> Iterator[str]:
    """Every token of *text* with the shape of an identity that is none: no such date, or another check digit.

    It is nobody's. But whoever wrote it may have meant another.
    """
    for match in _TOKEN.finditer(text):
        bare = re.sub(r"[^0-9A-Za-z]", "", match.group())
        readings = [bare] if len(bare) == 12 else [century + bare for century in _CENTURIES]
        if not any(_identities(reading) for reading in readings):
            yield match.group()


def _unproved_kind(token: str, today: date) -> Kind | None:
    """The kind of an identity that lacks proof, or None: not an identity, or one with proof."""
    bare = re.sub(r"[^0-9A-Za-z]", "", token)
    readings = [bare] if len(bare) == 12 else [century + bare for century in _CENTURIES]
    valid = [identity for reading in readings for identity in _identities(reading)]
    if any(proof_of(PersonId(OID[kind], value), today) for kind, value in valid):
        return None
    return valid[0][0] if valid else None


def _identities(twelve: str) -> list[tuple[Kind, str]]:
    try:
        identity = parse_identity(twelve)
    except Specifikationsfel:
        return []
    return [(identity.kind, identity.value)]
