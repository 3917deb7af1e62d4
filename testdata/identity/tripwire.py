"""The tripwire: outside the simulator nobody is let in whose number is not a published test number (D12)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from testdata.faults import Specifikationsfel
from testdata.identity.proof import REAL_ENVIRONMENT, proof_here
from testdata.identity.written import mask
from testdata.model import PersonId

SIMULATOR = "simulator"


def require_real_proof(identities: Iterable[PersonId], today: date, environment: str) -> None:
    """Nothing, if *environment* is the simulator or every identity has proof 1-3.

    Raises:
        Specifikationsfel: some have not; tells which, with their ends hidden. None of them may be sent.
    """
    if environment == SIMULATOR:
        return
    unfit = [
        one for one in identities if (proof := proof_here(one, today)) is None or proof.kind not in REAL_ENVIRONMENT
    ]
    if unfit:
        raise Specifikationsfel(
            f"Personer utan publicerat testnummer får inte skickas till {environment}.",
            expected="testnummer ur Skatteverkets lista för alla",
            actual=f"{len(unfit)} utan: {', '.join(mask(one.value) for one in unfit[:5])}",
            krav="AK-RAM-05",
            next_step="Använd personer ur personkatalogen, eller läs in listan med »provtryck patienter hamta«.",
        )
