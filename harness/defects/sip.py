"""Defects of SIP in SAMSA and of samordnade planer in Samvy: the same rule done wrong in either."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from harness.defects.defect import Defect, replace
from harness.systems.samsa.sip import policies as samsa
from harness.systems.samvy.sip import policies as samvy


def _always(*_asked: object) -> bool:
    return True


def _never(*_asked: object) -> bool:
    return False


def _own_only(active: Collection[str]) -> bool:
    """Only what stands here counts: SAMSA writes the system behind a SIP of the other's."""
    return not [one for one in active if not one.endswith(("i Samvy", "(SAMSA)"))]


def _once(times: int) -> bool:
    return times == 0


def _not_the_school(part: str, _minor: bool) -> bool:
    return part != "elevhälsa"


def _only_with_consent(takes_part: bool, has_consent: bool) -> bool:
    return takes_part and has_consent


def _everybody_sees(_takes_part: bool, _has_consent: bool) -> bool:
    return True


def _in_the_room(_form: str) -> str:
    return "fysiskt"


def _by_telephone(_form: str) -> str:
    return "telefonmote"


def _the_patient(_by: str) -> str:
    return "patienten"


def _the_person(_by: str) -> str:
    return "individen"


def list_defects() -> tuple[Defect, ...]:
    return tuple(_all())


def _all() -> Iterator[Defect]:
    for name, title, rules in (("samsa", "SAMSA", samsa), ("samvy", "Samvy", samvy)):
        yield replace(
            samsa.CONSENT_GIVEN if rules is samsa else samvy.CONSENT,
            _always,
            id=f"{name}-sip-utan-samtycke",
            system=title,
            krav=("AK-SIP-01",),
            description=f"{title} kallar till SIP-möte fast samtycke saknas.",
        )
        yield replace(
            samsa.MAY_SUMMON if rules is samsa else samvy.INVITES,
            _always,
            id=f"{name}-vem-som-helst-kallar",
            system=title,
            krav=("AK-SIP-03",),
            description=f"Vid utskrivning låter {title} vem som helst kalla till SIP.",
        )
        yield replace(
            rules.OPPENVARD_CALLED,
            _always,
            id=f"{name}-sip-utan-oppenvard",
            system=title,
            krav=("AK-SIP-05",),
            description=f"{title} skickar kallelsen fast regionens öppenvård inte är kallad.",
        )
        yield replace(
            rules.CALLS_PRINCIPALS,
            _always,
            id=f"{name}-huvudman-bjuds-in",
            system=title,
            krav=("AK-SIP-06",),
            description=f"{title} låter en huvudmans enhet bjudas in i stället för att kallas.",
        )
        yield replace(
            samsa.MAY_START if rules is samsa else samvy.OPENS,
            _always,
            id=f"{name}-dubbla-sip",
            system=title,
            krav=("AK-SIP-08",),
            description=f"{title} startar en SIP till för den som redan har en.",
        )
        yield replace(
            samsa.MAY_START if rules is samsa else samvy.OPENS,
            _own_only,
            id=f"{name}-ser-bara-egna-sip",
            system=title,
            krav=("AK-SIP-08",),
            description=f"{title} startar en SIP fast personen har en i det andra systemet.",
        )
        yield replace(
            rules.MAY_FOLLOW_UP,
            _once,
            id=f"{name}-en-enda-uppfoljning",
            system=title,
            krav=("AK-SIP-10",),
            description=f"{title} tar bara emot en uppföljning.",
        )
        yield replace(
            rules.SCHOOL_STARTS,
            _always,
            id=f"{name}-skolan-startar-for-vuxna",
            system=title,
            krav=("AK-SIP-12",),
            description=f"I {title} startar elevhälsan SIP för vuxna.",
        )
        yield replace(
            rules.SCHOOL_STARTS,
            _not_the_school,
            id=f"{name}-skolan-far-inte-starta",
            system=title,
            krav=("AK-SIP-12",),
            description=f"I {title} startar elevhälsan ingen SIP alls.",
        )
        yield replace(
            samsa.CHILD_CONSENT if rules is samsa else samvy.CONSENT_OF_CHILD,
            _always,
            id=f"{name}-barn-samtycker-sjalvt",
            system=title,
            krav=("AK-SIP-13",),
            description=f"{title} tar emot samtycke av ett barn som är för ungt.",
        )
        yield replace(
            rules.REFUSED_WITH_REASON,
            _always,
            id=f"{name}-nekar-utan-skal",
            system=title,
            krav=("AK-SIP-14",),
            description=f"{title} tar emot ett nekande utan skäl.",
        )
        yield replace(
            rules.SEES_CONTENT,
            _everybody_sees if rules is samsa else _only_with_consent,
            id=f"{name}-fel-insyn-i-sip",
            system=title,
            krav=("AK-SIP-15",),
            description=f"{title} visar inte innehållet för precis dem som deltar.",
        )
        yield replace(
            rules.MEETING_FORM,
            _in_the_room if rules is samsa else _by_telephone,
            id=f"{name}-fel-motesform",
            system=title,
            krav=("AK-SIP-16",),
            description=f"{title} skriver samma mötesform hur mötet än hölls.",
        )
        yield replace(
            rules.MAY_CHANGE,
            _always,
            id=f"{name}-avslutad-sip-andras",
            system=title,
            krav=("AK-SIP-17",),
            description=f"{title} låter en SIP som är slut ändras.",
        )
        yield replace(
            rules.KEEPS_REQUEST,
            _the_patient if rules is samsa else _the_person,
            id=f"{name}-fel-om-vem-som-begarde",
            system=title,
            krav=("AK-SIP-18",),
            description=f"{title} skriver att patienten begärde SIP, vem det än var.",
        )
