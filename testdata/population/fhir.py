"""People as FHIR: Patient resources after HL7 Sweden's base profile (SEBasePatient 1.1.0, FHIR 4.0.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from testdata.identity.value import OID, Kind
from testdata.people.protection import HIDDEN_ADDRESS, MARKED, PROTECTED

Row = Mapping[str, Any]

_PROFILE = "http://hl7.se/fhir/ig/base/StructureDefinition/SEBasePatient"
_ADDRESS_KIND = "http://hl7.se/fhir/ig/base/StructureDefinition/SEBaseAddressPersonExtension"
_SNOMED = "http://snomed.info/sct"
_REGISTERED, _SPECIAL = "63381000052101", "63391000052104"
_LABELS = "http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel"
_SYSTEMS = {
    Kind.PERSONNUMMER.value: "http://electronichealth.se/identifier/personnummer",
    Kind.SAMORDNINGSNUMMER.value: "http://electronichealth.se/identifier/samordningsnummer",
    Kind.NRID.value: "http://electronichealth.se/identifier/nationelltReservnummer",
    # The base profile has no slice for a region's own numbers; slicing is open, and an OID is a name for everybody.
    Kind.VGR.value: f"urn:oid:{OID[Kind.VGR]}",
}
_SECURITY = {PROTECTED: "skyddadFolkbokforing", MARKED: "sekretessmarkering"}
_GENDER = {"kvinna": "female", "man": "male"}
_HIDDEN = "Skyddad uppgift"


def bundle(rows: Iterable[Row]) -> dict[str, Any]:
    """A Bundle of type collection with one Patient for each row of :data:`columns.COLUMNS`.

    Source:
        HL7 Sweden, base profiles R4 1.1.0: slices of identifier, SecurityLabel, kind of address. Class B.
    """
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"fullUrl": f"urn:provtryck:{row['person']}", "resource": patient(row)} for row in rows],
    }


def patient(row: Row) -> dict[str, Any]:
    """One Patient. With skyddad folkbokföring the name is hidden and the address is the särskild postadress.

    Every resource is labelled DEMO: it is nobody.
    """
    protected = row["skydd"] == PROTECTED
    security = [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "DEMO"}]
    if row["skydd"]:
        security.append({"system": _LABELS, "code": _SECURITY[row["skydd"]]})
    resource: dict[str, Any] = {
        "resourceType": "Patient",
        "id": row["person"],
        "meta": {"profile": [_PROFILE], "security": security},
        "identifier": [{"system": _SYSTEMS[row["slag"]], "value": row["identitet"]}],
        "name": [_name(row, protected)],
        "gender": _GENDER[row["kon"]],
        "birthDate": row["fodd"].isoformat(),
        "address": [_address(row)],
    }
    telecom = [
        {"system": system, "value": row[column]} for system, column in (("phone", "telefon"), ("email", "epost"))
    ]
    if not protected:
        resource["telecom"] = telecom
    if row["tolksprak"]:
        resource["communication"] = [{"language": {"text": row["tolksprak"]}, "preferred": True}]
    return resource


def _name(row: Row, protected: bool) -> dict[str, Any]:
    if protected:
        return {"text": _HIDDEN, "family": _HIDDEN, "given": [_HIDDEN]}
    return {
        "use": "official",
        "text": f"{row['fornamn']} {row['efternamn']}",
        "family": row["efternamn"],
        "given": [row["fornamn"]],
    }


def _address(row: Row) -> dict[str, Any]:
    code = _SPECIAL if row["adress"] == HIDDEN_ADDRESS[0] else _REGISTERED
    return {
        "extension": [{"url": _ADDRESS_KIND, "valueCodeableConcept": {"coding": [{"system": _SNOMED, "code": code}]}}],
        "line": [row["adress"]],
        "postalCode": row["postnummer"],
        "city": row["ort"],
    }
