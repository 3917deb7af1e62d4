"""The organisation and the plan are data; these tests hold them against what the sources say."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from testdata.faults import Specifikationsfel
from testdata.model import Part
from testdata.organisation.enheter import (
    find_hospital,
    find_unit,
    find_vardcentral,
    unit_of_kommun,
    unit_with_hsa_id,
    units,
)
from testdata.organisation.hsa import PREFIX, check_hsa_id
from testdata.organisation.kommuner import find_kommun, kommun_with_code, kommuner
from testdata.organisation.medarbetare import employees, staff
from testdata.organisation.plan import conflicts, plan_rows, rows_in_force
from testdata.parameters import parameter

TUESDAY = 1


def test_there_are_49_kommuner_with_unique_codes_and_names() -> None:
    assert len(kommuner()) == 49
    assert len({k.kod for k in kommuner()}) == 49
    assert len({k.namn for k in kommuner()}) == 49


def test_kommuner_per_delregion_and_omrade() -> None:
    placed = Counter((k.delregion, k.omrade) for k in kommuner())

    assert placed == {
        ("Södra Älvsborg", "södra"): 10,
        ("Göteborgsområdet", "västra"): 10,
        ("Fyrbodal", "norra"): 14,
        ("Skaraborg", "östra"): 15,
    }


def test_only_lilla_edet_is_uncertain() -> None:
    assert [k.namn for k in kommuner() if k.sakerhet == "osäker"] == ["Lilla Edet"]
    assert {k.sakerhet for k in kommuner()} == {"belagd", "stödd", "allmän kunskap", "osäker"}


@pytest.mark.parametrize("name", ["Borås", "Borås kommun", " Borås  kommun "])
def test_a_kommun_is_found_with_and_without_the_word_kommun(name: str) -> None:
    assert find_kommun(name).kod == "1490"
    assert kommun_with_code("1490").namn == "Borås"


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Boras", "Borås"),
        ("borås", "Borås"),
        ("Amal", "Åmål"),
        ("Götebrog", "Göteborg"),
        ("Lilla edet", "Lilla Edet"),
    ],
)
def test_an_unknown_kommun_names_the_nearest(name: str, suggestion: str) -> None:
    with pytest.raises(Specifikationsfel) as caught:
        find_kommun(name)

    assert f"Kommunen '{name}' finns inte. Menade du {suggestion}" in caught.value.sentence
    caught.value.place(where="features/x.feature:3", krav="AK-SYS-05")
    assert all(text != "–" for text in caught.value.parts().values())


def test_a_name_like_nothing_gets_examples_instead_of_a_guess() -> None:
    with pytest.raises(Specifikationsfel) as caught:
        find_kommun("Xyzzy")

    assert caught.value.sentence == "Kommunen 'Xyzzy' finns inte."
    assert "Härryda" in caught.value.next_step


@pytest.mark.parametrize(
    "name",
    ["SÄS", "Alingsås lasarett", "SU", "Sjukhusen i väster", "Kungälvs sjukhus", "NU-sjukvården", "SkaS"],
)
def test_every_hospital_is_found_by_the_name_people_write(name: str) -> None:
    hospital = find_hospital(name)

    assert hospital.part is Part.SLUTENVARD
    assert hospital.plan == f"sjukhus:{name}"
    assert hospital.kommunkod is None


def test_a_unit_is_found_by_its_full_name_and_its_hsa_id() -> None:
    sas = find_unit("Södra Älvsborgs sjukhus")

    assert sas == find_unit("SÄS") == unit_with_hsa_id(sas.hsa_id)


def test_the_wrong_kind_of_unit_is_said_to_be_that() -> None:
    with pytest.raises(Specifikationsfel, match="VC Borås är regional öppenvård, inte slutenvård"):
        find_hospital("VC Borås")


def test_an_unknown_unit_names_the_nearest() -> None:
    with pytest.raises(Specifikationsfel, match="Menade du SÄS\\?"):
        find_unit("SAS")
    with pytest.raises(
        Specifikationsfel, match=r"Vårdcentralen 'VC Göteborg' finns inte\. Menade du VC Göteborg Centrum"
    ):
        find_vardcentral("VC Göteborg")
    with pytest.raises(Specifikationsfel, match="finns inte"):
        unit_with_hsa_id(f"{PREFIX}SASS")


def test_every_kommun_has_a_vardcentral_and_its_two_own_units() -> None:
    for kommun in kommuner():
        found = [unit_of_kommun(kommun, part) for part in (Part.OPPENVARD, Part.KOMMUNAL_HSV, Part.SOCIALTJANST)]

        assert [unit.kommunkod for unit in found] == [kommun.kod] * 3
        assert [unit.omrade for unit in found] == [kommun.omrade] * 3
        assert [unit.huvudman for unit in found] == ["region", "kommun", "kommun"]
    assert find_unit("Borås hemsjukvård").part is Part.KOMMUNAL_HSV
    assert find_unit("Borås socialtjänst").part is Part.SOCIALTJANST
    assert find_vardcentral("VC Göteborg Hisingen").kommunkod == "1480"


def test_the_private_provider_follows_its_omrade() -> None:
    private = find_unit("Cityläkarna Borås")

    assert (private.huvudman, private.omrade, private.plan) == ("privat", "södra", "primarvard")


def test_slutenvard_is_nothing_that_a_kommun_has() -> None:
    with pytest.raises(Specifikationsfel, match="går inte att härleda slutenvård ur kommunen Borås"):
        unit_of_kommun(find_kommun("Borås"), Part.SLUTENVARD)


def test_every_id_uses_an_organisation_number_that_cannot_exist() -> None:
    people = {(employee.hsa_id, employee.name, employee.code) for employee in employees()}
    ids = [unit.hsa_id for unit in units()] + [hsa_id for hsa_id, _, _ in people]

    assert len(ids) == len(set(ids))
    assert len({(employee.hsa_id, employee.unit) for employee in employees()}) == len(employees())
    assert all(check_hsa_id(hsa_id).startswith(PREFIX) for hsa_id in ids)
    assert len({unit.name for unit in units()}) == len(units())


@pytest.mark.parametrize(
    "text",
    [
        "SE0000000000-SÄS",
        "SE0000000000-",
        "SE000000000-A",
        "se0000000000-A",
        f"{PREFIX}{'A' * 19}",
        f"{PREFIX}a@b",
    ],
)
def test_a_wrong_hsa_id_is_refused(text: str) -> None:
    with pytest.raises(Specifikationsfel, match="är inte ett HSA-id"):
        check_hsa_id(text)


def test_the_longest_hsa_id_has_31_characters() -> None:
    assert len(check_hsa_id(f"{PREFIX}{'A' * 18}")) == 31


def test_every_unit_has_the_staff_its_part_needs() -> None:
    needed = {
        Part.SLUTENVARD: ("läkare", "sjuksköterska"),
        Part.OPPENVARD: ("läkare", "sjuksköterska"),
        Part.KOMMUNAL_HSV: ("sjuksköterska",),
        Part.SOCIALTJANST: ("biståndshandläggare",),
        Part.ELEVHALSA: ("skolsköterska",),
    }

    others = {"rehabilitering": ("fysioterapeut", "arbetsterapeut"), "habilitering": ("sjuksköterska", "fysioterapeut")}
    for unit in units():
        for role in others.get(unit.speciality, needed[unit.part]):
            assert staff(unit, role).unit == unit.hsa_id
        assert staff(unit).role != "läkare"


def test_a_role_that_nobody_has_is_a_fault_that_names_the_roles() -> None:
    with pytest.raises(Specifikationsfel, match="Ingen på Borås socialtjänst är läkare") as caught:
        staff(find_unit("Borås socialtjänst"), "läkare")

    assert "biståndshandläggare" in caught.value.actual


def test_every_date_in_force_is_a_tuesday() -> None:
    assert all(row.day is not None and row.day.weekday() == TUESDAY for row in rows_in_force())


def test_the_plan_in_force_is_the_one_of_the_source() -> None:
    days = {(row.omrade, row.what): row.day for row in rows_in_force()}

    assert len(days) == len(rows_in_force())
    assert days == {
        ("södra", "primarvard:1"): date(2022, 3, 8),
        ("södra", "primarvard:2"): date(2022, 3, 22),
        ("södra", "sjukhus:SÄS"): date(2022, 4, 5),
        ("södra", "sjukhus:Alingsås lasarett"): date(2022, 4, 5),
        ("södra", "habilitering"): date(2022, 4, 5),
        ("västra", "primarvard:1"): date(2023, 2, 28),
        ("västra", "sjukhus:Sjukhusen i väster"): date(2023, 3, 14),
        ("västra", "primarvard:2"): date(2023, 4, 4),
        ("västra", "sjukhus:SU"): date(2023, 4, 18),
        ("västra", "primarvard:3"): date(2023, 5, 9),
        ("västra", "sjukhus:Kungälvs sjukhus"): date(2023, 5, 9),
        ("norra", "sjukhus:NU-sjukvården"): date(2023, 11, 7),
        ("norra", "primarvard:1"): date(2023, 11, 7),
        ("norra", "primarvard:2"): date(2023, 12, 5),
        ("östra", "sjukhus:SkaS"): date(2023, 11, 7),
        ("östra", "primarvard:1"): date(2023, 11, 7),
        ("östra", "primarvard:2"): date(2023, 12, 5),
    }


def test_contradictions_are_kept_and_one_row_of_each_is_in_force() -> None:
    dated = [row for row in conflicts() if row.day]

    assert {(row.what, row.day, row.in_force) for row in dated} == {
        ("sjukhus:Alingsås lasarett", date(2022, 4, 5), True),
        ("sjukhus:Alingsås lasarett", date(2023, 3, 14), False),
        ("habilitering", date(2022, 4, 5), True),
        ("habilitering", date(2022, 4, 2), False),
    }
    assert len(conflicts()) - len(dated) == 2
    assert all(row.conflict for row in plan_rows() if not row.in_force)


def test_every_hospital_has_its_row_in_the_plan() -> None:
    planned = {row.what for row in rows_in_force()}

    assert all(unit.plan in planned for unit in units() if unit.part is Part.SLUTENVARD)


def test_the_assumed_day_of_kungalv_is_the_same_in_plan_and_assumptions() -> None:
    row = next(row for row in rows_in_force() if row.what == "sjukhus:Kungälvs sjukhus")

    assert row.trust == "D"
    assert row.day == date.fromisoformat(parameter("kungalv_driftsatt_fran").default)


WITH_IT_SERVICE = {
    "Allékliniken Sleipner VC", "Borås VC", "Cityläkarna Borås", "Herkules VC", "HälsoBrunnen VC", "Viskaforskliniken",
    "Herkules Rehab", "HälsoBrunnen Rehab", "Älvsborg Rehab Center",
}  # fmt: skip
WITHOUT_IT_SERVICE = {
    "Bräcke Diakoni VC i Centrum", "Brämhults VC", "Din VC i Lerum", "Medpro Clinic Noltorp VC",
    "Nötkärnan Sävelången Familjeläkare och BVC", "Sättila VC", "Tranehälsan", "Activ Rehab Kinna",
    "Bräcke diakoni PrimärvårdsRehab Alingsås", "Medpro Clinic Noltorp Rehab", "Vårgårda Rehab",
}  # fmt: skip


def test_the_private_providers_of_etapp_1_are_there_with_and_without_the_regions_it_service() -> None:
    private = [unit for unit in units() if unit.huvudman == "privat"]

    assert {unit.name for unit in private if unit.it_service} == WITH_IT_SERVICE
    assert {unit.name for unit in private if unit.it_service is False} == WITHOUT_IT_SERVICE
    assert {unit.omrade for unit in private} == {"södra"}
    assert all(unit.it_service is None for unit in units() if unit.huvudman != "privat")


def test_every_hospital_has_wards_that_follow_its_plan_and_some_are_psychiatric() -> None:
    hospitals = [u for u in units() if u.part is Part.SLUTENVARD and not u.speciality]

    assert len(hospitals) == 7
    for hospital in hospitals:
        wards = [u for u in units() if u.plan == hospital.plan and u.speciality]
        assert len(wards) == 3
        assert all(ward.name.startswith(hospital.name) and ward.omrade == hospital.omrade for ward in wards)
    assert {u.name.split()[0] for u in units() if u.is_psychiatric} == {"SÄS", "SU", "NU-sjukvården", "SkaS"}


def test_habilitering_och_halsa_is_in_every_omrade_and_goes_live_once() -> None:
    found = [unit for unit in units() if unit.plan == "habilitering"]

    assert {unit.omrade for unit in found} == {"södra", "västra", "norra", "östra"}
    assert [row.day for row in rows_in_force() if row.what == "habilitering"] == [date(2022, 4, 5)]
    with pytest.raises(Specifikationsfel, match="Ingen kan vara listad på Habilitering & Hälsa södra: det är en hab"):
        find_vardcentral("Habilitering & Hälsa södra")


def test_nobody_is_listed_at_a_rehab() -> None:
    with pytest.raises(Specifikationsfel, match="Ingen kan vara listad på Herkules Rehab"):
        find_vardcentral("Herkules Rehab")


def test_somebody_answers_at_every_unit() -> None:
    for unit in units():
        assert staff(unit).unit == unit.hsa_id


def test_the_handbook_tells_every_conflict_of_the_plan_and_no_other() -> None:
    page = Path(__file__).parents[2] / "docs" / "handbok" / "06-valja-och-planera.md"
    section = page.read_text(encoding="utf-8").partition("## Utrullningsplanens konflikter")[2].partition("\n## ")[0]
    told = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line[:1] == "|"]

    expected = []
    for what in dict.fromkeys(row.what for row in conflicts()):
        rows = [row for row in conflicts() if row.what == what]
        used, other = ([str(r.day) for r in rows if r.in_force is wanted and r.day] for wanted in (True, False))
        expected.append([what, ", ".join(used) or "–", ", ".join(other) or "–", rows[0].conflict])
    assert told[2:] == expected


def test_of_readings_that_contradict_each_other_exactly_one_is_used() -> None:
    dated = [row for row in conflicts() if row.day]

    assert {row.what for row in dated} == {"sjukhus:Alingsås lasarett", "habilitering"}
    for what in {row.what for row in dated}:
        assert [row.in_force for row in dated if row.what == what].count(True) == 1
