"""The acts of a SIP. What it should lead to is in :mod:`steps.dsl.sip_outcomes`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from fixtures.sip import SipDriver
from steps.dsl.acts import Acts
from steps.dsl.cast import Cast, acting, system_of, unit_id
from steps.dsl.world import World
from testdata.faults import Specifikationsfel
from testdata.model import PersonId, Refusal, System
from testdata.sip import Consenting, Gap, MeetingForm, Requesting

_TO_MEETING = timedelta(days=14)
_TO_FOLLOW_UP = timedelta(days=90)
_ADULT = 18

Act = Callable[[SipDriver, PersonId], Refusal | None]


class Sips:
    """Verbs on the newest SIP of an alias, in the system where it was started last."""

    def __init__(self, cast: Cast, world: World, acts: Acts) -> None:
        self._cast = cast
        self._world = world
        self._acts = acts

    def let_start_unchecked(self) -> None:
        """The parameter that lets a SIP start when the other system cannot be asked."""
        self._world.assume("sip_vid_avbrott", "tillat_och_flagga")

    def start(self, alias: str, *, unit: str, system: System, requested_by: Requesting | None = None) -> None:
        self._start(alias, unit=unit, system=system, at_discharge=False, requested_by=requested_by)

    def start_at_discharge(self, alias: str, *, unit: str) -> None:
        """For the alias' newest case, in its system."""
        system = system_of(self._cast.patient(alias), alias)
        self._start(alias, unit=unit, system=system, at_discharge=True, requested_by=None)

    def consent(self, alias: str, *, unit: str, by: Consenting, yes: bool) -> None:
        actor = acting(unit)
        self._do(alias, "svaret om samtycke", lambda sip, who: sip.consent(who, actor=actor, by=by, yes=yes))

    def summon(
        self, alias: str, *, unit: str, units: Sequence[str], others: Sequence[str] = (), at: datetime | None = None
    ) -> None:
        """The meeting is two weeks later."""
        if at is not None:
            self._world.move_clock(at)
        meeting = self._world.drivers().control.read_clock() + _TO_MEETING
        actor, called = acting(unit), [unit_id(one) for one in units]
        self._do(
            alias,
            "kallelsen",
            lambda sip, who: sip.summon(who, actor=actor, units=called, others=others, meeting=meeting),
        )

    def hold_meeting(self, alias: str, *, unit: str, form: MeetingForm) -> None:
        actor = acting(unit)
        self._do(alias, "mötet", lambda sip, who: sip.hold_meeting(who, actor=actor, form=form))

    def establish(self, alias: str, *, unit: str, without: Gap | None = None) -> None:
        actor, today = acting(unit), self._world.today()
        born = date.fromisoformat(self._cast.patient(alias)["person"]["fodd"])
        age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        self._do(
            alias,
            "fastställandet",
            lambda sip, who: sip.establish(
                who, actor=actor, followed_up=today + _TO_FOLLOW_UP, is_child=age < _ADULT, without=without
            ),
        )

    def follow_up(self, alias: str, *, unit: str) -> None:
        actor = acting(unit)
        self._do(alias, "uppföljningen", lambda sip, who: sip.follow_up(who, actor=actor))

    def close(self, alias: str, *, unit: str) -> None:
        actor = acting(unit)
        self._do(alias, "avslutet av SIP", lambda sip, who: sip.close(who, actor=actor))

    def refuse(self, alias: str, *, unit: str, reason: str) -> None:
        actor = acting(unit)
        self._do(alias, "nekandet av SIP", lambda sip, who: sip.refuse(who, actor=actor, reason=reason))

    def _start(
        self, alias: str, *, unit: str, system: System, at_discharge: bool, requested_by: Requesting | None
    ) -> None:
        outcome = (
            self._cast.drivers()
            .sip(system)
            .start(self._cast.identity(alias), actor=acting(unit), at_discharge=at_discharge, requested_by=requested_by)
        )
        if outcome is None:
            self._cast.patient(alias)["sip_system"] = system.value
        self._acts.done(outcome, system=system, alias=alias, act="starten av SIP")

    def _do(self, alias: str, what: str, act: Act) -> None:
        system = sip_system(self._cast, alias)
        outcome = act(self._cast.drivers().sip(system), self._cast.identity(alias))
        self._acts.done(outcome, system=system, alias=alias, act=what)


def sip_system(cast: Cast, alias: str) -> System:
    """Where the scenario has started the newest SIP of *alias*.

    Raises:
        Specifikationsfel: nowhere.
    """
    system = cast.patient(alias).get("sip_system")
    if system is None:
        raise Specifikationsfel(
            f"{alias} har ingen SIP i scenariot än.",
            expected="ett steg som startar en SIP",
            actual="inget sådant steg tidigare i scenariot",
            next_step=f"Lägg till »Givet att VC Borås har startat en SIP för {alias} i SAMSA«.",
        )
    return System(system)
