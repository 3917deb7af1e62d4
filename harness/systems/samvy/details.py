"""What a besked says, in the words a user sees. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from harness.kernel.decisions import Circumstances
from harness.kernel.policies import Policy
from harness.systems.samvy.neighbours import Registered
from harness.systems.samvy.worker import Denied

PERSONNUMMER = "1.2.752.129.2.1.3.1"
SAMORDNINGSNUMMER = "1.2.752.129.2.1.3.3"


def _empty(details: Mapping[str, str]) -> list[str]:
    return [field for field, text in details.items() if not text]


LACKS: Policy[Callable[[Mapping[str, str]], list[str]]] = Policy(
    id="samvy.inskrivning.uppgifter",
    function=_empty,
    source="LUS (2017:612) 2 kap. 2 §; AK-INUT-04",
    trust="B",
    description="Ett inskrivningsmeddelande utan namn, nummer, adress eller beräknad utskrivning skickas inte.",
)
POLICIES = (LACKS,)


def about_patient(
    registered: Registered | None, person: str, planned: date, circumstances: Circumstances
) -> dict[str, str] | Denied:
    """The content that LUS 2 kap. 2 § requires of an inskrivningsmeddelande (AK-INUT-04).

    *registered* is PU's answer for *person* (``oid|id``).
    """
    oid, _, number = person.partition("|")
    if registered is None:
        return Denied("okand_person", f"PU känner inte till {number} ({oid}).")
    if oid == PERSONNUMMER:
        label = "Personnummer"
    else:
        label = "Samordningsnummer" if oid == SAMORDNINGSNUMMER else "Reservnummer"
    name = " ".join(filter(None, (registered.fornamn, registered.efternamn)))
    town = " ".join(filter(None, (registered.postnummer, registered.ort)))
    street = registered.adress
    details = {
        "Namn": name,
        label: number,
        "Folkbokföringsadress": ", ".join(filter(None, (street, town))) if street else "",
        "Beräknad utskrivning": planned.isoformat(),
    }
    if lacking := circumstances.policies.use(LACKS)(details):
        return Denied(
            "uppgift_saknas", f"{' och '.join(lacking)} saknas hos PU, så inskrivningsmeddelandet kan inte skickas."
        )
    return details
