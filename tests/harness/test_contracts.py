"""Contract first: routes and contracts are the same list, and strangers get lawful answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from careacts import SamsaDesk, SamvyDesk
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from landscape import (
    ASTRID,
    BERTIL,
    CODE,
    HSV_BORAS,
    NRID,
    PERSONNUMMER,
    SAS,
    VC_BORAS,
    doctor,
    freeze,
    landscape_document,
    nurse,
    person,
    world_document,
)
from mergedesks import SamsaMerges, SamvyMerges
from schemathesis.specs.openapi.checks import positive_data_acceptance
from sipdesks import SamsaSips, SamvySips
from starlette.routing import BaseRoute, Route
from test_merging import UNKNOWN
from wireclient import WireClient, contract

import harness.systems
from harness.kernel import control, fault_control, inspection
from harness.simulator import create_app, define_systems

SYSTEMS = {system.name: system for system in define_systems()}
# Contract, and the routes it describes with what stands before them in its paths.
ROUTES: dict[str, list[tuple[str, list[BaseRoute]]]] = {
    "samsa": [("", list(SYSTEMS["samsa"].routes))],
    "samvy": [("", list(SYSTEMS["samvy"].routes))],
    "pu": [("", list(SYSTEMS["pu"].routes))],
    "kommunsystem": [("", list(SYSTEMS["kommunsystem"].routes))],
    "melior": [("", list(SYSTEMS["melior"].routes))],
    "avvikelser": [("", list(SYSTEMS["avvikelser"].routes))],
    "millenniumenheter": [("", list(SYSTEMS["enheter"].routes))],
    "integration": [("", list(SYSTEMS["integration"].routes))],
    "styrning": [("/styr", [*control.ROUTES, *fault_control.ROUTES]), ("/insyn", inspection.ROUTES)],
}
FEW = settings(max_examples=15, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
# What the schema allows may still name units, numbers, times or a checksum that cannot be; that too is a 422 here.
NAMES_WHAT_MAY_NOT_BE = (
    "/parter",
    "/vidaresandning",
    "/kallelse",
    "/samordnadePlaner/{id}/handelser",
    "/vardplaneringar/{id}/handelser",
    "/poster/{post}/vidare",
    "/tid",
    "/fel",  # and 60.0 is an integer to a JSON schema, but not to us
    "/gren",
    "/api/arenden",
    "/vardplaneringar",
    "/avvikelser",
    "/rapporter",
    "/reservnummer",
    "/styr/landskap/{kontrollsumma}",
    "/styr/v/{varld}",
    "/styr/v/{varld}/personer",
    "/styr/v/{varld}/personer/{oid}/{id}/handelser",
)


def operations(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in contract(name)["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


@pytest.mark.parametrize("name", ROUTES)
def test_every_route_is_in_the_contract_and_the_reverse(name: str) -> None:
    served = {
        (method, prefix + re.sub(r":\w+}", "}", route.path))
        for prefix, routes in ROUTES[name]
        for route in routes
        if isinstance(route, Route)
        for method in (route.methods or set()) - {"HEAD"}
    }

    assert served == {(method, path) for method, path, _ in operations(name)}


@pytest.mark.parametrize("name", ROUTES)
def test_every_part_of_a_contract_has_its_source_and_class(name: str) -> None:
    parts = [operation for *_, operation in operations(name)]
    parts += contract(name)["components"]["schemas"].values()

    assert all(part["x-kalla"] and part["x-klass"] in "ABCD" for part in [contract(name), *parts])


def test_the_contract_of_samvy_says_that_it_is_invented() -> None:
    info = contract("samvy")["info"]

    assert "påhittad" in info["title"]
    assert "hela denna yta är påhittad" in info["description"]


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("samsa", r'(?:RefusedError|ForbiddenError|MalformedError)\(\s*"(\w+)"|wire\.Fel\("(\w+)"'),
        ("samvy", r'Denied\(\s*"(\w+)"'),
        ("avvikelser", r'RefusedError\(\s*"(\w+)"|wire\.Fel\("(\w+)"'),
        ("pu", r'(?:RefusedError|ForbiddenError|UnknownIdentityError)\(\s*"(\w+)"|wire\.Fel\("(\w+)"'),
    ],
)
def test_every_refusal_has_its_code_in_the_contract_and_the_reverse(name: str, pattern: str) -> None:
    room = Path(harness.systems.__path__[0]) / name
    source = "".join(file.read_text() for file in room.rglob("*.py") if "pages" not in file.parts)
    raised = {code for found in re.findall(pattern, source) for code in ([found] if isinstance(found, str) else found)}

    written = set(re.findall(r"'enum': \[([^]]*)\]", str([op["responses"] for *_, op in operations(name)])))
    codes = {code.strip(" '") for enum in written for code in enum.split(",")}

    # The kernel answers for worlds and addresses.
    assert raised - {""} == codes - {"okand_varld", "journal_olaslig", "fel_adress"}


def make_world(app: Any) -> None:
    """Make the world "prov" anew, with a case, a SIP and a merge in each system, so that more than 404 is answered."""
    client = WireClient(app)
    client.call("DELETE", "/styr/v/prov")
    sha256, body = freeze(landscape_document())
    client.call("PUT", f"/styr/landskap/{sha256}", body)
    document = world_document(
        start="2022-04-05T10:00:00+02:00",
        personer=[person(ASTRID), person(BERTIL), person(UNKNOWN, oid=NRID)],
        parametrar={"samsa_stoppar_arende_for_samvy": False},
    )
    assert client.call("PUT", "/styr/v/prov", document).status == 201
    for desk in (SamsaDesk(client, "prov"), SamvyDesk(client, "prov")):
        desk.admit()
        desk.assess("hsv")
        desk.send()
    for sips, patient in ((SamsaSips(client, "prov"), ASTRID), (SamvySips(client, "prov"), BERTIL)):
        sip = sips.start(patient).json.get("sip", "SP-1")
        for act in (sips.consent, sips.summon, sips.meet, sips.plan):
            assert act(sip).status == 201
    for merges in (SamsaMerges(client, "prov"), SamvyMerges(client, "prov")):
        assert merges.merge(f"{NRID}|{UNKNOWN}", f"{PERSONNUMMER}|{ASTRID}").status == 201


def schema_of(name: str) -> Any:
    raw = dict(contract(name))
    server = raw["servers"][0]["url"].replace("{varld}", "prov")
    paths = raw["paths"] if server == "/" else {server + path: ops for path, ops in raw["paths"].items()}
    schema = schemathesis.openapi.from_dict({**raw, "servers": [{"url": "/"}], "paths": paths})
    schema.app = create_app()
    return schema


NUMBERS = {"/sip/": "SIP-1", "/sammanslagningar/": "SM-1"}


def make_known(case: Any) -> None:
    """Let the request be about something that is there, by somebody who works there."""
    plans = {"/vardplaneringar/": "VP-1", "/samordnadePlaner/": "SP-1"}
    about = next((id for place, id in plans.items() if place in case.operation.path), ASTRID)
    known = {
        "nr": next((id for place, id in NUMBERS.items() if place in case.operation.path), "S-1"),
        "n": 1,
        "enhet": HSV_BORAS,
        "post": "VP-1.2",
        "hsa_id": SAS,
        "kommunkod": "1490",
        "besked": "VP-1.2",
        "varld": "prov",
    }
    known |= {"oid": PERSONNUMMER, "id": about}
    case.path_parameters = {name: known.get(name, value) for name, value in (case.path_parameters or {}).items()}
    case.query = {name: known.get(name, value) for name, value in (case.query or {}).items()}
    by_kommun = "enhet" in case.path_parameters or "kommunsystem" in case.operation.path
    by_oppenvard = any(place in case.operation.path for place in ("/sip/", "/samordnadePlaner/"))
    case.headers.update(nurse(HSV_BORAS) if by_kommun else nurse(VC_BORAS) if by_oppenvard else doctor(SAS))
    if "/avvikelser/" in case.operation.path:
        case.headers["X-Legitimeringskod"] = CODE


def probe(operation: Any) -> set[int]:
    """The statuses of a few generated requests, lawful and not, with every check that schemathesis has."""
    answered: set[int] = set()

    @FEW
    @given(case=operation.as_strategy(), is_known=st.booleans())
    def ask(case: Any, is_known: bool) -> None:
        if is_known:
            make_known(case)
        may_be_wrong = case.operation.path.endswith(NAMES_WHAT_MAY_NOT_BE)
        excluded = [positive_data_acceptance] if may_be_wrong else []
        answered.add(case.call_and_validate(excluded_checks=excluded).status_code)

    ask()
    return answered


@pytest.mark.parametrize("name", ROUTES)
def test_strangers_get_lawful_answers(name: str) -> None:
    """Each operation in a world of its own, so that none takes the ground from another."""
    schema = schema_of(name)
    answered: set[int] = set()
    for result in schema.get_all_operations():
        make_world(schema.app)
        answered |= probe(result.ok())

    # A kommun's system has nothing that could be missing, and few birth dates that its numbers hold.
    least = {"kommunsystem": {403}, "avvikelser": {200, 403, 422}}
    assert least.get(name, {200, 404}) <= answered
    assert name != "kommunsystem" or answered & {201, 409}
    if name in ("samsa", "samvy"):
        assert {201, 403, 409, 422} <= answered
