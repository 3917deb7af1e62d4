"""Every known defect."""

from __future__ import annotations

from harness.defects import (
    for_strangt,
    inkorgar,
    integrationen,
    nere,
    pu,
    pu_nummer,
    rpa,
    samexistens,
    sammanslagning,
    samsa,
    samsa_filer,
    samsa_funktioner,
    samsa_sidor,
    samvy,
    samvy_avvikelser,
    samvy_process,
    samvy_sidor,
    sip,
    sip_innehall,
    skydd,
)
from harness.defects.defect import Defect


def list_defects() -> tuple[Defect, ...]:
    """All of them, sorted by id."""
    known = (
        *samsa.list_defects(),
        *samsa_filer.list_defects(),
        *samsa_funktioner.list_defects(),
        *samsa_sidor.list_defects(),
        *samvy.list_defects(),
        *samvy_avvikelser.list_defects(),
        *samvy_process.list_defects(),
        *samvy_sidor.list_defects(),
        *skydd.list_defects(),
        *sip.list_defects(),
        *sip_innehall.list_defects(),
        *inkorgar.list_defects(),
        *integrationen.list_defects(),
        *for_strangt.list_defects(),
        *nere.list_defects(),
        *pu.list_defects(),
        *pu_nummer.list_defects(),
        *sammanslagning.list_defects(),
        *rpa.list_defects(),
        *samexistens.list_defects(),
    )
    return tuple(sorted(known, key=lambda defect: defect.id))
