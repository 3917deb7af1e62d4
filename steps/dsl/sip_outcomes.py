"""What the systems show of SIPs, held against what a scenario expects. Every verdict is an Avvikelse."""

from __future__ import annotations

from steps.dsl.acts import Acts, not_found
from steps.dsl.cast import Cast, acting, unit_id
from steps.dsl.sip import sip_system
from steps.dsl.verdicts import wrong
from testdata.model import System
from testdata.organisation.enheter import unit_with_hsa_id
from testdata.sip import Consenting, MeetingForm, Requesting, Sip, SipContent, SipState


class SipOutcomes:
    """Expectations on the newest SIP of an alias. A *unit* is as a sentence names it."""

    def __init__(self, cast: Cast, acts: Acts) -> None:
        self._cast = cast
        self._acts = acts

    def expect_state(self, alias: str, state: SipState) -> None:
        system = sip_system(self._cast, alias)
        shown = self._newest(alias, system).state
        if shown is not state:
            raise wrong(f"SIP för {alias} har fel läge i {system}.", state, shown, alias, system)

    def expect_active(self, alias: str, system: System, *, there: bool) -> None:
        """At most one is active, and one or none as *there* says."""
        active = [sip.reference for sip in self._sips(alias, system) if sip.state.is_active]
        if len(active) != int(there):
            raise wrong(
                f"{alias} har fel antal aktiva SIP i {system}.",
                "en" if there else "ingen",
                ", ".join(active) or "ingen",
                alias,
                system,
            )

    def expect_elsewhere(self, alias: str, system: System, *, unit: str, there: bool) -> None:
        """*unit* sees in *system* that there is an active SIP in the other, or that there is none."""
        self._acts.require_judged()
        driver = self._cast.drivers().sip(system)
        shown = driver.find_elsewhere(self._cast.identity(alias), actor=acting(unit))
        if bool(shown) is not there:
            raise wrong(
                f"{system} visar {'inte ' if there else ''}att {alias} har en aktiv SIP i det andra systemet.",
                "en aktiv SIP" if there else "ingen",
                ", ".join(shown) or "ingen",
                alias,
                system,
            )

    def expect_late(self, alias: str, days: int | None) -> None:
        """The newest kallelse is *days* late; None in time."""
        system, content = self._content(alias)
        late = content.summons[-1].late_days if content.summons else None
        if not content.summons or late != days:
            shown = "ingen kallelse" if not content.summons else _spoken(late)
            raise wrong(f"Kallelsen till SIP för {alias} har fel försening.", _spoken(days), shown, alias, system)

    def expect_follow_ups(self, alias: str, times: int) -> None:
        system, content = self._content(alias)
        if content.follow_ups != times:
            raise wrong(f"SIP för {alias} är uppföljd fel antal gånger.", times, content.follow_ups, alias, system)

    def expect_form(self, alias: str, form: MeetingForm) -> None:
        system, content = self._content(alias)
        if content.meeting_form is not form:
            shown = content.meeting_form or "ingen"
            raise wrong(f"SIP-mötet för {alias} har fel form i {system}.", form, shown, alias, system)

    def expect_consent(self, alias: str, by: Consenting) -> None:
        """The latest answer is a yes, and *by* gave it."""
        system, content = self._content(alias)
        if content.consents[-1:] != ((by, True),):
            shown = "; ".join(f"{who}: {'ja' if yes else 'nej'}" for who, yes in content.consents) or "inget svar"
            raise wrong(f"{system} visar inte vem som har samtyckt för {alias}.", f"{by}: ja", shown, alias, system)

    def expect_summoned(self, alias: str, unit: str) -> None:
        system, content = self._content(alias)
        called = {one for summons in content.summons for one in summons.summoned}
        if unit_id(unit) not in called:
            shown = ", ".join(sorted(unit_with_hsa_id(one).name for one in called)) or "ingen"
            raise wrong(f"{unit} är inte kallad till SIP för {alias}.", unit, shown, alias, system)

    def expect_invited(self, alias: str, who: str) -> None:
        system, content = self._content(alias)
        invited = [one for summons in content.summons for one in summons.invited]
        if who not in invited:
            raise wrong(
                f"{who} är inte inbjuden till SIP för {alias}.", who, ", ".join(invited) or "ingen", alias, system
            )

    def expect_content(self, alias: str, *, unit: str, there: bool) -> None:
        """*unit* sees what stands in the SIP, or only that there is one."""
        system = sip_system(self._cast, alias)
        shown = self._newest(alias, system, unit).content
        if (shown is not None) is not there:
            raise wrong(
                f"{unit} ser {'inte ' if there else ''}innehållet i SIP för {alias}.",
                "innehållet" if there else "bara att SIP finns",
                "bara att SIP finns" if there else "innehållet",
                alias,
                system,
            )

    def expect_requested(self, alias: str, by: Requesting) -> None:
        system = sip_system(self._cast, alias)
        shown = self._newest(alias, system).requested_by
        if shown is not by:
            raise wrong(f"{system} visar inte vem som har begärt SIP för {alias}.", by, shown or "ingen", alias, system)

    def expect_unchecked(self, alias: str) -> None:
        system = sip_system(self._cast, alias)
        if not self._newest(alias, system).is_unchecked:
            raise wrong(f"SIP för {alias} är inte märkt i {system}.", "ej kontrollerad", "inte märkt", alias, system)

    def _content(self, alias: str) -> tuple[System, SipContent]:
        system = sip_system(self._cast, alias)
        content = self._newest(alias, system).content
        if content is None:
            raise wrong(f"Innehållet i SIP för {alias} visas inte.", "innehållet", "bara att SIP finns", alias, system)
        return system, content

    def _newest(self, alias: str, system: System, unit: str | None = None) -> Sip:
        sips = self._sips(alias, system, unit)
        if not sips:
            raise not_found(alias, "ingen SIP", system)
        return sips[-1]

    def _sips(self, alias: str, system: System, unit: str | None = None) -> tuple[Sip, ...]:
        """As *unit* sees them; without one, as the patient's vårdcentral does."""
        self._acts.require_judged()
        viewer = acting(unit or self._cast.vardcentral(alias).name)
        return self._cast.drivers().sip(system).find_sips(self._cast.identity(alias), actor=viewer)


def _spoken(late: int | None) -> str:
    return "i tid" if late is None else f"{late} dygn sen"
