"""What the steps of one scenario share: plain data that survives JSON (architecture D10)."""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict


class PatientState(TypedDict):
    """One alias. ``person`` is the document sent to the personuppgiftstjänst.

    ``persona`` is her name in the persona catalogue, and ``wanted`` what the scenario said of her. ``attached`` is the
    name and the sha256 of the latest file.
    """

    oid: str
    id: str
    kommun: str
    person: dict[str, Any]
    listed_at: NotRequired[str]
    hospital_unit: NotRequired[str]
    system: NotRequired[str]
    persona: NotRequired[str]
    wanted: NotRequired[str]
    attached: NotRequired[list[str]]
    sip_system: NotRequired[str]


class WorldState(TypedDict):
    """The world's overlay on the landscape, as far as the sentences have stated it.

    ``faults`` are those that links get when the world is created: sender, recipient, kind and seconds.
    """

    created: bool
    start: str | None
    parameters: dict[str, Any]
    defects: list[str]
    faults: list[list[Any]]


class PendingRefusal(TypedDict):
    """A refusal in a När that no Så has accounted for yet."""

    system: str
    alias: str
    act: str
    code: str
    text: str
    where: str


class ScenarioState(TypedDict):
    """The whole of it. ``recognised`` is the latest answer of the personuppgiftstjänst to an identity."""

    scenario: str
    channel: str
    seed: int
    krav: list[str]
    kind: str
    place: str
    world: WorldState
    patients: dict[str, PatientState]
    refusal: PendingRefusal | None
    judged_refusals: dict[str, int]
    recognised: NotRequired[str]


def new_state(*, scenario: str, channel: str, seed: int, krav: list[str], defects: list[str]) -> ScenarioState:
    """The state before the first step."""
    return {
        "scenario": scenario,
        "channel": channel,
        "seed": seed,
        "krav": krav,
        "kind": "given",
        "place": "",
        "world": {"created": False, "start": None, "parameters": {}, "defects": defects, "faults": []},
        "patients": {},
        "refusal": None,
        "judged_refusals": {},
    }
