"""The same acts with a SIP in both systems, for tests of rules that both must follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from landscape import PERSONNUMMER, SOC_BORAS, VC_BORAS, nurse
from wireclient import Answer, WireClient

MEETING = "2022-05-02T13:00:00+02:00"
PHASES = {
    "upptackt": "Behov upptäckt", "forberedd": "Förberedd", "inbjuden": "Kallad", "motesklar": "Möte hållet",
    "aktiv": "Pågående", "avslutad": "Avslutad", "avbojd": "Tackat nej", "utanSamtycke": "Ej samtycke",
    "nekad": "Nekad", "arkiverad": "Arkiverad",
}  # fmt: skip


def pair(patient: str) -> tuple[str, str]:
    """OID and number; a patient without an OID (``oid|id``) has a personnummer."""
    oid, _, number = patient.rpartition("|")
    return oid or PERSONNUMMER, number


class SipDesk(Protocol):
    """SIPs of one system in one world. A unit acts; without one, the öppenvård."""

    client: WireClient

    def start(self, patient: str, *, by: str = VC_BORAS, case: str | None = None) -> Answer: ...
    def consent(self, sip: str, yes: bool = True, *, guardian: bool = False, by: str = VC_BORAS) -> Answer: ...
    def summon(
        self, sip: str, units: Sequence[str] = (SOC_BORAS,), *, others: Sequence[str] = (), at: str = MEETING,
        by: str = VC_BORAS,
    ) -> Answer: ...  # fmt: skip
    def meet(self, sip: str, form: str = "video", *, by: str = VC_BORAS) -> Answer: ...
    def plan(self, sip: str, *, by: str = VC_BORAS, **changed: object) -> Answer: ...
    def follow_up(self, sip: str, note: str = "Går bra", *, by: str = VC_BORAS) -> Answer: ...
    def end(self, sip: str, how: str = "avslut", why: str = "", *, by: str = VC_BORAS) -> Answer: ...
    def read(self, patient: str, *, by: str = VC_BORAS) -> list[dict[str, Any]]: ...
    def elsewhere(self, patient: str) -> list[str]: ...


class SamsaSips:
    def __init__(self, client: WireClient, world: str) -> None:
        self.client, self.world = client, world

    def _post(self, path: str, body: object, by: str) -> Answer:
        return self.client.call("POST", f"/v/{self.world}/samsa/api/sip{path}", body, headers=nurse(by))

    def start(self, patient: str, *, by: str = VC_BORAS, case: str | None = None) -> Answer:
        oid, number = pair(patient)
        return self._post("", {"patient": {"oid": oid, "id": number}, "arende": case}, by)

    def consent(self, sip: str, yes: bool = True, *, guardian: bool = False, by: str = VC_BORAS) -> Answer:
        giver = "vårdnadshavare" if guardian else "patienten"
        return self._post(f"/{sip}/samtycke", {"samtycker": yes, "av": giver, "namn": "Testsson"}, by)

    def summon(
        self,
        sip: str,
        units: Sequence[str] = (SOC_BORAS,),
        *,
        others: Sequence[str] = (),
        at: str = MEETING,
        by: str = VC_BORAS,
    ) -> Answer:
        body = {"mote": at, "form": "video", "kallade": list(units), "inbjudna": list(others)}
        return self._post(f"/{sip}/kallelse", body, by)

    def meet(self, sip: str, form: str = "video", *, by: str = VC_BORAS) -> Answer:
        return self._post(f"/{sip}/mote", {"form": form}, by)

    def plan(self, sip: str, *, by: str = VC_BORAS, **changed: object) -> Answer:
        insats = {"insats": "Hemtjänst", "ansvar": "kommunen", "verksamhet": changed.pop("does", "Hemtjänsten")}
        body: dict[str, object] = {"insatser": [insats], "atgarder_av_andra": "inga", "huvudansvar": "kommunen"}
        names = {
            "insatser": "insatser",
            "others": "atgarder_av_andra",
            "responsible": "huvudansvar",
            "next": "uppfoljning",
            "needs": "barnets_behov",
        }
        return self._post(f"/{sip}/plan", body | {names.get(name, name): value for name, value in changed.items()}, by)

    def follow_up(self, sip: str, note: str = "Går bra", *, by: str = VC_BORAS) -> Answer:
        return self._post(f"/{sip}/uppfoljning", {"anteckning": note}, by)

    def end(self, sip: str, how: str = "avslut", why: str = "", *, by: str = VC_BORAS) -> Answer:
        return self._post(f"/{sip}/{how}", {"skal": why}, by)

    def _see(self, patient: str, by: str) -> Mapping[str, Any]:
        query = dict(zip(("oid", "id"), pair(patient), strict=True))
        address = f"/v/{self.world}/samsa/api/sip"
        seen: Mapping[str, Any] = self.client.call("GET", address, query=query, headers=nurse(by)).json
        return seen

    def read(self, patient: str, *, by: str = VC_BORAS) -> list[dict[str, Any]]:
        return [
            {
                "id": sip["sip"],
                "state": sip["lage"],
                "unchecked": sip["ej_kontrollerad_mot_samvy"],
                "late": [one["forsenad_dagar"] for one in (sip["innehall"] or {}).get("kallelser", [])],
                "followed": len((sip["innehall"] or {}).get("uppfoljningar", [])),
                "content": sip["innehall"] is not None,
            }
            for sip in self._see(patient, by)["sip"]
        ]

    def elsewhere(self, patient: str) -> list[str]:
        found: list[str] = self._see(patient, VC_BORAS)["aktiva_i_samvy"]
        return found


class SamvySips:
    def __init__(self, client: WireClient, world: str) -> None:
        self.client, self.world = client, world

    def _report(self, plan: str, by: str, what: str, **said: object) -> Answer:
        address = f"/v/{self.world}/samvy/samordnadePlaner/{plan}/handelser"
        return self.client.call("POST", address, {"handelse": what, **said}, headers=nurse(by))

    def start(self, patient: str, *, by: str = VC_BORAS, case: str | None = None) -> Answer:
        body = {"person": "|".join(pair(patient)), "vardplanering": case}
        return self.client.call("POST", f"/v/{self.world}/samvy/samordnadePlaner", body, headers=nurse(by))

    def consent(self, sip: str, yes: bool = True, *, guardian: bool = False, by: str = VC_BORAS) -> Answer:
        giver = "vardnadshavare" if guardian else "individen"
        return self._report(sip, by, "samtyckeRegistrerat", ja=yes, givetAv=giver, namn="Testsson")

    def summon(
        self,
        sip: str,
        units: Sequence[str] = (SOC_BORAS,),
        *,
        others: Sequence[str] = (),
        at: str = MEETING,
        by: str = VC_BORAS,
    ) -> Answer:
        said = {"motestid": at, "motesform": "videomote", "huvudman": list(units), "ovriga": list(others)}
        return self._report(sip, by, "inbjudanSkickad", **said)

    def meet(self, sip: str, form: str = "video", *, by: str = VC_BORAS) -> Answer:
        return self._report(sip, by, "moteGenomfort", motesform={"video": "videomote"}.get(form, form))

    def plan(self, sip: str, *, by: str = VC_BORAS, **changed: object) -> Answer:
        insats = {"beskrivning": "Hemtjänst", "ansvarig": "kommun", "verksamhet": changed.pop("does", "Hemtjänsten")}
        said: dict[str, object] = {"insatser": [insats], "insatserAvAndra": "inga", "huvudansvarig": "kommun"}
        names = {
            "insatser": "insatser",
            "others": "insatserAvAndra",
            "responsible": "huvudansvarig",
            "next": "foljsUpp",
            "needs": "barnetsBehov",
        }
        return self._report(
            sip, by, "planFaststalld", **(said | {names.get(name, name): value for name, value in changed.items()})
        )

    def follow_up(self, sip: str, note: str = "Går bra", *, by: str = VC_BORAS) -> Answer:
        return self._report(sip, by, "uppfoljd", notering=note)

    def end(self, sip: str, how: str = "avslut", why: str = "", *, by: str = VC_BORAS) -> Answer:
        what = {"avslut": "avslutad", "tackat-nej": "avbojd", "nekad": "nekad"}[how]
        return self._report(sip, by, what, anledning=why)

    def _see(self, patient: str, by: str) -> Mapping[str, Any]:
        address = f"/v/{self.world}/samvy/personer/{'/'.join(pair(patient))}/samordnadePlaner"
        seen: Mapping[str, Any] = self.client.call("GET", address, headers=nurse(by)).json
        return seen

    def read(self, patient: str, *, by: str = VC_BORAS) -> list[dict[str, Any]]:
        return [
            {
                "id": plan["id"],
                "state": PHASES[plan["fas"]],
                "unchecked": plan["ejVerifieradMotSamsa"],
                "late": [one["sen"] for one in plan["handelser"] or [] if one["handelse"] == "inbjudanSkickad"],
                "followed": sum(one["handelse"] == "uppfoljd" for one in plan["handelser"] or []),
                "content": plan["handelser"] is not None,
            }
            for plan in self._see(patient, by)["samordnadePlaner"]
        ]

    def elsewhere(self, patient: str) -> list[str]:
        found: list[str] = self._see(patient, VC_BORAS)["aktivISamsa"]
        return found
