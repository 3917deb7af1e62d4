"""What the catalogue knows of one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from steps.valuekinds import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One line of a feature that says the sentence: ``features/x.feature:12``, and the channels it is run in."""

    place: str
    channels: tuple[str, ...]

    @property
    def path(self) -> str:
        return self.place.rpartition(":")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sentence.

    ``text`` is the sentence without its keyword, as a reader sees it: ``patienten {alias} från {kommun}``.
    ``example`` is one that is used, or made of the examples of its fields. ``takes`` is ``tabell`` or
    ``text`` for a sentence that is followed by one, else empty. ``place`` is the definition's.
    """

    kind: str
    keyword: str
    text: str
    meaning: str
    details: str
    fields: tuple[Field, ...]
    takes: str
    example: str
    uses: tuple[Use, ...]
    place: str

    @property
    def sentence(self) -> str:
        return f"{self.keyword} {self.text}"

    @property
    def channels(self) -> tuple[str, ...]:
        """Where scenarios that use it are run."""
        return tuple(sorted({channel for use in self.uses for channel in use.channels}))

    @property
    def features(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(use.path for use in self.uses))


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The sentences of one module of definitions, under its heading."""

    name: str
    heading: str
    introduction: str
    entries: tuple[Entry, ...]
