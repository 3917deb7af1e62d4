"""What a case shows of how it has been handled, held against what a scenario expects."""

from __future__ import annotations

import hashlib

from fixtures.handling import HandlingDriver
from steps.dsl.acts import Acts, not_found
from steps.dsl.cast import Cast, acting, system_of, unit_id
from steps.dsl.verdicts import wrong
from testdata.faults import Specifikationsfel
from testdata.handling import Handled, Remark
from testdata.model import DeliveryState, MessageKind, Refusal, System
from testdata.organisation.enheter import find_unit, unit_with_hsa_id
from testdata.organisation.medarbetare import staff


class HandledOutcomes:
    """Expectations on the newest case of an alias. Every verdict is an :class:`~testdata.faults.Avvikelse`."""

    def __init__(self, cast: Cast, acts: Acts) -> None:
        self._cast = cast
        self._acts = acts

    def expect_care_contact(self, alias: str, system: System, *, unit: str, role: str) -> None:
        contact = self._handled(alias, system).care_contact
        name = staff(find_unit(unit), role).name
        if contact is None or (contact.name, contact.unit) != (name, unit_id(unit)):
            shown = f"{contact.name}, {unit_with_hsa_id(contact.unit).name}" if contact else "ingen"
            raise wrong(f"{alias} har fel fast vårdkontakt i {system}.", f"{name}, {unit}", shown, alias, system)

    def expect_no_care_contact(self, alias: str, system: System) -> None:
        contact = self._handled(alias, system).care_contact
        if contact is not None:
            raise wrong(f"{alias} har en fast vårdkontakt i {system}.", "ingen", contact.name, alias, system)

    def expect_remark(self, alias: str, system: System, remark: Remark, *, there: bool) -> None:
        shown = self._handled(alias, system).remarks
        if (remark in shown) is not there:
            raise wrong(
                f"{system} {'visar inte' if there else 'visar'} anmärkningen »{remark}« för {alias}.",
                f"{remark}" if there else f"inte {remark}",
                ", ".join(shown) or "inga anmärkningar",
                alias,
                system,
            )

    def expect_plan(self, alias: str, system: System, plan: str) -> None:
        shown = self._handled(alias, system).plan
        if shown != plan:
            raise wrong(f"{alias} får fel slags plan i {system}.", plan, shown, alias, system)

    def expect_sip_answer(self, alias: str, system: System, *, wants: bool | None) -> None:
        shown = self._handled(alias, system).sip_wanted
        if shown is not wants:
            words = {True: "ja", False: "nej", None: "inget svar"}
            raise wrong(f"{system} visar fel svar om SIP för {alias}.", words[wants], words[shown], alias, system)

    def expect_party(self, alias: str, system: System, unit: str, *, is_part: bool) -> None:
        parties = self._handled(alias, system).parties
        if (unit_id(unit) in parties) is not is_part:
            raise wrong(
                f"{unit} är {'inte ' if is_part else ''}part i ärendet för {alias} i {system}.",
                f"{unit} är {'' if is_part else 'inte '}part",
                ", ".join(sorted(unit_with_hsa_id(party).name for party in parties)),
                alias,
                system,
            )

    def expect_returned(self, alias: str, *, sender: str, unit: str, kind: MessageKind, reason: str) -> None:
        system = system_of(self._cast.patient(alias), alias)
        rows = self._driver(system).find_returned(actor=acting(sender))
        if not any((row.kind, row.unit, row.reason) == (kind, unit_id(unit), reason) for row in rows):
            shown = "; ".join(f"{row.kind} från {unit_with_hsa_id(row.unit).name}: {row.reason}" for row in rows)
            raise wrong(
                f"{sender} ser inte att {unit} har återfört {kind} för {alias}.",
                f"{kind} från {unit}: {reason}",
                shown or "inget återfört",
                alias,
                system,
            )

    def expect_in_history(self, alias: str, *, what: str, unit: str, to: str = "") -> None:
        system = system_of(self._cast.patient(alias), alias)
        rows = self._driver(system).find_history(self._cast.identity(alias), actor=acting(self._hospital(alias)))
        wanted = (what, unit_id(unit), unit_id(to) if to else "")
        if not any((row.what, row.unit, row.to if to else "") == wanted for row in rows):
            raise wrong(
                f"Sändlistan för {alias} i {system} säger inte att {unit} har {what}.",
                f"{unit} har {what}" + (f" till {to}" if to else ""),
                f"{len(rows)} rader: {', '.join(row.what for row in rows)}",
                alias,
                system,
            )

    def expect_delivery(self, alias: str, system: System, kind: MessageKind, unit: str, state: DeliveryState) -> None:
        self._acts.require_judged()
        actor = acting(self._hospital(alias))
        case = self._cast.drivers().cases(system).find_case(self._cast.identity(alias), actor=actor)
        message = case.latest(kind) if case else None
        delivery = next((d for d in message.deliveries if d.unit == unit_id(unit)), None) if message else None
        if delivery is None or delivery.state is not state:
            raise wrong(
                f"{kind.value.capitalize()} för {alias} är inte {state.value.lower()} hos {unit} i {system}.",
                state.value,
                delivery.state.value if delivery else f"{unit} är inte mottagare",
                alias,
                system,
            )

    def expect_file(self, alias: str, system: System, *, unit: str) -> None:
        """*unit* opens what was attached, byte for byte."""
        name, sha256 = self._attached(alias)
        content = self._driver(system).read_file(self._cast.identity(alias), actor=acting(unit), name=name)
        if isinstance(content, Refusal):
            raise wrong(f"{unit} kan inte öppna {name} för {alias}.", "filen", f"nekat: {content.text}", alias, system)
        found = hashlib.sha256(content).hexdigest()
        if found != sha256:
            raise wrong(f"{name} för {alias} har ändrats i {system}.", sha256[:12], found[:12], alias, system)

    def expect_no_file_for(self, alias: str, system: System, *, unit: str) -> None:
        """*unit* is refused what was attached."""
        name, _ = self._attached(alias)
        content = self._driver(system).read_file(self._cast.identity(alias), actor=acting(unit), name=name)
        if not isinstance(content, Refusal):
            raise wrong(f"{unit} kan öppna {name} för {alias}.", "nekat", f"{len(content)} byte", alias, system)

    def expect_uploader(self, alias: str, system: System, *, unit: str) -> None:
        name, _ = self._attached(alias)
        files = self._driver(system).find_files(self._cast.identity(alias), actor=acting(self._hospital(alias)))
        if isinstance(files, Refusal):
            raise wrong(f"Filerna för {alias} visas inte.", "filerna", f"nekat: {files.text}", alias, system)
        wanted = (name, unit_id(unit), staff(find_unit(unit)).name)
        if not any((file.name, file.unit, file.uploaded_by) == wanted for file in files):
            shown = "; ".join(f"{file.name} av {file.uploaded_by}" for file in files)
            raise wrong(
                f"{system} visar inte vem som bifogade {name} för {alias}.",
                f"{name} av {wanted[2]}, {unit}",
                shown or "inga filer",
                alias,
                system,
            )

    def expect_reading(self, alias: str, system: System, *, reviewer: str, unit: str, what: str) -> None:
        """A loggranskare at *reviewer* finds that *unit* has read *what*."""
        log = self._cast.drivers().access_log(system)
        rows = log.find_readings(self._cast.identity(alias), actor=acting(reviewer, "loggranskare"))
        if isinstance(rows, Refusal):
            raise wrong(f"Loggen för {alias} visas inte.", "loggen", f"nekat: {rows.text}", alias, system)
        if not any((row.unit, row.what) == (unit_id(unit), what) for row in rows):
            shown = "; ".join(f"{unit_with_hsa_id(row.unit).name}: {row.what}" for row in rows)
            raise wrong(
                f"Loggen i {system} säger inte att {unit} har läst {what} om {alias}.",
                f"{unit}: {what}",
                shown or "inga läsningar",
                alias,
                system,
            )

    def _driver(self, system: System) -> HandlingDriver:
        return self._cast.drivers().handling(system)

    def _handled(self, alias: str, system: System) -> Handled:
        self._acts.require_judged()
        actor = acting(self._hospital(alias))
        shown = self._driver(system).find_handled(self._cast.identity(alias), actor=actor)
        if shown is None:
            raise not_found(alias, "inget ärende", system)
        return shown

    def _hospital(self, alias: str) -> str:
        return self._cast.patient(alias).get("hospital_unit") or self._cast.vardcentral(alias).name

    def _attached(self, alias: str) -> tuple[str, str]:
        attached = self._cast.patient(alias).get("attached")
        if not attached:
            raise Specifikationsfel(
                f"Ingen fil har bifogats för {alias}.",
                expected="ett steg som bifogar en fil",
                actual="inget sådant steg tidigare i scenariot",
                next_step=f"Lägg till »Givet att SÄS har bifogat en pdf-fil för {alias}«.",
            )
        return attached[0], attached[1]
