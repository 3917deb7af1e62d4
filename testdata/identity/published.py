"""Proof 6 (publicerat exempel): identities printed in public documents, one by one with their source.

For tests of the validators only: nobody in a scenario has one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from testdata.identity.value import OID, Kind
from testdata.model import PersonId
from testdata.tables import read_table

_TABLE = Path(__file__).with_name("published.csv")
_COLUMNS = ("slag", "nummer", "giltig", "kalla")


def source_of(identity: PersonId) -> str:
    """Where *identity* is printed, or an empty string."""
    return _sources().get((identity.oid, identity.value), "")


@cache
def examples() -> tuple[tuple[Kind, str, bool, str], ...]:
    """(kind, number, valid, source) of every example, the deliberately obsolete ones included."""
    return tuple(
        (Kind(row["slag"]), row["nummer"], row["giltig"] == "ja", row["kalla"]) for row in read_table(_TABLE, _COLUMNS)
    )


@cache
def _sources() -> dict[tuple[str, str], str]:
    return {(OID[kind], number): source for kind, number, _, source in examples()}
