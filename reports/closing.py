"""Closes a run: reads what it left behind, draws up the account and writes the summary."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import msgspec

from reports.account.account import settle
from reports.account.gone import Gone
from reports.account.ledger import Texts, read_counts, read_rows
from reports.allure.results import ResultFolder
from reports.allure.shelf import write_environment
from reports.folder import OutputFolder
from reports.outcome import Outcome
from reports.plan.gate import PlanVerdict
from reports.printout import account_in_short, account_word, assumption_word
from reports.summary import Summary, lacks_browser

_IDENTITY_SOURCE = "Identitetskälla"


def close_run(
    folder: OutputFolder, texts: Texts, *, seed: int, duration_s: float, gone: Sequence[Gone] = ()
) -> Summary:
    """The summary of the run in *folder*, also when the run died halfway. *gone* is what it no longer had."""
    rows = read_rows(folder)
    counts = read_counts(folder, texts, rows)
    return Summary(
        account=settle(counts),
        rows=tuple(rows),
        deselected=len(counts.deselected),
        seed=seed,
        identity_source=read_surroundings(folder).get(_IDENTITY_SOURCE, ""),
        duration_s=duration_s,
        repetitions=texts.repetitions,
        gone=tuple(gone),
    )


def read_surroundings(folder: OutputFolder) -> Mapping[str, str]:
    """What the run said that it leans on; empty when it never came to say it."""
    path = folder.surroundings
    return msgspec.json.decode(path.read_bytes(), type=dict[str, str]) if path.exists() else {}


def tell_report(folder: OutputFolder, summary: Summary, plan: PlanVerdict | None = None) -> None:
    """Put on the report's front page what its green does not show: the account, and what the green rests on."""
    told = {
        **({"Plan": plan.plan.name} if plan else {}),
        **read_surroundings(folder),
        **channel_words(summary),
        "Konto": account_word(summary.account),
        "Antaganden": assumption_word(summary),
    }
    write_environment(ResultFolder(folder.results), told)


def told_of(summary: Summary, test_type: str) -> Mapping[str, str]:
    """What the report of one test type says on its front page in place of the joint one's words.

    The account is of the run and is not parted; what the green rests on is told of its own scenarios. The
    joint report (an empty *test_type*) says what ``tell_report`` has put there.
    """
    if not test_type:
        return {}
    own = summary.within(test_type)
    return {**channel_words(own), "Konto": account_in_short(summary.account), "Antaganden": assumption_word(own)}


def channel_words(summary: Summary) -> Mapping[str, str]:
    """Which channels were run, and what could not be: a page that shows only what went well would look complete."""
    channels = ", ".join(summary.by_channel)
    lost = sum(1 for row in summary.rows if row.outcome is Outcome.EJ_KORBAR)
    told = {"Kanaler": channels} if channels else {}
    return {**told, "Ej körbara": f"{lost}, webbläsare saknas"} if lacks_browser(summary) else told


def summary_text(summary: Summary, plan: PlanVerdict | None = None) -> str:
    told = summary.as_json()
    if plan:
        told["plan"] = plan.as_json()
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
