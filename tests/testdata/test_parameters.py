"""Every assumption is written down with its class, its reason and who decides."""

from __future__ import annotations

import pytest

from testdata.faults import Specifikationsfel
from testdata.parameters import belopp_per_vardygn, parameter, parameters

SECTION_9 = {
    "medelvarde_tak",
    "sjudagarsgrans",
    "individ_fran_dag",
    "klockan12_i_medelvarde",
    "manad_for_arende",
    "aterta_summera",
    "utskrivningsdagen_raknas",
    "frysdag",
    "farg_vid_exakt_3",
    "frist_flyttas_vid_helg",
    "systemval_regel",
    "byte_av_system_mitt_i_arende",
    "en_aktiv_sip_over_systemen",
    "okvitterat_larm_timmar",
    "fil_max_mb",
    "filtyper",
    "reservnummer_utan_kommun",
    "migrering_brytpunkt",
}


def test_every_parameter_of_the_domain_rules_is_there() -> None:
    assert set(parameters()) >= SECTION_9


def test_every_parameter_says_why_who_and_from_where() -> None:
    for entry in parameters().values():
        assert entry.trust in "ABCD"
        assert entry.why and entry.decided_by and entry.source
        assert entry.default not in entry.alternatives


def test_the_alternatives_of_systemval() -> None:
    assert parameter("systemval_regel").alternatives == ("sjukhuset", "kommunen")


def test_an_unknown_parameter_names_the_nearest() -> None:
    with pytest.raises(Specifikationsfel, match="Menade du systemval_regel"):
        parameter("systemvalsregel")


@pytest.mark.parametrize(
    ("year", "kronor"), [(2016, 4085), (2017, 4277), (2019, 7800), (2020, 8200), (2022, 9300), (2023, 10500)]
)
def test_the_amount_of_a_known_year(year: int, kronor: int) -> None:
    assert belopp_per_vardygn(year) == kronor


@pytest.mark.parametrize("year", [2018, 2021, 2024, 2025, 2026])
def test_a_year_without_an_amount_is_a_fault_and_never_a_default(year: int) -> None:
    with pytest.raises(Specifikationsfel, match=f"Beloppet per vårddygn för {year} saknas") as caught:
        belopp_per_vardygn(year)

    assert caught.value.krav == "AK-BET-12"
