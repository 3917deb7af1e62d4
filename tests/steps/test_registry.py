"""Finding the definition of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_bdd import parsers
from pytest_bdd.steps import StepFunctionContext

from steps.pickles import PickleStep
from steps.registry import Definition, Registry, load_registry, shown
from testdata.faults import Specifikationsfel

WORDS = ["patienten", "skriver", "in", "ut", "SÄS", "är", "Åsa", "2022-04-05", "kl.", "från", "(x)"]


def definition(pattern: str, kind: str = "given") -> Definition:
    def function(stage: object) -> None: ...

    context = StepFunctionContext(type=kind, step_func=function, parser=parsers.parse(pattern))  # type: ignore[arg-type]
    return Definition(pattern=pattern, context=context, arguments=frozenset({"stage"}))


def step(text: str, kind: str = "given") -> PickleStep:
    return PickleStep(keyword="Givet", kind=kind, text=text, line=3, datatable=None, docstring=None)  # type: ignore[arg-type]


@given(
    patterns=st.lists(
        st.lists(st.sampled_from([*WORDS, "{a}", "{b}"]), min_size=1, max_size=5).map(" ".join), unique=True, max_size=8
    ).map(lambda found: [p for p in found if p.count("{a}") < 2 and p.count("{b}") < 2]),
    text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join),
)
@settings(max_examples=300)
def test_the_index_finds_exactly_what_trying_every_definition_finds(patterns: list[str], text: str) -> None:
    definitions = [definition(p) for p in patterns]
    registry = Registry(definitions)

    found = [r.definition for r in registry.readings("given", text)]

    assert sorted(d.pattern for d in found) == sorted(
        d.pattern for d in definitions if d.context.parser.is_matching(text)
    )


def test_a_field_joined_to_a_word_does_not_hide_the_sentence() -> None:
    registry = Registry([definition("är {alias}s ärende öppet")])

    assert registry.find(step("är Astrids ärende öppet")).definition.pattern == "är {alias}s ärende öppet"


def test_a_sentence_that_two_definitions_read_is_refused_with_both_named() -> None:
    registry = Registry([definition("patienten {a}"), definition("patienten {b} är {c}")])

    with pytest.raises(Specifikationsfel, match="på flera sätt") as fault:
        registry.find(step("patienten Astrid är gammal"))

    assert "patienten {a}" in fault.value.actual
    assert "patienten {b} är {c}" in fault.value.actual


def test_a_sentence_that_does_not_exist_is_refused_with_the_nearest_that_do() -> None:
    with pytest.raises(Specifikationsfel, match="Steget »Givet patienten Astrid ifrån Borås« finns inte") as fault:
        load_registry().find(step("patienten Astrid ifrån Borås"))

    assert fault.value.next_step == "Menade du »Givet patienten Astrid från Borås«?"


def test_a_field_that_was_left_in_the_sentence_is_told_of_by_what_it_takes() -> None:
    with pytest.raises(Specifikationsfel) as fault:
        load_registry().find(step("patienten {alias} från Borås"))

    assert fault.value.next_step.startswith("Byt {alias} mot ett förnamn")


def test_a_when_is_not_found_as_a_given() -> None:
    registry = Registry([definition("klockan blir {kl}", "when")])

    with pytest.raises(Specifikationsfel):
        registry.find(step("klockan blir 10", "given"))


def test_a_pattern_is_shown_without_its_types() -> None:
    assert shown("att klockan är {kl:Klockslag} den {dag:Dag}") == "att klockan är {kl} den {dag}"
    assert shown("{enhet} skriver ut den {dag:Dag} {kl:Kl}") == "{enhet} skriver ut den {dag} kl. {kl}"


def test_the_debugger_step_of_pytest_bdd_is_no_sentence_of_ours() -> None:
    assert load_registry().readings("given", "trace") == ()


def test_no_two_of_our_sentences_can_both_read_what_one_of_them_says() -> None:
    """Every pattern, filled in with plausible values, is read by itself alone."""
    registry = load_registry()
    values: dict[str, str] = {"dag": "2022-04-05", "utskrivning": "2022-04-09", "driftstart": "2022-04-05"}
    values |= {"kl": "08.00", "grupp": "2", "dygn": "3", "system": "SAMSA", "alias": "Astrid"}
    values |= {"behov": "kommunal hälso- och sjukvård och socialtjänst", "meddelande": "inskrivningsmeddelandet"}
    values |= {"enhet": "VC Göteborg Hisingen", "sjukhus": "SÄS", "avsandare": "SÄS", "kommun": "Lilla Edet"}
    values |= {"tid": "1 timme och 5 minuter", "lage": "Planering pågår", "skal": "SAMSA är låst", "orsak": "avliden"}
    values |= {"fran": "SAMSA", "till": "Samvy", "antal": "ett meddelande"}
    values |= {"person": "Greta", "urval": "över 80 år i Mark"}
    values |= {"roll": "sjuksköterska", "mottagare": "VC Borås", "granskare": "SÄS", "part": "socialtjänst"}
    values |= {"brev": "planeringsmeddelande", "vardform": "öppen psykiatrisk tvångsvård", "planform": "SIP"}
    values |= {"anmarkning": "utskriven utan fast vårdkontakt", "leverans": "läst", "fil": "en pdf-fil", "vad": "fil"}
    values |= {"brist": "fel mottagare", "kallade": "Borås socialtjänst och VC Borås", "siplage": "Kallad"}
    values |= {"motesform": "videomöte", "samtyckande": "patienten", "begarande": "en närstående", "lucka": "insatser"}
    values |= {"nummerslag": "VGR-reservnummer", "nummer": "19810829M071", "huvud": "Bertil"}
    values |= {"hanvisning": "och numren hänvisar till varandra"}

    for one in registry.definitions:
        text = shown(one.pattern).format(**values)
        kind = one.context.type or "given"
        assert [r.definition.pattern for r in registry.readings(kind, text)] == [one.pattern]
