"""What a case shows, held against what a scenario expects. Every verdict is an :class:`Avvikelse`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from steps.dsl.acts import Acts, not_found
from steps.dsl.cast import Cast, acting, system_of, unit_id
from steps.dsl.contenttable import agrees, read_content_table
from steps.dsl.reasons import Reason
from steps.dsl.verdicts import wrong
from testdata.model import CareCase, CaseState, Delivery, Message, MessageKind, System
from testdata.organisation.enheter import find_unit, unit_with_hsa_id
from testdata.organisation.medarbetare import staff


class Outcomes:
    """Expectations on the case of an alias, as one system shows it."""

    def __init__(self, cast: Cast, acts: Acts) -> None:
        self._cast = cast
        self._acts = acts

    def expect_open_case(self, alias: str, system: System) -> None:
        case = self._case_or_none(alias, system)
        if case is None or not case.is_open:
            raise not_found(alias, f"ärendet {case.reference} i läget {case.state}" if case else "inget ärende", system)

    def expect_no_open_case(self, alias: str, system: System) -> None:
        case = self._case_or_none(alias, system)
        if case is not None and case.is_open:
            raise wrong(
                f"{system} har ett pågående ärende för {alias}.",
                "inget pågående ärende",
                f"{case.reference} i läget {case.state}",
                alias,
                system,
            )

    def expect_state(self, alias: str, system: System, state: CaseState) -> None:
        case = self._case(alias, system)
        if case.state is not state:
            raise wrong(f"Ärendet för {alias} har fel läge i {system}.", state, case.state, alias, system)

    def expect_reached(self, alias: str, system: System, kind: MessageKind, unit: str) -> None:
        """The newest *kind* names *unit* as recipient, and lies in its inkorg."""
        delivery = self._delivery(self._message(alias, system, kind), unit)
        if delivery is None:
            raise wrong(
                f"{_head(kind)} för {alias} har inte nått {unit} i {system}.",
                f"{unit} bland mottagarna",
                self._recipients(alias, system, kind),
                alias,
                system,
            )
        inbox = self._cast.drivers().cases(system).find_inbox(actor=acting(unit))
        if not any(item.kind is kind and item.patient == self._cast.identity(alias) for item in inbox):
            raise wrong(
                f"{_head(kind)} för {alias} syns inte i inkorgen hos {unit} i {system}.",
                f"{kind} i inkorgen",
                f"{len(inbox)} meddelanden, inget sådant",
                alias,
                system,
            )

    def expect_not_reached(self, alias: str, system: System, kind: MessageKind, unit: str) -> None:
        case = self._case_or_none(alias, system)
        message = case.latest(kind) if case else None
        inbox = self._cast.drivers().cases(system).find_inbox(actor=acting(unit))
        shown = any(item.kind is kind and item.patient == self._cast.identity(alias) for item in inbox)
        if shown or (message is not None and self._delivery(message, unit) is not None):
            raise wrong(
                f"{_head(kind)} för {alias} har nått {unit} i {system}.",
                f"{unit} är inte mottagare",
                f"{kind} finns hos {unit}",
                alias,
                system,
            )

    def expect_on_time(self, alias: str, system: System) -> None:
        late = self._message(alias, system, MessageKind.INSKRIVNINGSMEDDELANDE).late_by
        if late is not None:
            raise wrong(
                f"Inskrivningsmeddelandet för {alias} är märkt som försenat i {system}.",
                "skickat i tid",
                f"försenat med {_spoken(late)}",
                alias,
                system,
            )

    def expect_late(self, alias: str, system: System, by: timedelta) -> None:
        late = self._message(alias, system, MessageKind.INSKRIVNINGSMEDDELANDE).late_by
        if late != by:
            raise wrong(
                f"Inskrivningsmeddelandet för {alias} har fel försening i {system}.",
                f"försenat med {_spoken(by)}",
                "skickat i tid" if late is None else f"försenat med {_spoken(late)}",
                alias,
                system,
            )

    def expect_registered_afterwards(
        self, alias: str, system: System, kind: MessageKind, happened_at: datetime
    ) -> None:
        """The message counts from when it was sent by reservrutin, and is marked (AK-DRI-03)."""
        message = self._message(alias, system, kind)
        if message.registered_at is None or message.sent_at != happened_at:
            shown = "märkt" if message.registered_at else "inte märkt"
            raise wrong(
                f"{_head(kind)} för {alias} är inte efterregistrerat med rätt tid i {system}.",
                f"märkt som efterregistrerat, skickat {happened_at:%Y-%m-%d kl. %H.%M}",
                f"{shown}, skickat {message.sent_at:%Y-%m-%d kl. %H.%M}",
                alias,
                system,
            )

    def expect_not_registered_afterwards(self, alias: str, system: System, kind: MessageKind) -> None:
        registered = self._message(alias, system, kind).registered_at
        if registered is not None:
            raise wrong(
                f"{_head(kind)} för {alias} är märkt som efterregistrerat i {system}.",
                "inte märkt",
                f"efterregistrerat {registered:%Y-%m-%d kl. %H.%M}",
                alias,
                system,
            )

    def expect_content(self, alias: str, system: System, kind: MessageKind, table: Sequence[Sequence[str]]) -> None:
        """Rows of field and value. ``ifyllt`` asks only that the field is not empty, and ``tomt`` that it is.

        Raises:
            Specifikationsfel: the table is not two columns under the heading uppgift, värde, has no rows below it,
                or an empty cell: it would compare nothing.
        """
        rows = read_content_table(table)
        content = self._message(alias, system, kind).content
        differing = [
            f"{field}: {content.get(field, 'saknas')}" for field, value in rows if not agrees(content, field, value)
        ]
        if differing:
            raise wrong(
                f"{_head(kind)} för {alias} har fel innehåll i {system}.",
                "; ".join(f"{field}: {value}" for field, value in rows),
                "; ".join(differing),
                alias,
                system,
            )

    def expect_acknowledged(
        self, alias: str, kind: MessageKind, *, seen_by: str, role: str, unit: str, at: datetime
    ) -> None:
        """The sender *seen_by* sees who at *unit* has kvitterat, and when."""
        system = self._system(alias)
        delivery = self._delivery(self._message(alias, system, kind, seen_by=seen_by), unit)
        receipt = delivery.receipt if delivery else None
        found = find_unit(unit)
        who = staff(found, role)
        expected = f"{who.name}, {role} på {unit}, {at:%Y-%m-%d kl. %H.%M}"
        if receipt is None:
            raise wrong(
                f"{seen_by} ser inte att {unit} har kvitterat {kind} för {alias}.",
                expected,
                "ingen kvittens" if delivery else f"{unit} är inte mottagare",
                alias,
                system,
            )
        actual = f"{receipt.staff_name}, {receipt.role} på {receipt.unit}, {receipt.at:%Y-%m-%d kl. %H.%M}"
        if (receipt.staff_name, receipt.role, receipt.unit, receipt.at) != (who.name, role, found.hsa_id, at):
            raise wrong(
                f"{seen_by} ser fel kvittens av {kind} för {alias}.",
                expected,
                actual.replace(found.hsa_id, unit),
                alias,
                system,
            )

    def expect_not_acknowledged(self, alias: str, kind: MessageKind, *, seen_by: str, unit: str) -> None:
        system = self._system(alias)
        delivery = self._delivery(self._message(alias, system, kind, seen_by=seen_by), unit)
        if delivery is None or delivery.receipt is not None:
            raise wrong(
                f"{seen_by} ser {kind} för {alias} som hanterat hos {unit}.",
                "skickat till enheten, men inte kvitterat",
                "kvitterat" if delivery else f"{unit} är inte mottagare",
                alias,
                system,
            )

    def expect_days(self, alias: str, system: System, days: int | None) -> None:
        """Calendar days as utskrivningsklar; None when none may be counted."""
        shown = self._case(alias, system).days_since_ready
        if shown != days:
            raise wrong(
                f"{system} visar fel antal dygn som utskrivningsklar för {alias}.",
                "inga dygn" if days is None else f"{days} dygn",
                "inga dygn" if shown is None else f"{shown} dygn",
                alias,
                system,
            )

    def expect_refused(self, alias: str, system: System, reason: Reason) -> None:
        found = (
            self._cast.drivers()
            .cases(system)
            .find_refusals(self._cast.identity(alias), actor=acting(self._viewer(alias)))
        )
        self._acts.expect_refused(found, system=system, alias=alias, codes=reason.codes, reason=reason.text)

    def _system(self, alias: str) -> System:
        return system_of(self._cast.patient(alias), alias)

    def _viewer(self, alias: str) -> str:
        return self._cast.patient(alias).get("hospital_unit") or self._cast.vardcentral(alias).name

    def _case_or_none(self, alias: str, system: System, seen_by: str | None = None) -> CareCase | None:
        self._acts.require_judged()
        actor = acting(seen_by or self._viewer(alias))
        return self._cast.drivers().cases(system).find_case(self._cast.identity(alias), actor=actor)

    def _case(self, alias: str, system: System, seen_by: str | None = None) -> CareCase:
        case = self._case_or_none(alias, system, seen_by)
        if case is None:
            raise not_found(alias, "inget ärende", system)
        return case

    def _message(self, alias: str, system: System, kind: MessageKind, seen_by: str | None = None) -> Message:
        message = self._case(alias, system, seen_by).latest(kind)
        if message is None:
            raise not_found(alias, f"inget meddelande av slaget {kind}", system)
        return message

    def _recipients(self, alias: str, system: System, kind: MessageKind) -> str:
        names = [unit_with_hsa_id(d.unit).name for d in self._message(alias, system, kind).deliveries]
        return f"mottagare: {', '.join(names) or 'inga'}"

    @staticmethod
    def _delivery(message: Message, unit: str) -> Delivery | None:
        return next((d for d in message.deliveries if d.unit == unit_id(unit)), None)


def _head(kind: MessageKind) -> str:
    """A message kind at the head of a sentence."""
    return kind.value[:1].upper() + kind.value[1:]


def _spoken(span: timedelta) -> str:
    """``1 timme och 5 minuter``."""
    hours, minutes = divmod(int(span.total_seconds()) // 60, 60)
    parts = []
    if hours:
        parts.append(f"{hours} {'timme' if hours == 1 else 'timmar'}")
    if minutes or not hours:
        parts.append(f"{minutes} {'minut' if minutes == 1 else 'minuter'}")
    return " och ".join(parts)
