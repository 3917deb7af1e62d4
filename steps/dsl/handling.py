"""What is done with a case beside its process. What it should lead to is in :mod:`steps.dsl.handled`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime

from fixtures.handling import HandlingDriver
from steps.dsl.acts import Acts
from steps.dsl.cast import Cast, acting, system_of, unit_id
from steps.dsl.world import World
from testdata.handling import CareForm, NewFile
from testdata.model import MessageKind, Need, PersonId, Refusal
from testdata.organisation.enheter import find_unit
from testdata.organisation.medarbetare import staff

Act = Callable[[HandlingDriver, PersonId], Refusal | None]


class Handling:
    """Verbs on the newest case of an alias, in the system where it is."""

    def __init__(self, cast: Cast, world: World, acts: Acts) -> None:
        self._cast = cast
        self._world = world
        self._acts = acts

    def name_care_contact(self, alias: str, *, unit: str, role: str | None) -> None:
        """Somebody at *unit* with *role*; without one, whoever was it before stays."""
        name = staff(find_unit(unit), role).name if role else None
        actor = acting(unit)
        self._do(alias, "valet av fast vårdkontakt", lambda h, p: h.name_care_contact(p, actor=actor, name=name))

    def answer_sip_offer(self, alias: str, *, unit: str, wants: bool) -> None:
        actor = acting(unit)
        self._do(alias, "svaret på erbjudandet om SIP", lambda h, p: h.answer_sip_offer(p, actor=actor, wants=wants))

    def change_party(self, alias: str, *, unit: str, role: Need, to: str, beside: bool) -> None:
        actor, new = acting(unit), unit_id(to)
        what = "den nya parten" if beside else "bytet av part"
        self._do(alias, what, lambda h, p: h.change_party(p, actor=actor, role=role, unit=new, beside=beside))

    def interrupt(self, alias: str, *, unit: str, reason: str) -> None:
        actor = acting(unit)
        self._do(alias, "avbrottet", lambda h, p: h.interrupt(p, actor=actor, reason=reason))

    def discharge_to(self, alias: str, *, unit: str, form: CareForm) -> None:
        actor = acting(unit, "läkare")
        self._do(alias, "vårdformen", lambda h, p: h.discharge_to(p, actor=actor, form=form))

    def write(
        self,
        alias: str,
        *,
        unit: str,
        kind: MessageKind,
        text: str,
        at: datetime | None = None,
        to: str | None = None,
        role: str | None = None,
    ) -> None:
        """*to* is the unit that the sender chooses, where there is a choice."""
        actor = acting(unit, role)
        chosen = [unit_id(to)] if to else []
        if at is not None:
            self._world.move_clock(at)
        self._do(alias, f"ett {kind}", lambda h, p: h.write(p, actor=actor, kind=kind, text=text, recipients=chosen))

    def announce_under_lpt(self, alias: str, *, unit: str, at: datetime) -> None:
        actor = acting(unit, "läkare")
        self._world.move_clock(at)
        self._do(alias, "underrättelsen enligt LPT", lambda h, p: h.announce_under_lpt(p, actor=actor))

    def announce_without(self, alias: str, *, unit: str, withheld: str, at: datetime) -> None:
        """Utskrivningsklar to all but *withheld*."""
        actor, kept_out = acting(unit), [unit_id(withheld)]
        self._world.move_clock(at)
        self._do(alias, "underrättelsen", lambda h, p: h.announce_without(p, actor=actor, withheld=kept_out))

    def return_message(self, alias: str, *, unit: str, kind: MessageKind, reason: str) -> None:
        actor = acting(unit)
        self._do(alias, "återförandet", lambda h, p: h.return_message(p, actor=actor, kind=kind, reason=reason))

    def forward(self, alias: str, *, unit: str, kind: MessageKind, to: str) -> None:
        actor, target = acting(unit), unit_id(to)
        self._do(alias, "vidaresändningen", lambda h, p: h.forward(p, actor=actor, kind=kind, to=target))

    def open_message(self, alias: str, *, unit: str, kind: MessageKind, role: str | None = None) -> None:
        actor = acting(unit, role)
        self._do(alias, f"läsningen av {kind}", lambda h, p: h.open_message(p, actor=actor, kind=kind))

    def attach(self, alias: str, *, unit: str, file: NewFile) -> None:
        """What was attached is remembered by its checksum, to be held against what is read."""
        actor = acting(unit)
        self._cast.patient(alias)["attached"] = [file.name, hashlib.sha256(file.content).hexdigest()]
        self._do(alias, "filen", lambda h, p: h.attach(p, actor=actor, file=file))

    def _do(self, alias: str, what: str, act: Act) -> None:
        system = system_of(self._cast.patient(alias), alias)
        outcome = act(self._cast.drivers().handling(system), self._cast.identity(alias))
        self._acts.done(outcome, system=system, alias=alias, act=what)
