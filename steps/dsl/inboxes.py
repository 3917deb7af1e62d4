"""Inkorgar that are shared and watched, units that change, and HSA-ids."""

from __future__ import annotations

from datetime import date

from steps.dsl.acts import Acts
from steps.dsl.cast import Cast, acting, system_of, unit_id
from steps.dsl.verdicts import wrong
from steps.dsl.world import World
from testdata.faults import Avvikelse
from testdata.inboxes import SharedPost
from testdata.model import MessageKind, System
from testdata.organisation.enheter import find_unit
from testdata.organisation.medarbetare import staff


class Inboxes:
    """Verbs and expectations. A *unit* is as a sentence names it."""

    def __init__(self, cast: Cast, world: World, acts: Acts) -> None:
        self._cast = cast
        self._world = world
        self._acts = acts

    def share(self, unit: str, other: str) -> None:
        """The two share an inkorg in Samvy (which do is undecided: a parameter)."""
        self._world.override("delade_inkorgar", f"{unit} och {other}", [unit_id(unit), unit_id(other)])

    def close_unit(self, unit: str, day: date) -> None:
        """*unit* is nedlagd from *day*."""
        self._world.override("enhetsandringar", unit_id(unit), {"nedlagd_fran": day.isoformat()})

    def rename_unit(self, unit: str, name: str, day: date) -> None:
        self._world.override("enhetsandringar", unit_id(unit), {"nytt_namn": name, "namn_fran": day.isoformat()})

    def take(self, alias: str, *, unit: str, kind: MessageKind) -> None:
        system = system_of(self._cast.patient(alias), alias)
        inboxes = self._cast.drivers().inboxes(system)
        outcome = inboxes.take(self._cast.identity(alias), actor=acting(unit), kind=kind)
        self._acts.done(outcome, system=system, alias=alias, act=f"tagandet av {kind}")

    def expect_seen(self, alias: str, *, unit: str, kind: MessageKind, system: System) -> None:
        """*unit* sees the message in the inkorg that it shares."""
        self._post(alias, unit=unit, kind=kind, system=system)

    def expect_taken(self, alias: str, *, seen_by: str, unit: str, kind: MessageKind, system: System) -> None:
        """*seen_by* sees who at *unit* has taken it."""
        post = self._post(alias, unit=seen_by, kind=kind, system=system)
        wanted = (staff(find_unit(unit)).name, unit_id(unit))
        if post.taken_by != wanted:
            shown = post.taken_by[0] if post.taken_by else "ingen"
            raise wrong(f"{seen_by} ser inte vem som har tagit {kind} för {alias}.", wanted[0], shown, alias, system)

    def expect_waiting(self, unit: str, count: int, system: System) -> None:
        self._acts.require_judged()
        waiting = self._cast.drivers().inboxes(system).find_watch(actor=acting(unit)).waiting
        if waiting != count:
            raise wrong(f"{unit} har fel antal utan kvittens i {system}.", count, waiting, unit, system)

    def expect_unwatched(self, alias: str, *, unit: str, kind: MessageKind, system: System, is_so: bool) -> None:
        """Both *unit* and the hospital, which sent it, see that it is obevakat; or neither does."""
        self._acts.require_judged()
        hospital = self._cast.patient(alias).get("hospital_unit", unit)
        case = self._cast.drivers().cases(system).find_case(self._cast.identity(alias), actor=acting(hospital))
        if case is None or case.latest(kind) is None:
            raise wrong(f"{system} visar inget {kind} för {alias}.", kind, "inget", alias, system)
        for viewer in (unit, hospital):
            rows = self._cast.drivers().inboxes(system).find_watch(actor=acting(viewer)).unwatched
            found = any((one.kind, one.case, one.unit) == (kind, case.reference, unit_id(unit)) for one in rows)
            if found is not is_so:
                raise wrong(
                    f"{viewer} ser {kind} för {alias} som {'bevakat' if is_so else 'obevakat'}.",
                    f"{'obevakat' if is_so else 'inte obevakat'} hos {unit}",
                    "; ".join(f"{one.kind} i {one.case}" for one in rows) or "inget obevakat",
                    alias,
                    system,
                )

    def expect_name(self, unit: str, name: str) -> None:
        self._acts.require_judged()
        entry = self._cast.drivers().units.find_unit(unit_id(unit), day=self._world.today())
        if entry is None or entry.name != name:
            raise Avvikelse(
                f"{unit} heter något annat i Millenniumenheter.",
                expected=name,
                actual=entry.name if entry else "enheten finns inte",
                where="Millenniumenheter",
                next_step="Jämför med från vilken dag enheten byter namn.",
            )

    def expect_hsa_id(self, text: str, *, is_accepted: bool) -> None:
        if self._world.drivers().units.accepts_hsa_id(text) is not is_accepted:
            raise Avvikelse(
                f"Millenniumenheter {'avvisar' if is_accepted else 'godtar'} »{text}« som HSA-id.",
                expected="godtaget" if is_accepted else "avvisat",
                actual="avvisat" if is_accepted else "godtaget",
                where="Millenniumenheter",
                next_step="Jämför med formen: SE, tio siffror, bindestreck och A–Z a–z 0–9, högst 31 tecken.",
            )

    def _post(self, alias: str, *, unit: str, kind: MessageKind, system: System) -> SharedPost:
        self._acts.require_judged()
        posts = self._cast.drivers().inboxes(system).find_posts(actor=acting(unit))
        mine = [one for one in posts if (one.kind, one.patient) == (kind, self._cast.identity(alias))]
        if not mine:
            raise wrong(
                f"{unit} ser inte {kind} för {alias} i sin inkorg.",
                kind,
                f"{len(posts)} meddelanden, inget sådant",
                alias,
                system,
            )
        return mine[-1]
