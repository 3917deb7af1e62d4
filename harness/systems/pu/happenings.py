"""Life events on the wire of the control plane. ``words`` is what the message picture says."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta, Struct

from harness.kernel.document import Identity, Protection

Text = Annotated[str, Meta(min_length=1)]
Kommunkod = Annotated[str, Meta(pattern=r"^[0-9]{4}$")]


class _Handelse(Struct, frozen=True, forbid_unknown_fields=True, tag_field="handelse"):
    words: ClassVar[str] = ""

    def values(self) -> dict[str, str]:
        """What of a person's data is new."""
        values: dict[str, str] = msgspec.structs.asdict(self)
        return values


class Flyttad(_Handelse, frozen=True, tag="flyttad"):
    words: ClassVar[str] = "Flyttad"
    kommunkod: Kommunkod
    adress: Text
    postnummer: Text
    ort: Text


class NyttNamn(_Handelse, frozen=True, tag="nytt_namn"):
    words: ClassVar[str] = "Nytt namn"
    fornamn: Text
    efternamn: Text


class NyIdentitet(_Handelse, frozen=True, tag="ny_identitet"):
    """The person's data are the same under the new identity. What is not said is as when Skatteverket gives a
    personnummer to somebody with samordningsnummer: each refers to the other, and the old one is avregistrerad.
    """

    words: ClassVar[str] = "Ny identitet"
    identitet: Identity
    nya_hanvisar: bool = True
    gamla_hanvisar: bool = True
    gamla_avregistreras: bool = True


class SkyddSatt(_Handelse, frozen=True, tag="skydd_satt"):
    words: ClassVar[str] = "Skydd satt"
    skydd: Protection


class SkyddHavt(_Handelse, frozen=True, tag="skydd_havt"):
    words: ClassVar[str] = "Skydd hävt"
    skydd: Protection


class Avliden(_Handelse, frozen=True, tag="avliden"):
    words: ClassVar[str] = "Avliden"


class DodsfallAterkallat(_Handelse, frozen=True, tag="dodsfall_aterkallat"):
    words: ClassVar[str] = "Dödsfall återkallat"


class Utvandrad(_Handelse, frozen=True, tag="utvandrad"):
    words: ClassVar[str] = "Utvandrad"


class Atervand(_Handelse, frozen=True, tag="atervand"):
    words: ClassVar[str] = "Återvänd"
    kommunkod: Kommunkod
    adress: Text
    postnummer: Text
    ort: Text


Handelse = (
    Flyttad | NyttNamn | NyIdentitet | SkyddSatt | SkyddHavt | Avliden | DodsfallAterkallat | Utvandrad | Atervand
)
happening: msgspec.json.Decoder[Handelse] = msgspec.json.Decoder(Handelse)
