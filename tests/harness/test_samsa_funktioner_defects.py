"""Every defect of what SAMSA does beside the process changes what it says, and nothing is wrong when it is off."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest
from landscape import (
    CODE,
    HSV_BORAS,
    SAS,
    VC_BORAS,
    VC_GOTEBORG,
    freeze,
    landscape_document,
    nurse,
    world_document,
)
from samsacase import WHO, SamsaCase
from wireclient import WireClient

from harness import simulator
from harness.defects.catalogue import list_defects
from harness.defects.defect import Defect
from testdata.krav.register import krav

READER = {"X-Enhet": SAS, "X-Medarbetare": f"{SAS}R"}
REVIEWER = {"X-Enhet": SAS, "X-Medarbetare": f"{SAS}G"}


def warns_of_contact(case: SamsaCase) -> bool:
    case.desk.discharge()
    return "Utskriven utan fast vårdkontakt." in case.see()["varningar"]


def warns_of_offer(case: SamsaCase) -> bool:
    case.desk.discharge()
    return "Utskriven utan svar på om patienten vill ha en SIP." in case.see()["varningar"]


def stays_in_the_organisation(case: SamsaCase) -> bool:
    return case.post(f"{case.at}/meddelanden/1/vidaresandning", {"till": VC_GOTEBORG}, nurse(HSV_BORAS)).status == 409


def is_strict_about_the_day(case: SamsaCase) -> bool:
    case.desk.discharge()
    case.desk.move("2022-04-05T08:00:00+02:00")
    case.write("UTSKRIVNINGSINFORMATION")
    return bool(case.see()["avvikelser"])


def counts_lpt(case: SamsaCase) -> bool:
    case.announce_lpt()
    return case.desk.days() == 0


def attaches(case: SamsaCase, content: bytes) -> bool:
    body = {"namn": "a.pdf", "typ": "pdf", "innehall": base64.b64encode(content).decode()}
    return case.post(f"{case.at}/filer", body, nurse(SAS)).status == 201


def logs_opened_files(case: SamsaCase) -> bool:
    attaches(case, b"%PDF-")
    case.get(f"{case.at}/filer/1", nurse(VC_BORAS))
    return any(row["vad"] == "fil" for row in case.get("/logg", REVIEWER, WHO).json["lasningar"])


# What is true without the defect and false with it.
TRUTHS: dict[str, Callable[[SamsaCase], bool]] = {
    "samsa-ingen-varning-utan-vardkontakt": warns_of_contact,
    "samsa-ingen-varning-utan-sip-svar": warns_of_offer,
    "samsa-vidaresander-overallt": stays_in_the_organisation,
    "samsa-information-dagen-efter": is_strict_about_the_day,
    "samsa-lpt-raknas-inte": counts_lpt,
    "samsa-fil-utan-grans": lambda case: not attaches(case, b"%PDF-".ljust(20_000)),
    "samsa-tror-pa-filtypen": lambda case: not attaches(case, b"MZ"),
    "samsa-loggar-inte-filer": logs_opened_files,
    "samsa-lasroll-skriver": lambda case: case.write("PLANERINGSMEDDELANDE", READER).status == 403,
}


def case_in(client: WireClient, world: str, *defects: str) -> SamsaCase:
    document = landscape_document()
    for letter, role in (("R", "läsbehörig"), ("G", "loggranskare")):
        document["medarbetare"].append(
            {"hsa_id": f"{SAS}{letter}", "namn": role, "roll": role, "enhet": SAS, "kod": CODE}
        )
    sha256, body = freeze(document)
    client.call("PUT", f"/styr/landskap/{sha256}", body)
    made = client.call("PUT", f"/styr/v/{world}", world_document(landskap=sha256, defekter=defects))
    assert made.status == 201, made.text
    return SamsaCase(client, world).informed()


def test_what_is_tried_here_is_a_defect_that_exists() -> None:
    """Every defect, these and the rest, is tried by the features in tests/features/test_can_fail.py."""
    assert set(TRUTHS) <= {defect.id for defect in list_defects()}


@pytest.mark.parametrize("defect", TRUTHS)
def test_a_defect_changes_what_it_says(client: WireClient, defect: str) -> None:
    assert TRUTHS[defect](case_in(client, "hel"))
    assert not TRUTHS[defect](case_in(client, "trasig", defect))


@pytest.mark.parametrize("defect", list_defects(), ids=lambda defect: str(defect.id))
def test_a_defect_replaces_a_rule_of_its_system_and_names_krav_that_exist(defect: Defect) -> None:
    [system] = [system for system in simulator.define_systems() if system.title == defect.system]

    assert defect.policy in {policy.id for policy in system.policies}
    assert defect.description.endswith(".")
    assert all(krav(name).id == name for name in defect.krav)
