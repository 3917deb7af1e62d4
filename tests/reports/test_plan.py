"""A deltestplan is read as written or refused with file, key and remedy; its criteria are met by numbers only."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema_rs
import msgspec
import pytest
from test_summary import SCHEMA, row, summary

from reports.account.account import Difference
from reports.account.ledger import Chosen, Texts, read_texts
from reports.closing import summary_text
from reports.outcome import Outcome
from reports.plan.document import read_plan
from reports.plan.gate import PlanVerdict, judge_plan, judge_start
from reports.plan.plan import Choice, Criterion, Limit, Plan
from reports.summary import Summary
from testdata.faults import Specifikationsfel

WHOLE = """
namn = "Prov"
syfte = "Att pröva"
miljo = "simulator"
vem = ["testledare"]
nar = { fran = 2026-03-02, till = 2026-03-06 }

[urval]
vagar = ["features"]
krav = ["AK-SYS-05", "AK-SYS-06"]
omrade = ["systemval"]
tagg = "rok"
testtyp = ["oberoende"]
kanal = "api"

[[startkriterier]]
text = "Skrivet"
mat = "skrivna"
minst = 2

[[slutkriterier]]
text = "Inga röda"
mat = "underkanda"
hogst = 0

[[slutkriterier]]
text = "Godtaget"
"""


def read(tmp_path: Path, text: str) -> Plan:
    file = tmp_path / "plan.toml"
    file.write_text(text, encoding="utf-8")
    return read_plan(file)


def test_a_plan_is_read_as_written(tmp_path: Path) -> None:
    assert read(tmp_path, WHOLE) == Plan(
        name="Prov",
        purpose="Att pröva",
        environment="simulator",
        who=("testledare",),
        first=date(2026, 3, 2),
        last=date(2026, 3, 6),
        choice=Choice(
            paths=("features",),
            krav=("AK-SYS-05", "AK-SYS-06"),
            areas=("systemval",),
            tags="rok",
            test_types=("oberoende",),
            channel="api",
        ),
        criteria=(
            Criterion(text="Skrivet", kind="start", limit=Limit(measure="skrivna", bound="minst", number=2)),
            Criterion(text="Inga röda", kind="slut", limit=Limit(measure="underkanda", bound="hogst", number=0)),
            Criterion(text="Godtaget", kind="slut", limit=None),
        ),
    )


def test_what_may_be_left_out_may_be_left_out(tmp_path: Path) -> None:
    plan = read(tmp_path, 'namn = "a"\nsyfte = "b"\nnar = 2026-03-02\n')

    assert (plan.choice, plan.criteria, plan.when) == (Choice(), (), "2026-03-02")


WRONG = {
    "ingen TOML": (('namn = "Prov"', "namn = Prov"), "", "rad 2"),
    "okänd nyckel": (("syfte =", "syftet ="), "syftet", "Menade du »syfte«?"),
    "okänd nyckel i urval": (('omrade = ["', 'område = ["'), "", ""),
    "felstavad nyckel i urval": (('testtyp = ["', 'testyp = ["'), "urval.testyp", "Menade du »testtyp«?"),
    "felstavad nyckel i kriterium": (("hogst = 0", "hogs = 0"), "slutkriterier[1].hogs", "Menade du »hogst«?"),
    "felstavat mått": (('"underkanda"', '"underkända"'), "slutkriterier[1].mat", "Menade du »underkanda«?"),
    "slutmått vid start": (('"skrivna"', '"underkanda"'), "startkriterier[1].mat", "Det finns: skrivna."),
    "annan miljö": (('"simulator"', '"produktion"'), "miljo", "Det finns: simulator."),
    "saknat namn": (('namn = "Prov"', ""), "namn", 'namn = "…"'),
    "tomt syfte": (('"Att pröva"', '" "'), "syfte", 'syfte = "…"'),
    "fel typ av text": (('"Prov"', "7"), "namn", 'namn = "…"'),
    "text i stället för lista": (('["testledare"]', '"testledare"'), "vem", 'vem = ["…", "…"]'),
    "tal i lista": (('["features"]', "[7]"), "urval.vagar", 'vagar = ["…", "…"]'),
    "dag som text": (("2026-03-06", '"2026-03-06"'), "nar.till", "till = 2026-03-02"),
    "dag med klockslag": (("2026-03-06", "2026-03-06T08:00:00"), "nar.till", "till = 2026-03-02"),
    "baklänges": (("2026-03-06", "2026-03-01"), "nar.till", "Byt plats på dagarna."),
    "gräns utan mått": (('mat = "underkanda"\n', ""), "slutkriterier[1].mat", "Skriv mat och antingen"),
    "mått utan gräns": (("hogst = 0\n", ""), "slutkriterier[1].mat", "Skriv mat och antingen"),
    "två gränser": (("hogst = 0", "hogst = 0\nminst = 0"), "slutkriterier[1].mat", "Skriv mat och antingen"),
    "gräns som text": (("hogst = 0", 'hogst = "0"'), "slutkriterier[1].hogst", "hogst = 0"),
    "gräns under noll": (("hogst = 0", "hogst = -1"), "slutkriterier[1].hogst", "hogst = 0"),
    "oändlig gräns": (("hogst = 0", "hogst = inf"), "slutkriterier[1].hogst", "hogst = 0"),
    "inget tal som gräns": (("hogst = 0", "hogst = nan"), "slutkriterier[1].hogst", "hogst = 0"),
    "alltid uppfylld": (("minst = 2", "minst = 0"), "startkriterier[1].minst", "Skriv minst 1 eller mer"),
    "sant som gräns": (("hogst = 0", "hogst = true"), "slutkriterier[1].hogst", "hogst = 0"),
    "kriterium utan text": (('text = "Godtaget"', ""), "slutkriterier[2].text", 'text = "…"'),
    "kriterier som ingen lista": (("[[startkriterier]]", "[startkriterier]"), "startkriterier", "[[startkriterier]]"),
    "kravmått utan krav": (
        ('krav = ["AK-SYS-05", "AK-SYS-06"]', ""),
        "urval.krav",
        "Räkna upp kraven i urval.krav",
    ),
}


@pytest.mark.parametrize(("change", "key", "remedy"), list(WRONG.values()), ids=list(WRONG))
def test_what_cannot_be_meant_is_refused_with_file_key_and_remedy(
    tmp_path: Path, change: tuple[str, str], key: str, remedy: str
) -> None:
    text = WHOLE.replace("underkanda", "krav_utan_gront") if key == "urval.krav" else WHOLE
    assert change[0] in text

    with pytest.raises(Specifikationsfel) as caught:
        read(tmp_path, text.replace(*change, 1))

    fault = caught.value
    assert str(tmp_path / "plan.toml") in fault.where
    assert (f"nyckeln {key}" in fault.where) if key else fault.where
    assert remedy in f"{fault.next_step} {fault.actual}"


def test_a_plan_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Specifikationsfel, match="går inte att läsa"):
        read_plan(tmp_path / "ingen.toml")


FEATURE = """# language: sv
@oberoende
Egenskap: Prov
  @krav:AK-SYS-05
  Scenario: A
    Givet ett
  @krav:AK-SYS-06
  Scenario: B
    Givet ett
