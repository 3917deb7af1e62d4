"""``testa --plan``: what the plan chooses, narrowed by the flags beside it, and whether it may start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from harness.cli.chosenpaths import read_chosen
from harness.cli.names import BOTH, check_areas, check_channel, check_expression, check_krav, check_test_types
from harness.cli.request import RunRequest
from harness.cli.root import FEATURES
from harness.cli.swedish import BadWords
from reports.account.ledger import Chosen, Texts
from reports.plan.document import read_plan
from reports.plan.gate import judge_start
from reports.plan.printout import print_judged
from testdata.faults import Specifikationsfel


def follow_plan(request: RunRequest, file: Path, words: Sequence[str]) -> RunRequest:
    """*request* as the plan in *file* makes it. *words* are the paths that were typed beside it.

    Raises:
        BadWords: the plan cannot be read, names what does not exist, or leaves nothing of what was typed.
    """
    try:
        plan = read_plan(file)
    except Specifikationsfel as fault:
        raise BadWords(str(fault)) from fault
    choice = plan.choice
    check_krav(choice.krav, f"{file}, nyckeln urval.krav: ")
    check_areas(choice.areas, f"{file}, nyckeln urval.omrade: ")
    check_test_types(choice.test_types, f"{file}, nyckeln urval.testtyp: ")
    check_channel(choice.channel or BOTH, f"{file}, nyckeln urval.kanal: ")
    check_expression(choice.tags, f"{file}, nyckeln urval.tagg: ")
    channels = () if choice.channel in ("", BOTH) else (choice.channel,)
    typed = {
        "vägar": words,
        "--krav": request.krav,
        "--omrade": request.areas,
        "--tagg": request.tags,
        "--testtyp": request.test_types,
        "--kanal": request.channels,
    }
    return replace(
        request,
        chosen=_paths(request.chosen, choice.paths, words),
        krav=_both(request.krav, choice.krav, "--krav"),
        areas=_both(request.areas, choice.areas, "--omrade"),
        tags=" och ".join(f"({text})" for text in (choice.tags, request.tags) if text),
        test_types=_both(request.test_types, choice.test_types, "--testtyp"),
        channels=_both(request.channels, channels, "--kanal"),
        plan=plan,
        narrowed=tuple(name for name, given in typed.items() if given),
    )


def may_start(request: RunRequest, texts: Texts, console: Console) -> bool:
    """Whether every start criterion that is measured is met. Says which is not."""
    if request.plan is None:
        return True
    unmet = [each for each in judge_start(request.plan, texts) if each.met == "inte uppfyllt"]
    if unmet:
        console.print(f"Planen »{request.plan.name}« får inte starta, så ingenting har körts:", markup=False)
        print_judged(unmet, console)
    return not unmet


def _paths(typed: tuple[Chosen, ...], planned: Sequence[str], words: Sequence[str]) -> tuple[Chosen, ...]:
    """What was typed where it lies in the plan; the plan's own when nothing was."""
    own = tuple(read_chosen(planned, FEATURES))
    if not words:
        return own
    for choice, word in zip(typed, words, strict=True):
        if not any(_lies_in(choice, each) for each in own):
            raise BadWords(f"»{word}« ligger utanför planens vägar: {', '.join(planned) or str(FEATURES)}.")
    return typed


def _lies_in(inner: Chosen, outer: Chosen) -> bool:
    within = inner.path.resolve().is_relative_to(outer.path.resolve())
    return within and (outer.line is None or outer.line == inner.line)


def _both(typed: tuple[str, ...], planned: tuple[str, ...], flag: str) -> tuple[str, ...]:
    """What is in both; where one of them says nothing, the other's."""
    if not typed or not planned:
        return typed or planned
    joint = tuple(name for name in typed if name in planned)
    if not joint:
        raise BadWords(f"{flag} {', '.join(typed)} ligger utanför planen, som har {', '.join(planned)}.")
    return joint
