"""What an inskrivningsmeddelande says about the patient. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from harness.kernel.decisions import Circumstances
from harness.kernel.policies import Policy
from harness.systems.samsa.answers import RegisteredPatient
from harness.systems.samsa.case import Patient
from harness.systems.samsa.refusal import RefusedError

_IDENTITY_LABELS = {
    "1.2.752.129.2.1.3.1": "Personnummer",
    "1.2.752.129.2.1.3.3": "Samordningsnummer",
}


def _empty(content: Mapping[str, str]) -> list[str]:
    return [label for label, text in content.items() if not text]


LACKS: Policy[Callable[[Mapping[str, str]], list[str]]] = Policy(
    id="samsa.inskrivning.uppgifter",
    function=_empty,
    source="LUS (2017:612) 2 kap. 2 §; AK-INUT-04",
    trust="B",
    description="Ett inskrivningsmeddelande utan namn, nummer, adress eller beräknad utskrivning skickas inte.",
)
POLICIES = (LACKS,)


def describe_patient(
    person: RegisteredPatient | None, patient: Patient, planned_discharge: date, circumstances: Circumstances
) -> dict[str, str]:
    """Swedish labels and texts, as a user sees them.

    Args:
        person: what PU answered; None when it knows nobody.

    Raises:
        RefusedError: what the law requires is missing.

    Source:
        LUS 2 kap. 2 §; AK-INUT-04.
    """
    if person is None:
        raise RefusedError("okand_person", f"PU har ingen person med {patient.id} ({patient.oid}).")
    content = {
        "Namn": f"{person.fornamn} {person.efternamn}".strip(),
        _IDENTITY_LABELS.get(patient.oid, "Reservnummer"): patient.id,
        "Folkbokföringsadress": _address(person),
        "Beräknad utskrivning": planned_discharge.isoformat(),
    }
    missing = circumstances.policies.use(LACKS)(content)
    if missing:
        raise RefusedError("uppgift_saknas", f"Meddelandet saknar {' och '.join(missing).lower()}.")
    return content


def _address(person: RegisteredPatient) -> str:
    if not person.adress:
        return ""
    town = f"{person.postnummer} {person.ort}".strip()
    return f"{person.adress}, {town}" if town else person.adress
