"""Whether the happenings of one life can follow on each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from testdata.people.lifecycle import (
    Born,
    Change,
    DeathWithdrawn,
    Died,
    Emigrated,
    IdentityGiven,
    LifeEvent,
    Linked,
    Moved,
    PersonState,
    ProtectionLifted,
    ProtectionSet,
    Renamed,
    Returned,
    Unlinked,
)


def contradictions(events: Iterable[LifeEvent]) -> list[str]:
    """What cannot be true in the *events* of one life, in Swedish, in the order of registration."""
    state, wrong = PersonState(), []
    for event in sorted(events, key=lambda e: e.registered):
        if event.valid > event.registered.date():
            wrong.append(f"det som gäller från {event.valid} registreras redan {event.registered.date()}")
        if (what := _impossible(event.change, state, event)) is not None:
            wrong.append(f"{what} ({event.valid})")
        state = event.change.apply(state, event.valid)
    return wrong


def _impossible(change: Change, state: PersonState, event: LifeEvent) -> str | None:
    """What about *change* cannot happen to somebody in *state*, or None."""
    if isinstance(change, Born):
        return "föds två gånger" if state.born else None
    if state.born is None or event.valid < state.born:
        return "är inte född än"
    for kind, forbids in _FORBIDDEN.items():
        if isinstance(change, kind):
            return forbids(change, state, event)
    return None


def _of_the_living(change: Change, state: PersonState, event: LifeEvent) -> str | None:
    return f"är avliden sedan {state.died}" if state.died and event.valid > state.died else None


def _died(change: Change, state: PersonState, event: LifeEvent) -> str | None:
    return "avlider två gånger" if state.died else None


def _withdrawn(change: Change, state: PersonState, event: LifeEvent) -> str | None:
    return None if state.died == event.valid else "ett dödsfall återtas som inte har registrerats den dagen"


def _moved(change: Moved, state: PersonState, event: LifeEvent) -> str | None:
    if state.kommunkod in (None, change.kommunkod):
        return (
            "flyttar inom landet utan att vara folkbokförd" if state.kommunkod is None else "flyttar dit hon redan bor"
        )
    return _of_the_living(change, state, event)


def _emigrated(change: Change, state: PersonState, event: LifeEvent) -> str | None:
    return "utvandrar två gånger" if state.kommunkod is None else _of_the_living(change, state, event)


def _returned(change: Change, state: PersonState, event: LifeEvent) -> str | None:
    return "återvänder utan att ha utvandrat" if state.kommunkod else _of_the_living(change, state, event)


def _set(change: ProtectionSet, state: PersonState, event: LifeEvent) -> str | None:
    return f"får {change.kind} två gånger" if change.kind in state.protection else None


def _lifted(change: ProtectionLifted, state: PersonState, event: LifeEvent) -> str | None:
    return None if change.kind in state.protection else f"{change.kind} hävs som inte finns"


def _linked(change: Linked, state: PersonState, event: LifeEvent) -> str | None:
    return f"länkas till {change.other} två gånger" if change.other in state.links else None


def _unlinked(change: Unlinked, state: PersonState, event: LifeEvent) -> str | None:
    return None if change.other in state.links else f"en länk till {change.other} bryts som inte finns"


def _numbered(change: IdentityGiven, state: PersonState, event: LifeEvent) -> str | None:
    return "får ett nummer som redan är hennes" if change.identity in state.identities else None


_FORBIDDEN: dict[type, Callable[..., str | None]] = {
    Died: _died,
    DeathWithdrawn: _withdrawn,
    Moved: _moved,
    Emigrated: _emigrated,
    Returned: _returned,
    ProtectionSet: _set,
    ProtectionLifted: _lifted,
    Linked: _linked,
    Unlinked: _unlinked,
    IdentityGiven: _numbered,
    Renamed: _of_the_living,
}
