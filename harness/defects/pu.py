"""Defects of the personuppgiftstjänst: links and who has a number.

:func:`list_untold` is not in the catalogue: everything there must be found by a scenario, and of that
no scenario is yet.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from harness.defects.defect import Defect, replace
from harness.kernel.document import Identity, Person
from harness.kernel.events import Fact
from harness.systems.pu.adt import EVENT
from harness.systems.pu.facts import IdentitiesLinked
from harness.systems.pu.kinds import VGR_OID
from harness.systems.pu.policies import (
    AFTER_UNLINK,
    AUTO_LINK,
    HEAD,
    INHERITS,
    IS_FREE,
    MAY_LINK,
    ROLE_LINKS,
    SAME_PERSON,
)

_SYSTEM = "Personuppgiftstjänsten"


def _as_it_comes(_is_secured: bool) -> bool:
    return True


def _whoever_asks(_role: str, _allowed: Collection[str]) -> bool:
    return True


def _whoever_has_the_number(_known: Person, _came: Person) -> bool:
    return True


def _one_step(pointers: Mapping[Identity, Identity], identity: Identity) -> Identity:
    return pointers.get(identity, identity)


def _own_only(own: frozenset[str], _chain: frozenset[str]) -> frozenset[str]:
    return own


def _keep_what_the_link_showed(_own: Person, head: Person) -> Person:
    return head


def _vgr_is_always_free(wanted: Identity, known: Collection[Identity]) -> bool:
    return wanted.oid == VGR_OID or IS_FREE.function(wanted, known)


def _when_one_refers(*, old_refers: bool, new_refers: bool, old_active: bool, new_active: bool) -> bool:
    return (old_refers or new_refers) and old_active != new_active


def _merges_what_is_linked(fact: Fact) -> str | None:
    return "A40" if isinstance(fact, IdentitiesLinked) else EVENT.function(fact)


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            SAME_PERSON,
            _whoever_has_the_number,
            id="pu-matchar-numret-ensamt",
            system=_SYSTEM,
            krav=("AK-INT-15", "AK-RES-15", "AK-RES-16"),
            description="PU tar den som kommer med numret för den som har det, vem hon än är.",
        ),
        replace(
            HEAD,
            _one_step,
            id="pu-tva-huvudidentiteter",
            system=_SYSTEM,
            krav=("AK-RES-18",),
            description="PU följer bara en koppling, så att en kedja av tre identiteter får två huvudidentiteter.",
        ),
        replace(
            INHERITS,
            _own_only,
            id="pu-skydd-arvs-inte",
            system=_SYSTEM,
            krav=("AK-RES-22",),
            description="Ett reservnummer som är kopplat till en skyddad person visas utan skydd.",
        ),
        replace(
            AFTER_UNLINK,
            _keep_what_the_link_showed,
            id="pu-isarkoppling-glommer",
            system=_SYSTEM,
            krav=("AK-RES-14",),
            description="När en koppling tas isär har reservnumret kvar den andra personens namn och adress.",
        ),
        replace(
            AUTO_LINK,
            _when_one_refers,
            id="pu-kopplar-ensidigt",
            system=_SYSTEM,
            krav=("AK-RES-17",),
            description="PU kopplar identiteter automatiskt fast bara den ena hänvisar till den andra.",
        ),
        replace(
            MAY_LINK,
            _as_it_comes,
            id="pu-kopplar-utan-sakerstalld",
            system=_SYSTEM,
            krav=("AK-RES-21",),
            description="PU kopplar identiteter utan att någon har säkerställt vem patienten är.",
        ),
        replace(
            ROLE_LINKS,
            _whoever_asks,
            id="pu-alla-roller-kopplar",
            system=_SYSTEM,
            krav=("AK-RES-21",),
            description="PU låter vem som helst koppla identiteter.",
        ),
    )


def list_untold() -> tuple[Defect, ...]:
    """What PU tells others, and what it does by itself."""
    return (
        replace(
            IS_FREE,
            _vgr_is_always_free,
            id="pu-vgr-nummer-ateranvands",
            system=_SYSTEM,
            krav=("AK-INT-15", "AK-RES-15"),
            description="PU delar ut ett nummer i VGR-format som någon redan har.",
        ),
        replace(
            EVENT,
            _merges_what_is_linked,
            id="pu-adt-koppling-som-sammanslagning",
            system=_SYSTEM,
            krav=("AK-RES-18",),
            description="En koppling berättas som ADT A40, som om journalerna hade slagits samman.",
        ),
    )