"""


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    (tmp_path / "x.feature").write_text(FEATURE, encoding="utf-8")
    return read_texts([Chosen(path=tmp_path, line=None)], tmp_path)


def plan_of(*limits: Limit | None, kind: str = "slut", krav: tuple[str, ...] = ()) -> Plan:
    criteria = tuple(Criterion(text="t", kind=kind, limit=limit) for limit in limits)  # type: ignore[arg-type]
    day = date(2026, 3, 2)
    choice = Choice(krav=krav)
    return Plan(
        name="Prov",
        purpose="p",
        environment="simulator",
        who=(),
        first=day,
        last=day,
        choice=choice,
        criteria=criteria,
    )


RUN = replace(
    summary(
        row(Outcome.GODKAND, 1),
        row(Outcome.GODKAND, 2, weakest="B"),
        row(Outcome.UNDERKAND, 3, krav=("AK-SYS-06",)),
        row(Outcome.TRASIG, 4),
        row(Outcome.TRASIG, 5),
        row(Outcome.SPECIFIKATIONSFEL, 6),
        row(Outcome.EJ_BYGGD, 7),
        row(Outcome.EJ_KORBAR, 8, reason="en annan orsak"),
        row(Outcome.VANTAD, 9),
        row(Outcome.UNDERKAND, 1, repetition=2),
    ),
    repetitions=2,
)
MEASURES = {
    "underkanda": 2,
    "trasiga": 2,
    "specifikationsfel": 1,
    "ej_byggda": 1,
    "ej_korbara": 1,
    "vantade": 1,
    "ostadiga": 1,
    "krav_utan_scenario": 1,
    "krav_utan_gront": 2,
    "grona_pa_antaganden": 1,
}
KRAV = ("AK-SYS-05", "AK-SYS-06", "AK-SYS-99")


def judged(run: Summary, texts: Texts, *limits: Limit | None) -> PlanVerdict:
    return judge_plan(plan_of(*limits, krav=KRAV), run, texts, ())


@pytest.mark.parametrize(("measure", "value"), list(MEASURES.items()))
def test_each_measure_has_its_number_and_both_limits(texts: Texts, measure: str, value: int) -> None:
    limits = [
        Limit(measure=measure, bound=bound, number=value + off) for bound in ("hogst", "minst") for off in (-1, 0, 1)
    ]

    verdict = judged(RUN, texts, *limits)

    assert {each.value for each in verdict.judged} == {value}
    assert [each.met == "uppfyllt" for each in verdict.judged] == [False, True, True, True, True, False]
    assert verdict.says_no


def test_what_a_person_judges_is_never_met_and_says_no_no(texts: Texts) -> None:
    verdict = judged(RUN, texts, None)

    assert [(each.met, each.value) for each in verdict.judged] == [("bedöms av människa", None)]
    assert not verdict.says_no
    assert verdict.unclaimed == ("AK-SYS-99",)


def test_a_part_of_the_plan_meets_nothing_and_says_no(texts: Texts) -> None:
    none_red = Limit(measure="underkanda", bound="hogst", number=0)

    verdict = judge_plan(plan_of(none_red), GREEN, texts, ("--kanal",))

    assert [each.met for each in verdict.judged] == ["bedöms inte"]
    assert verdict.says_no
    assert not judge_plan(plan_of(None), GREEN, texts, ("--kanal",)).says_no


@pytest.mark.parametrize(
    ("choice", "written", "unclaimed"),
    [
        (Choice(krav=("AK-SYS-05",)), 1, ()),
        (Choice(krav=("AK-SYS-05", "AK-SYS-06"), tags="krav:AK-SYS-05"), 1, ("AK-SYS-06",)),
        (Choice(krav=("AK-SYS-05", "AK-SYS-07")), 2, ("AK-SYS-07",)),
        (Choice(krav=("AK-SYS-05",), channel="webb"), 0, ("AK-SYS-05",)),
        (Choice(krav=("AK-SYS-05",), channel="bada"), 1, ()),
        (Choice(areas=("ingen",), krav=("AK-SYS-05",)), 0, ("AK-SYS-05",)),
        (Choice(test_types=("prestanda",)), 0, ()),
        (Choice(), 3, ()),
    ],
)
def test_only_what_the_plan_chooses_is_measured_and_what_is_not_built_claims_nothing(
    tmp_path: Path, choice: Choice, written: int, unclaimed: tuple[str, ...]
) -> None:
    more = "  @krav:AK-SYS-07 @specificerad\n  Scenario: C\n    Givet ett\n"
    (tmp_path / "x.feature").write_text(FEATURE + more, encoding="utf-8")
    texts = read_texts([Chosen(path=tmp_path, line=None)], tmp_path)
    some = Limit(measure="skrivna", bound="minst", number=1)

    verdict = judge_plan(replace(plan_of(some, kind="start"), choice=choice), GREEN, texts, ())

    assert [each.value for each in verdict.judged] == [written]
    assert verdict.unclaimed == unclaimed


def test_a_chosen_line_does_not_measure_the_rest_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "x.feature").write_text(FEATURE, encoding="utf-8")
    texts = read_texts([Chosen(path=tmp_path / "x.feature", line=5)], tmp_path)

    assert judge_plan(plan_of(krav=KRAV), GREEN, texts, ()).unclaimed == ("AK-SYS-06", "AK-SYS-99")


def test_a_start_is_measured_by_what_is_written(texts: Texts) -> None:
    for number, met in ((2, "uppfyllt"), (3, "inte uppfyllt")):
        plan = plan_of(Limit(measure="skrivna", bound="minst", number=number), kind="start")
        assert [each.met for each in judge_start(plan, texts)] == [met]


GREEN = summary(row(Outcome.GODKAND))
UNASKED = Difference(place="x:1", channel="api", stage="korda", reason="r", was_unasked=True)
NOT_WHOLE = {
    "kontot stämmer inte": summary(row(Outcome.GODKAND), balanced=False),
    "ingenting bevisat": summary(row(Outcome.EJ_BYGGD)),
    "ingenting kört": summary(),
    "stoppad": replace(GREEN, account=replace(GREEN.account, differences=(UNASKED,))),
    "utan webbläsare": summary(row(Outcome.GODKAND), row(Outcome.EJ_KORBAR, 2, reason="webblasare_saknas")),
}


@pytest.mark.parametrize("run", list(NOT_WHOLE.values()), ids=list(NOT_WHOLE))
def test_a_run_that_is_not_whole_meets_nothing(texts: Texts, run: Summary) -> None:
    none_red = Limit(measure="underkanda", bound="hogst", number=0)

    assert judged(GREEN, texts, none_red).judged[0].met == "uppfyllt"
    assert judged(run, texts, none_red).judged[0].met == "inte uppfyllt"


def test_the_summary_with_a_plan_follows_its_schema(texts: Texts) -> None:
    verdict = judge_plan(plan_of(None, Limit(measure="trasiga", bound="hogst", number=0)), RUN, texts, ("--kanal",))
    document = json.loads(summary_text(RUN, verdict))

    jsonschema_rs.validate(SCHEMA, document)
    assert document["plan"]["kriterier"][1] == {"text": "t", "slag": "slut", "utfall": "bedöms inte", "varde": 2}
    assert document["plan"]["miljo"] == "simulator"
    document["plan"]["kriterier"][0]["utfall"] = "kanske"
    assert not jsonschema_rs.is_valid(SCHEMA, document)
    assert "plan" not in msgspec.json.decode(summary_text(RUN))
