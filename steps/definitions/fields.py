"""The fields of our sentences: what a field may look like, and the value it becomes.

A field of a type matches only text of that shape, so that two sentences cannot both fit; whether the
text means anything (30 februari) is judged by the conversion, with a message of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from steps.dsl import handling_values, reasons, registry, values


@dataclass(frozen=True, slots=True)
class FieldType:
    """A field type as the parse library wants it: called with the text, and bearing its ``pattern``.

    ``prefix`` stands in the sentence before the value. It belongs to the field because editors take a sentence
    with a full stop for a regular expression, and then cannot complete it.
    """

    value: str
    prefix: str = ""

    @property
    def pattern(self) -> str:
        return re.escape(self.prefix) + self.value

    def __call__(self, text: str) -> str:
        return text.removeprefix(self.prefix)


TYPES: Mapping[str, FieldType] = {
    "Namn": FieldType(r"[^\W\d_][\w-]*"),
    "NyttNamn": FieldType(r"[^\W\d_][\w-]*"),
    "Ord": FieldType(r"[^\W\d_][\w-]*"),
    "Dag": FieldType(r"\d{4}-\d{1,2}-\d{1,2}"),
    "Kl": FieldType(r"\d{1,2}[.:]\d{2}", prefix="kl. "),
    "Klockslag": FieldType(r"\d{1,2}[.:]\d{2}"),
    "Tid": FieldType(r"(?:\d+ (?:dygn|timm(?:e|ar)|minut(?:er)?)(?:, | och )?)+"),
    "Antal": FieldType(r"(?:inget|ett|\d+) meddelanden?"),
    "Text": FieldType(r'[^"]+'),
    "Urval": FieldType(r"(?:över|under|mellan|född|kvinna|man|i|från|med|utan)\b(?!.* som ).*"),
}
"""``{alias:Namn}``, ``{alias:NyttNamn}`` (whom the sentence introduces), ``{system:Ord}``, ``{dag:Dag}``, ``{kl:Kl}``,
``{kl:Klockslag}`` (without kl.), ``{tid:Tid}``, ``{antal:Antal}``, ``{orsak:Text}``, ``{urval:Urval}`` (what is said of a patient who is chosen by it)."""

CONVERT: dict[str, Callable[[str], object]] = {
    "dag": values.day,
    "utskrivning": values.day,
    "driftstart": values.day,
    "kl": values.clock_time,
    "kommun": values.kommun,
    "enhet": values.unit,
    "sjukhus": values.unit,
    "avsandare": values.unit,
    "system": values.system,
    "antal": values.count,
    "fran": values.link_end,
    "till": values.link_end,
    "behov": values.needs,
    "meddelande": values.message,
    "lage": values.state,
    "roll": values.role,
    "skal": reasons.reason,
    "tid": values.duration,
    "person": values.persona,
    "urval": values.wanted,
    "mottagare": values.unit,
    "granskare": values.unit,
    "part": values.need,
    "brev": handling_values.letter,
    "vardform": handling_values.care_form,
    "planform": handling_values.plan_form,
    "anmarkning": handling_values.remark,
    "leverans": handling_values.delivery_state,
    "fil": handling_values.file,
    "vad": handling_values.what_is_read,
    "brist": handling_values.shortcoming,
    "kallade": values.unit_list,
    "siplage": handling_values.sip_state,
    "motesform": handling_values.meeting_form,
    "samtyckande": handling_values.consenting,
    "begarande": handling_values.requesting,
    "lucka": handling_values.gap,
    "nummerslag": registry.kind_of_number,
    "hanvisning": registry.referring,
}
"""The value of a field by its name, whatever sentence it stands in."""
