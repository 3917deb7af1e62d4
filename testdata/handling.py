"""What is done with a case beside its process, as frozen values. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from testdata.model import MessageKind


class CareForm(StrEnum):
    """What a patient is discharged to when it is not of her own will (LUS 4 kap. 1 § second paragraph)."""

    OPT = "öppen psykiatrisk tvångsvård"
    ORV = "öppen rättspsykiatrisk vård"


@dataclass(frozen=True, slots=True, kw_only=True)
class CareContact:
    """The fasta vårdkontakten. ``unit`` is an HSA-id; ``kept`` says that she was so already."""

    name: str
    unit: str
    kept: bool


class Remark(StrEnum):
    """What a case is marked with, as a warning or a deviation."""

    UTAN_VARDKONTAKT = "utskriven utan fast vårdkontakt"
    UTAN_SIP_SVAR = "utskriven utan svar på erbjudandet om SIP"
    SEN_INFORMATION = "utskriven utan utskrivningsinformation samma dag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """What a case shows beside its messages. ``parties`` are HSA-ids; ``sip_wanted`` is None until the patient answers.

    ``plan`` is what she gets: a SIP or a samordnad vårdplan.
    """

    care_contact: CareContact | None
    parties: frozenset[str]
    sip_wanted: bool | None
    remarks: frozenset[Remark]
    plan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One line of the sändlista. ``unit`` did ``what``; ``to`` is who got it. Units are HSA-ids."""

    at: datetime
    what: str
    unit: str
    to: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedMessage:
    """A message that ``unit`` (HSA-id) has sent back to its sender as felsänt."""

    kind: MessageKind
    unit: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file to attach. ``type`` is what it is said to be, such as ``pdf``."""

    name: str
    type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A file as the case lists it: ``size`` in bytes, ``sha256`` in hex, ``uploaded_by`` the name of who did."""

    name: str
    size: int
    sha256: str
    unit: str
    uploaded_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One row of the read log: who (HSA-id) at which unit read ``what``, and when."""

    at: datetime
    unit: str
    staff: str
    what: str
