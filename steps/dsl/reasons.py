"""Why a system refuses, in the words of a sentence. As in :mod:`steps.dsl.values`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from steps.dsl.identity_reasons import IDENTITY_REASONS
from steps.dsl.values import one_of

_REASONS: Mapping[str, frozenset[str]] = {
    "läkarens bedömning saknas": frozenset({"bedomning_saknas", "lakarbedomning_saknas"}),
    "bedömningen måste göras av läkare": frozenset({"kraver_lakare"}),
    "en enhet inte är driftsatt": frozenset({"enhet_ej_driftsatt"}),
    "ärendet hör till Samvy": frozenset({"hor_till_samvy"}),
    "SAMSA är låst": frozenset({"samsa_last"}),
    "patienten redan har ett ärende": frozenset({"oppet_arende_finns"}),
    "enheten inte är mottagare": frozenset({"ej_mottagare"}),
    "meddelandet redan är kvitterat": frozenset({"redan_kvitterat"}),
    "allt inte är kvitterat": frozenset({"ej_klart_att_avsluta"}),
    "inskrivningsmeddelandet saknas": frozenset({"inskrivningsmeddelande_saknas"}),
    "enheten är fel för det": frozenset({"fel_enhet", "fel_avsandare", "fel_inbjudare"}),
    "enheten inte är part": frozenset({"ej_part", "deltar_inte"}),
    "mottagaren hör till en annan organisation": frozenset({"annan_organisation"}),
    "mottagaren inte är en annan part": frozenset({"ej_annan_part", "ej_samverkanspart"}),
    "mottagaren redan har meddelandet": frozenset({"redan_mottagare"}),
    "enheten redan är part": frozenset({"redan_part"}),
    "meddelandet redan är återfört": frozenset({"redan_felsant", "redan_aterford"}),
    "ärendets läge inte tillåter det": frozenset({"fel_lage"}),
    "ingen fast vårdkontakt finns sedan tidigare": frozenset({"ingen_tidigare"}),
    "ärendet inte fanns vid den tiden": frozenset({"fore_inskrivningen", "fore_start"}),
    "rollen inte räcker": frozenset({"roll_racker_inte"}),
    "filtypen inte är tillåten": frozenset({"otillaten_filtyp"}),
    "filen är för stor": frozenset({"fil_for_stor"}),
    "filen inte är av den typ den säger": frozenset({"fel_filinnehall"}),
    "filen innehåller skadlig kod": frozenset({"skadlig_fil"}),
    "systemet är i låst läsläge": frozenset({"samsa_laslage"}),
    "systemet är nedstängt": frozenset({"samsa_stangd"}),
    "samtycke saknas": frozenset({"samtycke_saknas", "samtycke_fattas"}),
    "vårdnadshavare måste samtycka": frozenset({"vardnadshavare_kravs", "vardnadshavare_fattas"}),
    "regionens öppenvård inte är kallad": frozenset({"oppenvard_saknas", "oppenvard_fattas"}),
    "en huvudmans enhet ska kallas": frozenset({"huvudman_ska_kallas", "ska_kallas"}),
    "planen är ofullständig": frozenset({"ofullstandig_plan", "plan_ofullstandig"}),
    "patienten redan har en aktiv SIP": frozenset({"aktiv_sip_finns", "plan_finns"}),
    "SIP är slut och bara går att läsa": frozenset({"sip_ar_slut", "plan_over"}),
    "skälet saknas": frozenset({"skal_saknas", "anledning_fattas"}),
    "skolan bara startar SIP för barn": frozenset({"bara_for_barn", "enbart_barn"}),
    "enheten är nedlagd": frozenset({"enhet_nedlagd"}),
    "någon annan redan har tagit det": frozenset({"redan_tagen"}),
    "en uppgift om patienten saknas": frozenset({"uppgift_saknas"}),
    "beskrivningen nämner en medarbetare": frozenset({"namner_person"}),
    "legitimeringskoden är fel": frozenset({"fel_legitimering"}),
    "det inte gäller någon patient": frozenset({"ej_patientrelaterad"}),
    **IDENTITY_REASONS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a system refuses: ``text`` as a sentence says it, and the codes a system may give for it."""

    text: str
    codes: frozenset[str]


def reason(text: str) -> Reason:
    return Reason(text=text, codes=one_of("Skälet", text, _REASONS))


def reason_words() -> Sequence[str]:
    """Why a system can refuse, in words."""
    return list(_REASONS)
