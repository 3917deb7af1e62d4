"""Which numbers PU takes for numbers at all, before it asks whose they are.

Source:
    AK-RES-01 to AK-RES-05, AK-RES-08. That an identity is tried when somebody comes with it is ours (class D).
"""

from __future__ import annotations

from collections.abc import Callable

from harness.kernel.decisions import Circumstances
from harness.kernel.document import Identity
from harness.kernel.policies import Policy
from harness.systems.pu.kinds import NRID_OID, PERSONNUMMER_OID, SAMORDNINGSNUMMER_OID, VGR_OID
from harness.systems.pu.numbers import validity
from harness.systems.pu.numbers.nrid import nrid_check
from harness.systems.pu.numbers.vgr import vgr_check
from harness.systems.pu.refusal import RefusedError

Fault = Callable[[str], validity.Wrong | None]

TWELVE: Policy[Callable[[str], bool]] = Policy(
    id="pu.nummer.tecken",
    function=validity.is_twelve_signs,
    source="AK-RES-04; domänregel 4.1",
    trust="B",
    description="En identitet skrivs med tolv tecken utan skiljetecken.",
)
VGR_FORM: Policy[Callable[[str], bool]] = Policy(
    id="pu.nummer.vgr.form",
    function=validity.has_vgr_form,
    source="AK-RES-08; domänregel 4.6, 4.7",
    trust="C",
    description="Det som inte har VGR-format är ett gammalt reserv-id (GRID) och används inte.",
)
VGR_PARTS: Policy[Fault] = Policy(
    id="pu.nummer.vgr.delar",
    function=validity.vgr_fault,
    source="AK-RES-01; domänregel 4.3",
    trust="B",
    description="Datum, könsbokstav och löpnummer i ett VGR-reservnummer stämmer.",
)
VGR_CONTROL: Policy[Callable[[str], int]] = Policy(
    id="pu.nummer.vgr.kontrollsiffra",
    function=vgr_check,
    source="AK-RES-02; domänregel 0.8, 4.3",
    trust="B",
    description="Kontrollsiffran i VGR-format räknas utan århundradet.",
)
NRID_PARTS: Policy[Fault] = Policy(
    id="pu.nummer.nrid.delar",
    function=validity.nrid_fault,
    source="AK-RES-03; domänregel 4.4",
    trust="B",
    description="Serie, datum och bokstäver i ett nationellt reservnummer stämmer.",
)
NRID_CONTROL: Policy[Callable[[str], int]] = Policy(
    id="pu.nummer.nrid.kontrollsiffra",
    function=nrid_check,
    source="AK-RES-03; domänregel 4.4",
    trust="B",
    description="En bokstav räknas som ett värde, sin ASCII-kod.",
)
SNR_PARTS: Policy[Fault] = Policy(
    id="pu.nummer.samordningsnummer",
    function=validity.snr_fault,
    source="AK-RES-05; domänregel 4.2",
    trust="B",
    description="Dagen i ett samordningsnummer är dagen plus 60.",
)
POLICIES = (TWELVE, VGR_FORM, VGR_PARTS, VGR_CONTROL, NRID_PARTS, NRID_CONTROL, SNR_PARTS)

_OURS = frozenset({PERSONNUMMER_OID, SAMORDNINGSNUMMER_OID, NRID_OID, VGR_OID})


def require_number(identity: Identity, circumstances: Circumstances) -> None:
    """Identities of other OIDs have formats of their own, and are not tried.

    Raises:
        RefusedError: *identity* is no number of its kind.
    """
    if identity.oid not in _OURS:
        return
    use, number = circumstances.policies.use, identity.id
    if not use(TWELVE)(number):
        raise RefusedError("ej_tolv_tecken", "En identitet har tolv tecken, utan bindestreck och mellanslag.")
    if identity.oid == VGR_OID and not use(VGR_FORM)(number):
        raise RefusedError("ej_vgr_format", f"{number} har inte VGR-format. Ta ut ett nytt reservnummer.")
    fault = _fault(identity, circumstances)
    if fault is not None:
        raise _refusal(fault, number)


def _fault(identity: Identity, circumstances: Circumstances) -> validity.Wrong | None:
    use, number = circumstances.policies.use, identity.id
    if identity.oid == VGR_OID:
        return use(VGR_PARTS)(number) or _control(use(VGR_CONTROL), number)
    if identity.oid == NRID_OID:
        return use(NRID_PARTS)(number) or _control(use(NRID_CONTROL), number)
    return use(SNR_PARTS)(number) if identity.oid == SAMORDNINGSNUMMER_OID else None


def _refusal(fault: validity.Wrong, number: str) -> RefusedError:
    match fault:
        case validity.Wrong.DATE:
            return RefusedError("fel_datum", f"Datumet i {number} finns inte.")
        case validity.Wrong.SERIAL:
            return RefusedError("fel_lopnummer", f"Löpnumret i {number} är inte 06–79, eller 80–89 för okänt kön.")
        case validity.Wrong.SEX:
            return RefusedError("fel_konsbokstav", f"Könsbokstaven i {number} stämmer inte med löpnumret.")
        case validity.Wrong.SIGNS:
            return RefusedError("fel_tecken", f"{number} har tecken som inte hör hemma i ett sådant nummer.")
        case validity.Wrong.SERIES:
            return RefusedError("fel_serie", f"{number} börjar med en serie som inte används.")
    return RefusedError("fel_kontrollsiffra", f"Kontrollsiffran i {number} stämmer inte.")


def _control(check: Callable[[str], int], number: str) -> validity.Wrong | None:
    return None if check(number[:11]) == int(number[11]) else validity.Wrong.CONTROL
