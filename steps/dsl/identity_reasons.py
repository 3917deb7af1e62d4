"""Why an identity is refused, in words, and the codes a system may give for it."""

from __future__ import annotations

from collections.abc import Mapping

IDENTITY_REASONS: Mapping[str, frozenset[str]] = {
    "enheten inte är kommunens": frozenset({"ej_kommunal_enhet"}),
    "numret inte har tolv tecken": frozenset({"ej_tolv_tecken"}),
    "numret inte har VGR-format och ett nytt ska tas ut": frozenset({"ej_vgr_format"}),
    "numrets datum inte finns": frozenset({"fel_datum"}),
    "numrets löpnummer är fel": frozenset({"fel_lopnummer"}),
    "numrets könsbokstav är fel": frozenset({"fel_konsbokstav"}),
    "numrets kontrollsiffra är fel": frozenset({"fel_kontrollsiffra"}),
    "numret har fel tecken": frozenset({"fel_tecken"}),
    "numrets serie inte används": frozenset({"fel_serie"}),
    "patientens identitet inte är säkerställd": frozenset({"identitet_ej_sakerstalld", "ej_sakerstalld"}),
    "rollen saknar behörighet": frozenset({"roll_saknar_behorighet"}),
    "de är två kända personer": frozenset({"felkoppling", "forvaxling"}),
    "identiteterna inte är kopplade": frozenset({"ej_kopplade", "koppling_fattas", "ej_kopplad"}),
    "identiteterna redan är samma patient": frozenset({"redan_sammanslagna", "redan_sammanforda"}),
    "sammanslagningen redan är upplöst": frozenset({"redan_upplost", "redan_isar"}),
    "den redan är kopplad": frozenset({"redan_kopplad", "redan_i_kedjan"}),
    "kopplingen går åt fel håll": frozenset({"fel_riktning"}),
    "lokala reservnummer bara kopplas genom ett nationellt": frozenset({"lokala_bara_genom_nrid"}),
    "bara Skatteverket ändrar den kopplingen": frozenset({"bara_skatteverket"}),
}
