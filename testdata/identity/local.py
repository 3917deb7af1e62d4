"""Local reservnummer of others: told apart by their OID, checked as far as their form is known.

The same characters under two OIDs are two identities (AK-RES-16). The number of an LMA-kort is not here: neither
its form nor its OID is published, so there is nothing to check. None of these has proof, so none of them may be a
person of a scenario outside the simulator.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testdata.faults import Specifikationsfel
from testdata.identity.luhn import check_digit
from testdata.identity.value import calendar_day
from testdata.model import PersonId
from testdata.tables import read_table

_TABLE = Path(__file__).with_name("lokala.csv")
_COLUMNS = ("oid", "utgivare", "form", "kalla")
_GRID = re.compile(r"\d{8}[ABCDEFHJLNPRSTUVWY]\d{3}", re.IGNORECASE)
_STOCKHOLM = re.compile(r"99\d{10}")
_CARELINK = re.compile(r"\d{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who hands out local numbers under ``oid``. ``form`` is empty where it is not published."""

    oid: str
    name: str
    form: str
    source: str


@cache
def issuers() -> Mapping[str, Issuer]:
    """Every known issuer by its OID; VGR, whose numbers have a module of their own, is not among them."""
    return {
        row["oid"]: Issuer(oid=row["oid"], name=row["utgivare"], form=row["form"], source=row["kalla"])
        for row in read_table(_TABLE, _COLUMNS)
    }


def check_local(identity: PersonId) -> Issuer:
    """The issuer of *identity*, if its number has the form that this issuer uses.

    Raises:
        Specifikationsfel: nobody we know has the OID, or the number has another form.

    Source:
        Inera, Lokala Reservidn 1.2. Class B; where no form is published every number passes.
    """
    issuer = issuers().get(identity.oid)
    if issuer is None:
        raise _refuse(identity, "ingen känd utgivare har OID:t", "OID för en utgivare i lokala.csv", "AK-RES-04")
    if issuer.form and not _FORMS[issuer.form](identity.value):
        raise _refuse(identity, f"numret har inte den form som {issuer.name} använder", issuer.source, "AK-RES-16")
    return issuer


def is_grid(text: str) -> bool:
    """Whether *text* can only be an old reserv-id of VGR (GRID), which must not be used.

    K, M and X are left out: with them it may as well be a number in VGR-format with a mistake in it.
    """
    return _GRID.fullmatch("".join(text.split())) is not None


def refuse_grid(text: str) -> Specifikationsfel:
    """The fault for a GRID: it says what to do instead (AK-RES-08; domain rules 4.6, 4.7)."""
    return Specifikationsfel(
        f"'{text[:8]}****' är ett gammalt reserv-id (GRID), inte VGR-format.",
        expected="ett nationellt reservnummer eller ett reservnummer i VGR-format",
        actual="GRID",
        krav="AK-RES-08",
        next_step="Ta ut ett nytt reservnummer och koppla det till patienten.",
    )


def _is_stockholm(value: str) -> bool:
    """99yyyyNNNNNC, with a Luhn digit from position 5 on."""
    return _STOCKHOLM.fullmatch(value) is not None and _digit_fits(value[4:])


def _is_carelink(value: str) -> bool:
    """yyyymmxxNNNC, where xx is 32-59, so that it is no day."""
    if _CARELINK.fullmatch(value) is None or not 32 <= int(value[6:8]) <= 59:
        return False
    return calendar_day(value[:4], value[4:6], "1") is not None


def _digit_fits(digits: str) -> bool:
    return int(digits[-1]) == check_digit([int(c) for c in digits[:-1]])


_FORMS: Mapping[str, Callable[[str], bool]] = {"stockholm": _is_stockholm, "carelink": _is_carelink}


def _refuse(identity: PersonId, reason: str, expected: str, krav: str) -> Specifikationsfel:
    return Specifikationsfel(
        f"Reservnumret '{identity.value[:-4]}****' går inte att använda: {reason}.",
        expected=expected,
        actual=f"OID {identity.oid}",
        krav=krav,
        next_step="Rätta OID:t eller numret, eller ta ut ett nationellt reservnummer.",
    )
