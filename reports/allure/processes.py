"""The processes of the verksamhet, as the folders under features name them."""

from __future__ import annotations

from typing import Final

from reports.selection import area_of

_TITLES: Final = {
    "in_utskrivning": "In- och utskrivning",
    "sip": "Samordnad individuell plan",
    "betaldagar": "Kommunernas betaldagar",
    "statistik": "Statistik och kommunrapporter",
    "reservnummer": "Reservnummer och identitet",
    "systemval": "Systemval och utrullning",
    "inkorgar": "Inkorgar och enhetskatalog",
    "bifogade_filer": "Bifogade filer",
    "avvikelser": "Avvikelser i samverkan",
    "driftstorning": "Driftstörning och reservrutin",
    "behorighet": "Behörighet",
    "migrering": "Migrering",
    "avveckling": "Avveckling",
    "laboratorium": "Laboratorium",
    "optioner": "Optioner",
    "integrationer": "Integrationer",
    "support": "Support",
    "prestanda": "Prestanda",
    "produktionsmiljo": "Produktionsmiljö",
}


def process_title(place: str) -> str:
    """The title of the process that a place belongs to; a folder without one shows its own name."""
    area = area_of(place)
    return _TITLES.get(area, area.replace("_", " ").capitalize() or "Övrigt")
