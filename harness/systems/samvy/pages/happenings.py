"""What can be registered in a plan from its page: one table, one row for each link under »Ny händelse«."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from harness.kernel.forms import FieldError, Form
from harness.systems.samvy import reported
from harness.systems.samvy.pages.shown import ROLES


@dataclass(frozen=True, slots=True)
class Receipt:
    """Kvittens of one besked, which the API does not call a happening."""

    besked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """``words`` is its link and its heading, ``asks`` the field of its form, ``done`` what is said afterwards.

    ``read`` raises FieldError.
    """

    words: str
    done: str
    read: Callable[[Form], reported.Handelse | Receipt]
    asks: Literal["", "insatser", "dag", "anledning", "besked"] = ""


def _read_needs(form: Form) -> reported.Handelse:
    chosen = [role for role in ROLES if role in form.all("insatser")]
    if not chosen:
        raise FieldError("insatser", "Kryssa i minst en insats.")
    return reported.BehovBedomt(chosen)


def _read_receipt(form: Form) -> Receipt:
    return Receipt(form.required("besked", "Välj vilket besked som ska kvitteras."))


HAPPENINGS: Mapping[str, Happening] = {
    "behov": Happening(
        words="Bedöm behov", done="Behovsbedömningen är registrerad.", asks="insatser", read=_read_needs
    ),
    "inskrivningsmeddelande": Happening(
        words="Skicka inskrivningsmeddelande",
        done="Inskrivningsmeddelandet är skickat.",
        asks="dag",
        read=lambda form: reported.Inskrivningsmeddelande(form.day("planerad_utskrivning", "Planerad utskrivning")),
    ),
    "planerad-utskrivning": Happening(
        words="Ändra planerad utskrivning",
        done="Den nya planerade utskrivningen är skickad.",
        asks="dag",
        read=lambda form: reported.PlaneradUtskrivningAndrad(form.day("planerad_utskrivning", "Planerad utskrivning")),
    ),
    "utskrivningsklarbedomning": Happening(
        words="Bedöm som utskrivningsklar",
        done="Bedömningen som utskrivningsklar är registrerad.",
        read=lambda _: reported.UtskrivningsklarBedomd(),
    ),
    "utskrivningsklar": Happening(
        words="Meddela utskrivningsklar",
        done="Beskedet om utskrivningsklar är skickat.",
        read=lambda _: reported.UtskrivningsklarMeddelad(),
    ),
    "atertagande": Happening(
        words="Återta utskrivningsklar",
        done="Utskrivningsklar är återtagen.",
        read=lambda _: reported.UtskrivningsklarAtertagen(),
    ),
    "utskrivning": Happening(
        words="Skriv ut", done="Utskrivningsmeddelandet är skickat.", read=lambda _: reported.Utskriven()
    ),
    "avslut": Happening(
        words="Avsluta vårdplaneringen",
        done="Vårdplaneringen är avslutad.",
        asks="anledning",
        read=lambda form: reported.Avslutad(form.text("anledning") or None),
    ),
    "kvittens": Happening(words="Kvittera besked", done="Beskedet är kvitterat.", asks="besked", read=_read_receipt),
}
