"""What a besked says, in the words a user sees. Pure."""

from __future__ import annotations

from datetime import date

from harness.systems.samvy.neighbours import Registered
from harness.systems.samvy.worker import Denied

PERSONNUMMER = "1.2.752.129.2.1.3.1"
SAMORDNINGSNUMMER = "1.2.752.129.2.1.3.3"


def about_patient(registered: Registered | None, person: str, planned: date) -> dict[str, str] | Denied:
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
    empty = next((field for field, text in details.items() if not text), None)
    if empty is not None:
        return Denied("uppgift_saknas", f"{empty} saknas hos PU, så inskrivningsmeddelandet kan inte skickas.")
    return details
