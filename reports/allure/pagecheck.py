"""Holds a page that Allure drew against the results that belong on it.

Allure folds results together, leaves out what it cannot read, and says nothing. So the page is asked what it
shows: the numbers at its top and the scenarios of its tree, for all channels and for each of them.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec

from reports.allure.filed import Filed
from testdata.faults import Miljofel

_WIDGET: Final = re.compile(r'd\("widgets/((?:[^"/]+/)?(?:tree|statistic)\.json)","([A-Za-z0-9+/=]*)"\)')


def check_page(page: str, belonging: Sequence[Filed], *, name: str) -> None:
    """Demand that *page* shows exactly the results in *belonging*.

    Raises:
        Miljofel: it shows fewer, more or others, in all or in one of the channels.
    """
    widgets = {found.group(1): found.group(2) for found in _WIDGET.finditer(page)}
    for channel in ("", *sorted({result.channel for result in belonging} - {""})):
        wanted = sorted(result.id for result in belonging if channel in ("", result.channel))
        folder = f"{channel}/" if channel else ""
        total = _read(widgets, f"{folder}statistic.json").get("total", 0)
        shown = sorted(set(_leaves(_read(widgets, f"{folder}tree.json"))))
        if shown != wanted or total != len(wanted):
            within = f" i kanalen {channel}" if channel else ""
            foreign = len(set(shown).difference(wanted))
            also = f", varav {foreign} hör till en annan sida" if foreign else ""
            raise Miljofel(
                "Rapportsidan visar inte alla resultat, eller fel resultat.",
                expected=f"{len(wanted)} resultat{within}, de som hör till sidan",
                actual=f"{len(shown)} resultat i trädet{also}, {total} i siffrorna",
                where=name,
                next_step="En resultatfil kan vara skadad, eller två ha samma testCaseId, parametrar och kanal. "
                "Då slås de ihop: skilj dem åt.",
            )


def _read(widgets: Mapping[str, str], name: str) -> dict[str, Any]:
    """One of the documents that a page carries; empty when it carries none of that name."""
    return msgspec.json.decode(base64.b64decode(widgets.get(name, "")) or b"{}", type=dict[str, Any])


def _leaves(tree: Mapping[str, Any]) -> Iterator[str]:
    """The results that a reader reaches from the top of the tree."""
    waiting = [tree.get("root", {})]
    while waiting:
        group = waiting.pop()
        yield from group.get("leaves", ())
        waiting += (tree["groupsById"][name] for name in group.get("groups", ()))
