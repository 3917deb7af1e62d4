"""What the control plane tells of people, to whichever systems keep them."""

from __future__ import annotations

from harness.kernel.document import Identity, Person
from harness.kernel.world import World


def register_person(world: World, person: Person) -> None:
    """
    Raises:
        ControlError: a system that keeps people cannot take her.
    """
    for name, system in world.assembly.systems.items():
        if system.registers is not None:
            world.commit(name, system.registers(world.states[name], person, world.circumstances()))


def report_life_event(world: World, identity: Identity, body: bytes) -> None:
    """Let *body* (JSON, as the system that keeps people reads it) happen to whoever has *identity*.

    Raises:
        ControlError: nobody has it, or it cannot happen.
    """
    for name, system in world.assembly.systems.items():
        if system.lives is not None:
            world.commit(name, system.lives(world.states[name], identity, body, world.circumstances()))
