"""The landscape document is the same bytes everywhere, and complete."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from testdata.faults import Specifikationsfel
from testdata.organisation.landscape import assumed_landscape, build_landscape, landscape
from testdata.organisation.plan import rows_in_force

ROOT = Path(__file__).parents[2]
PROGRAM = "from testdata.organisation.landscape import landscape; print(landscape().sha256)"


def test_the_address_is_the_sha256_of_the_bytes() -> None:
    assert landscape().sha256 == hashlib.sha256(landscape().body).hexdigest()


@pytest.mark.parametrize("hash_seed", ["0", "1", "4711"])
def test_the_bytes_are_the_same_in_every_process(hash_seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert done.stdout.strip() == landscape().sha256


def test_the_document_has_the_agreed_shape() -> None:
    document = landscape().document()

    assert set(document) == {"schema", "kommuner", "enheter", "medarbetare", "utrullningsplan", "parametrar"}
    assert document["schema"] == 1
    assert set(document["kommuner"][0]) == {"kod", "namn", "delregion", "omrade"}
    assert set(document["enheter"][0]) == {"hsa_id", "namn", "part", "kommunkod", "omrade", "plan"}
    assert set(document["medarbetare"][0]) == {"hsa_id", "namn", "roll", "enhet", "kod"}
    assert set(document["utrullningsplan"][0]) == {"etapp", "omrade", "datum", "vad"}
    assert (len(document["kommuner"]), len(document["enheter"])) == (49, 249)


def test_references_inside_the_document_hold() -> None:
    document = landscape().document()
    units = {unit["hsa_id"] for unit in document["enheter"]}
    codes = {kommun["kod"] for kommun in document["kommuner"]}

    assert {person["enhet"] for person in document["medarbetare"]} == units
    assert {unit["kommunkod"] for unit in document["enheter"]} == codes | {None}
    assert {unit["omrade"] for unit in document["enheter"]} == {"södra", "västra", "norra", "östra"}
    assert {row["omrade"] for row in document["utrullningsplan"]} == {"södra", "västra", "norra", "östra"}


def test_a_row_that_is_not_in_force_is_left_out() -> None:
    rows = landscape().document()["utrullningsplan"]

    assert [row["datum"] for row in rows if row["vad"] == "sjukhus:Alingsås lasarett"] == ["2022-04-05"]


def test_every_parameter_has_a_value_and_a_class() -> None:
    parameters = landscape().document()["parametrar"]

    assert {name: entry["klass"] for name, entry in parameters.items()} == {
        "aterta_summera": "D",
        "fil_max_mb": "D",
        "samsa_begransade_roller": "D",
        "samsa_laslage_fran": "D",
        "samsa_stangd_fran": "D",
        "adt_vardtillfalle_till_samsa": "D",
        "rpa_fortsatter_efter_fel": "D",
        "filtyper": "D",
        "filer_per_meddelande_max": "D",
        "identitet_andrad_fordrojning_s": "D",
        "inskrivningsmeddelande_frist_timmar": "B",
        "integration_forsok_max": "D",
        "integration_omforsok_s": "D",
        "kommun_driftsatt_fran": "D",
        "kommunsystem_reservnummer_oid": "D",
        "pu_koppling_roller": "D",
        "pu_nrid_kopplas_till_nrid": "D",
        "pu_nrid_per_anrop_max": "B",
        "pu_nrid_serie": "D",
        "samsa_arende_pagar_fordrojning_s": "D",
        "samsa_stoppar_arende_for_samvy": "D",
        "delade_inkorgar": "D",
        "enhetsandringar": "D",
        "okvitterat_larm_timmar": "D",
        "identiteter_for_kanda_personer": "D",
        "sammanslagning_kraver_koppling": "D",
        "sip_kallelse_frist_dagar": "B",
        "sip_vid_avbrott": "D",
        "samvy_granskarroller": "D",
        "sip_barn_samtycker_fran_ar": "D",
        "systemval_regel": "D",
        "vc_grupp": "D",
        "vc_grupp_annars": "D",
    }
    assert parameters["systemval_regel"]["varde"] == "alla"


def test_another_plan_is_another_landscape() -> None:
    moved = [replace(row, day=date(2024, 11, 12)) if row.omrade == "södra" else row for row in rows_in_force()]

    other = build_landscape(moved)

    assert other.sha256 != landscape().sha256
    assert {r["datum"] for r in other.document()["utrullningsplan"] if r["omrade"] == "södra"} == {"2024-11-12"}


def test_changing_a_read_document_changes_nothing() -> None:
    landscape().document()["kommuner"].clear()

    assert len(landscape().document()["kommuner"]) == 49


def test_another_assumption_is_another_landscape_and_still_an_assumption() -> None:
    other = assumed_landscape({"systemval_regel": "kommunen"})

    assert other.sha256 != landscape().sha256
    assert other.document()["parametrar"]["systemval_regel"] == {"varde": "kommunen", "klass": "D"}
    assert assumed_landscape({}).sha256 == landscape().sha256


@pytest.mark.parametrize(("name", "told"), [("systemval_rege", "Menade du systemval_regel"), ("frysdag", "läses inte")])
def test_only_what_a_system_reads_can_be_assumed_otherwise(name: str, told: str) -> None:
    with pytest.raises(Specifikationsfel, match=told):
        assumed_landscape({name: 1})
