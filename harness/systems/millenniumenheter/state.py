"""The catalogue has no state of its own: plan and units are the landscape, exceptions are parameters."""

from __future__ import annotations

from dataclasses import dataclass

from harness.kernel.events import Event


@dataclass(slots=True)
class CatalogueState:
    """Nothing happens to the catalogue during a world's life."""

    def apply(self, event: Event) -> None:
        raise LookupError(f"Millenniumenheter känner inte till händelsen {event.kind}.")
