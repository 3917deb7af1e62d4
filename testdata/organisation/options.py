"""The three tables that no source gives: when a kommun goes live, which group a vårdcentral is in, what a kommun chose.

They are ours (class D) wherever they come from, antaganden.toml or a scenario. Here they are judged, before the
simulated systems are given them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from testdata.faults import Specifikationsfel
from testdata.model import Part
from testdata.organisation.enheter import unit_with_hsa_id
from testdata.organisation.kommuner import kommun_with_code
from testdata.parameters import parameter

TRUST = "D"
INFORMATION, ELEVHALSA, KOMMUNAL_HSV = 1, 2, 3
"""Informationsutbyte mellan vårdgivare, IT-stöd för elevhälsa, IT-stöd för kommunal HSV (domain rules 6.5)."""

_OPTIONS = frozenset({INFORMATION, ELEVHALSA, KOMMUNAL_HSV})
_GROUPS = (1, 2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """A value that nobody has decided. ``parameter`` is where it stands and ``trust`` is always D."""

    value: Any
    parameter: str
    trust: str = TRUST


def kommun_options(code: str, table: Mapping[str, Any] | None = None) -> Assumed:
    """The options of the kommun with kommunkod *code*; option 1 alone, where *table* (else the parameter) is silent.

    Raises:
        Specifikationsfel: an unknown kommun or option, or options without option 1, which cannot stand alone.

    Source:
        AK-OPT-08, AK-OPT-09. Seed 000: 2 and 3 are additions to 1. Which kommun chose what is not published.
    """
    kommun = kommun_with_code(code)
    chosen = frozenset(_table("kommun_option", table).get(code, (INFORMATION,)))
    if unknown := chosen - _OPTIONS:
        raise _wrong("kommun_option", f"{kommun.namn} har option {_listed(unknown)}", "optionerna 1, 2 och 3")
    if INFORMATION not in chosen:
        actual = f"{kommun.namn} har {_listed(chosen)}" if chosen else f"{kommun.namn} har ingen option"
        raise _wrong("kommun_option", actual, "option 1, ensam eller med 2 och 3")
    return Assumed(value=chosen, parameter="kommun_option")


def kommun_live_from(code: str, table: Mapping[str, Any] | None = None) -> Assumed | None:
    """The day that is stated for the kommun with kommunkod *code*; None where it follows its område.

    Raises:
        Specifikationsfel: an unknown kommun, or no day.
    """
    kommun = kommun_with_code(code)
    stated = _table("kommun_driftsatt_fran", table).get(code)
    if stated is None:
        return None
    try:
        return Assumed(value=date.fromisoformat(str(stated)), parameter="kommun_driftsatt_fran")
    except ValueError:
        actual = f"{kommun.namn} har »{stated}«"
        raise _wrong("kommun_driftsatt_fran", actual, "en dag, skriven ÅÅÅÅ-MM-DD") from None


def group_of(hsa_id: str, table: Mapping[str, Any] | None = None) -> Assumed:
    """The primärvårdsgrupp of the vårdcentral with *hsa_id*; the parameter ``vc_grupp_annars`` where none is stated.

    Raises:
        Specifikationsfel: an unknown unit, one that is no primärvård, or a group that does not exist.
    """
    unit = unit_with_hsa_id(hsa_id)
    if unit.part is not Part.OPPENVARD or unit.plan != "primarvard":
        raise _wrong("vc_grupp", f"{unit.name} ({unit.part}) är ingen primärvård", "en vårdcentral eller rehab")
    groups = _table("vc_grupp", table)
    if hsa_id not in groups:
        return Assumed(value=parameter("vc_grupp_annars").default, parameter="vc_grupp_annars")
    if groups[hsa_id] not in _GROUPS:
        raise _wrong("vc_grupp", f"{unit.name} har grupp {groups[hsa_id]}", f"grupp {_listed(_GROUPS)}")
    return Assumed(value=groups[hsa_id], parameter="vc_grupp")


def check_tables() -> None:
    """Read every row of the three tables in antaganden.toml.

    Raises:
        Specifikationsfel: one of them means nothing.
    """
    for name, read in (
        ("kommun_option", kommun_options),
        ("kommun_driftsatt_fran", kommun_live_from),
        ("vc_grupp", group_of),
    ):
        for key in parameter(name).default:
            read(key)


def _table(name: str, given: Mapping[str, Any] | None) -> Mapping[str, Any]:
    table: Mapping[str, Any] = parameter(name).default if given is None else given
    return table


def _listed(numbers: Any) -> str:
    return ", ".join(str(number) for number in sorted(numbers))


def _wrong(name: str, actual: str, expected: str) -> Specifikationsfel:
    return Specifikationsfel(
        f"Tabellen {name} går inte att använda: {actual}.",
        expected=expected,
        actual=actual,
        where="antaganden.toml",
        krav="AK-OPT-08" if name == "kommun_option" else "AK-SYS-12",
        next_step=f"Rätta raden i {name}. Värdet är vårt eget antagande (klass D): ingen källa ger det.",
    )
