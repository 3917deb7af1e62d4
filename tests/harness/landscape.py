"""A small landscape and a few people, for the simulator's own tests.

Every number follows architecture D12, proof 2: births 1991-1993 have serial 238 (woman) and 239
(man) every day of Skatteverket's published list.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

PERSONNUMMER = "1.2.752.129.2.1.3.1"
NRID = "1.2.752.74.9.1"

SAS, SU, SKAS = "SE0000000000-SAS", "SE0000000000-SU", "SE0000000000-SKAS"
VC_BORAS, VC_GOTEBORG, VC_SKOVDE = "SE0000000000-VCB", "SE0000000000-VCG", "SE0000000000-VCS"
HSV_BORAS, HSV_GOTEBORG = "SE0000000000-KHVB", "SE0000000000-KHVG"
SOC_BORAS, SOC_GOTEBORG = "SE0000000000-SOCB", "SE0000000000-SOCG"
HSV_SKOVDE, SOC_SKOVDE = "SE0000000000-KHVS", "SE0000000000-SOCS"

PARTIES_BORAS = {"kommunal_hsv": HSV_BORAS, "socialtjanst": SOC_BORAS, "oppenvard": VC_BORAS}
PARTIES_GOTEBORG = {"kommunal_hsv": HSV_GOTEBORG, "socialtjanst": SOC_GOTEBORG, "oppenvard": VC_GOTEBORG}
PARTIES_SKOVDE = {"kommunal_hsv": HSV_SKOVDE, "socialtjanst": SOC_SKOVDE, "oppenvard": VC_SKOVDE}

CODE = "123456"

_PARTS = {
    "SAS": ("slutenvård", "södra", None, "sjukhus:SÄS"),
    "SU": ("slutenvård", "västra", None, "sjukhus:SU"),
    "SKAS": ("slutenvård", "östra", None, "sjukhus:SkaS"),
    "VCB": ("regional öppenvård", "södra", None, "primarvard"),
    "VCG": ("regional öppenvård", "västra", None, "primarvard"),
    "VCS": ("regional öppenvård", "östra", None, "primarvard"),
    "KHVB": ("kommunal hälso- och sjukvård", "södra", "1490", "kommun"),
    "KHVG": ("kommunal hälso- och sjukvård", "västra", "1480", "kommun"),
    "KHVS": ("kommunal hälso- och sjukvård", "östra", "1496", "kommun"),
    "SOCB": ("socialtjänst", "södra", "1490", "kommun"),
    "SOCG": ("socialtjänst", "västra", "1480", "kommun"),
    "SOCS": ("socialtjänst", "östra", "1496", "kommun"),
}
_PLAN = (
    (1, "södra", "2022-03-08", "primarvard:1"),
    (1, "södra", "2022-03-22", "primarvard:2"),
    (1, "södra", "2022-04-05", "sjukhus:SÄS"),
    (2, "västra", "2023-02-28", "primarvard:1"),
    (2, "västra", "2023-03-14", "sjukhus:Sjukhusen i väster"),
    (2, "västra", "2023-04-18", "sjukhus:SU"),
    (2, "västra", "2023-05-09", "primarvard:3"),
    (3, "östra", "2023-11-07", "sjukhus:SkaS"),
    (3, "östra", "2023-11-07", "primarvard:1"),
    (3, "östra", "2023-12-05", "primarvard:2"),
)
_PARAMETERS: dict[str, tuple[object, str]] = {
    "inskrivningsmeddelande_frist_timmar": (24, "B"),
    "systemval_regel": ("alla", "D"),
    "kommun_driftsatt_fran": ({}, "D"),
    "vc_grupp": ({}, "D"),
    "vc_grupp_annars": (1, "D"),
    "aterta_summera": (False, "D"),
    "fil_max_mb": (1 / 128, "D"),
    "filtyper": (["pdf", "png", "jpg", "docx"], "D"),
    "filer_per_meddelande_max": (2, "D"),
    "samsa_begransade_roller": (
        {
            "läsbehörig": ["läsa"],
            "rapportanalytiker": ["analysera rapporter"],
            "ärendeavslutare": ["läsa", "avsluta"],
            "loggranskare": ["granska loggar"],
        },
        "D",
    ),
    "samsa_laslage_fran": ("aldrig", "D"),
    "samsa_stangd_fran": ("aldrig", "D"),
    "adt_vardtillfalle_till_samsa": (False, "D"),
    "rpa_fortsatter_efter_fel": (True, "D"),
    "samsa_arende_pagar_fordrojning_s": (0, "D"),
    "integration_omforsok_s": (300, "D"),
    "sip_kallelse_frist_dagar": (3, "B"),
    "sip_vid_avbrott": ("stoppa", "D"),
    "samvy_granskarroller": (["loggranskare"], "D"),
    "sip_barn_samtycker_fran_ar": (15, "D"),
    "sammanslagning_kraver_koppling": (False, "D"),
    "enhetsandringar": ({}, "D"),
    "okvitterat_larm_timmar": (24, "D"),
    "delade_inkorgar": ({}, "D"),
    "identiteter_for_kanda_personer": (["1.2.752.129.2.1.3.1", "1.2.752.129.2.1.3.3"], "D"),
    "integration_forsok_max": (12, "D"),
    "samsa_stoppar_arende_for_samvy": (True, "D"),
    "identitet_andrad_fordrojning_s": (3, "D"),
    "kommunsystem_reservnummer_oid": ("1.2.752.113.11.0.2.1.1.1", "D"),
    "pu_koppling_roller": (["läkare", "sjuksköterska"], "D"),
    "pu_nrid_kopplas_till_nrid": (False, "D"),
    "pu_nrid_serie": (26, "D"),
    "pu_nrid_per_anrop_max": (50, "B"),
}


def doctor(unit: str) -> dict[str, str]:
    """Headers of a läkare at *unit*."""
    return {"X-Enhet": unit, "X-Medarbetare": f"{unit}L"}


def nurse(unit: str) -> dict[str, str]:
    """Headers of a sjuksköterska at *unit*."""
    return {"X-Enhet": unit, "X-Medarbetare": f"{unit}S"}


def landscape_document() -> dict[str, Any]:
    """A fresh copy, to use or to spoil."""
    units = [
        {"hsa_id": f"SE0000000000-{key}", "namn": f"Enhet {key}", "part": part, "omrade": area}
        | {"kommunkod": kommun, "plan": plan}
        for key, (part, area, kommun, plan) in _PARTS.items()
    ]
    roles = (("L", "läkare"), ("S", "sjuksköterska"))
    return {
        "schema": 1,
        "kommuner": [
            {"kod": "1490", "namn": "Borås", "delregion": "Södra Älvsborg", "omrade": "södra"},
            {"kod": "1480", "namn": "Göteborg", "delregion": "Göteborgsområdet", "omrade": "västra"},
            {"kod": "1496", "namn": "Skövde", "delregion": "Skaraborg", "omrade": "östra"},
        ],
        "enheter": units,
        "medarbetare": [
            {"hsa_id": f"{unit['hsa_id']}{letter}", "namn": f"{role} på {unit['namn']}"}
            | {"roll": role, "enhet": unit["hsa_id"], "kod": CODE}
            for unit in units
            for letter, role in roles
        ],
        "utrullningsplan": [
            {"etapp": etapp, "omrade": area, "datum": day, "vad": what} for etapp, area, day, what in _PLAN
        ],
        "parametrar": {name: {"varde": value, "klass": trust} for name, (value, trust) in _PARAMETERS.items()},
    }


def freeze(document: dict[str, Any]) -> tuple[str, bytes]:
    """Checksum and bytes."""
    body = json.dumps(document, ensure_ascii=False, sort_keys=True).encode()
    return hashlib.sha256(body).hexdigest(), body


def personnummer(born: date, serial: int) -> str:
    """A test number with its check digit (Luhn over the nine digits after the century)."""
    nine = f"{born:%y%m%d}{serial}"
    total = sum(sum(map(int, str(int(digit) * (2 - place % 2)))) for place, digit in enumerate(nine))
    return f"{born:%Y%m%d}{serial}{-total % 10}"


ASTRID = personnummer(date(1991, 5, 6), 238)
BERTIL = personnummer(date(1992, 7, 8), 239)
CECILIA = personnummer(date(1993, 9, 10), 238)


def person(number: str, *, oid: str = PERSONNUMMER, **changed: object) -> dict[str, Any]:
    """A person as the personuppgiftstjänst shows her."""
    return {
        "identiteter": [{"oid": oid, "id": number}],
        "fornamn": "Test",
        "efternamn": "Testsson",
        "fodd": "1991-05-06",
        "kon": "kvinna",
        "kommunkod": "1490",
        "adress": "Provgatan 1",
        "postnummer": "500 00",
        "ort": "Borås",
        **changed,
    }


def world_document(**changed: object) -> dict[str, Any]:
    """A world the day before södra goes live, so that its cases belong in SAMSA."""
    return {
        "schema": 1,
        "landskap": freeze(landscape_document())[0],
        "start": "2022-04-04T10:00:00+02:00",
        "fro": 1,
        "personer": [person(ASTRID), person(BERTIL), person(CECILIA)],
        "parametrar": {},
        "defekter": [],
        **changed,
    }
