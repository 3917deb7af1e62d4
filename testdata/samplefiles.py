"""Files to attach, made from a seed of their own: what they are said to be, and what they are."""

from __future__ import annotations

from testdata.handling import NewFile

MEGABYTE = 1024 * 1024
_HEADS = {
    "pdf": b"%PDF-1.7\n",
    "jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    "png": b"\x89PNG\r\n\x1a\n",
    "docx": b"PK\x03\x04word/",
}
TYPES = tuple(_HEADS)
# The string that every malware scanner finds, in two parts: whole, it would make a scanner take this file.
_EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def sample(kind: str, size: int | None = None) -> NewFile:
    """A file that is what it says, of *size* bytes; without one, small."""
    head = _HEADS[kind]
    return NewFile(name=f"underlag.{kind}", type=kind, content=head.ljust(max(size or 0, len(head) + 64), b"."))


def disguised(kind: str) -> NewFile:
    """A program that says it is a *kind*."""
    return NewFile(name=f"underlag.{kind}", type=kind, content=b"MZ\x90\x00".ljust(128, b"\x00"))


def program() -> NewFile:
    return NewFile(name="underlag.exe", type="exe", content=b"MZ\x90\x00".ljust(128, b"\x00"))


def harmful(kind: str) -> NewFile:
    """A *kind* with the harmless test string of malware scanners in it."""
    return NewFile(name=f"underlag.{kind}", type=kind, content=_HEADS[kind] + _EICAR)
