"""A simulator in-process with the small landscape, and worlds in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from careacts import Desk, SamsaDesk, SamvyDesk
from landscape import freeze, landscape_document, world_document
from wireclient import WireClient

from harness.simulator import create_app

NewWorld = Callable[..., str]

# The same lifecycle in both systems: the day before and the day on which södra goes live in Samvy.
DESKS = {
    "SAMSA": (SamsaDesk, "2022-04-04T10:00:00+02:00"),
    "Samvy": (SamvyDesk, "2022-04-05T10:00:00+02:00"),
}


@pytest.fixture
def client() -> WireClient:
    client = WireClient(create_app())
    sha256, body = freeze(landscape_document())
    assert client.call("PUT", f"/styr/landskap/{sha256}", body).status == 201
    return client


@pytest.fixture
def new_world(client: WireClient) -> NewWorld:
    """Create a world; keywords change its document. Returns its id."""
    created: list[str] = []

    def create(**changed: object) -> str:
        created.append(f"v{len(created) + 1}")
        answer = client.call("PUT", f"/styr/v/{created[-1]}", world_document(**changed))
        assert answer.status == 201, answer.text
        return created[-1]

    return create


@pytest.fixture(params=DESKS)
def system(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def desk_in(client: WireClient, new_world: NewWorld, system: str) -> Callable[..., Desk]:
    """The desk of *system* in a new world; keywords change the world's document."""
    kind, start = DESKS[system]

    def create(**changed: object) -> Desk:
        return kind(client, new_world(**{"start": start, **changed}))

    return create


@pytest.fixture
def desk(desk_in: Callable[..., Desk]) -> Desk:
    return desk_in()
