"""One run from text to report: hygiene, pytest, account, Allure, summary."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from rich.console import Console

from fixtures.settings import read_settings
from harness.cli.chosenpaths import chosen_folders
from harness.cli.exitcode import INTERRUPTED
from harness.cli.names import check_tags
from harness.cli.planned import may_start
from harness.cli.progress import choose_display
from harness.cli.pytestrun import PytestEnd, run_pytest
from harness.cli.request import RunRequest
from harness.cli.root import ROOT
from harness.cli.swedish import BadWords
from harness.cli.workers import choose_workers
from reports.account.gone import find_gone, read_planned
from reports.account.ledger import Chosen, chosen_files, read_texts
from reports.closing import close_run, summary_text, tell_report, told_of
from reports.folder import OutputFolder
from reports.plan.gate import judge_plan
from reports.plan.printout import print_plan
from reports.printout import print_reports, print_summary
from reports.summary import ENVIRONMENT_FAULT, GREEN, SPECIFICATION_FAULT, UNBALANCED, Summary, exit_code, precedence
from testdata.faults import Miljofel, Specifikationsfel

_TITLE = "Provtryck"


def run_tests(request: RunRequest, console: Console) -> int:
    """Run what *request* asks for, report it, and return the exit code of architecture section 3."""
    started = time.monotonic()
    try:
        read_settings(seed=request.seed, defects=request.defects)
    except Specifikationsfel as fault:
        raise BadWords(str(fault)) from fault
    folder = OutputFolder(request.output)
    if not pass_hygiene(request.chosen, request.today, console):
        withdraw_last(folder, request.json, console)
        return SPECIFICATION_FAULT
    texts = read_texts(request.chosen, ROOT, repetitions=request.repetitions)
    if texts.lost:
        raise BadWords(f"Det finns inget scenario på {', '.join(texts.lost)}.")
    check_tags(request.tags, texts)
    if not may_start(request, texts, console):
        withdraw_last(folder, request.json, console)
        return UNBALANCED
    # What the last run had is known only until its folder is emptied.
    gone = find_gone(read_planned(folder), texts, request.chosen, ROOT)
    try:
        folder.prepare()
    except Specifikationsfel as fault:
        raise BadWords(str(fault)) from fault
    workers = choose_workers(request, texts)
    end = run_pytest(replace(request, workers=workers), folder, choose_display(console))
    code = tell_end(end, folder, console)
    summary = close_run(folder, texts, seed=request.seed, duration_s=time.monotonic() - started, gone=gone)
    plan = judge_plan(request.plan, summary, texts, request.narrowed) if request.plan else None
    tell_report(folder, summary, plan)
    # Written before the slow part, so that whoever interrupts it has lost a picture and no result.
    for path in filter(None, (folder.summary, request.json)):
        path.write_text(summary_text(summary, plan), encoding="utf-8")
    console.print("Bygger rapporten …")
    try:
        built, test_types = build_report(folder, summary, console)
    except KeyboardInterrupt:
        console.print("Du avbröt medan rapporten byggdes. Resultaten är sparade, men rapporten saknas.", style="red")
        return INTERRUPTED
    print_summary(summary, console, interrupted=end.interrupted)
    if plan:
        print_plan(plan, console, today=request.today)
    if folder.page().exists():
        print_reports(folder, test_types, console)
    gate = UNBALANCED if plan and plan.says_no else GREEN
    return max(code, built, exit_code(summary), gate, key=precedence)


def withdraw_last(folder: OutputFolder, copy: Path | None, console: Console) -> None:
    """The run was refused before it began: what the last one left must not be read as if it were of this one.

    Its summary, reports and *copy* (``--json``) are removed, as a run that began would have done, and that is
    said. What was red is kept for ``--senast-roda``. Wrong usage (64) removes nothing: what was typed may not
    have been meant for this folder. Nor is a *copy* removed that is no summary of ours.
    """
    removed = folder.withdraw()
    if copy and _is_summary(copy):
        copy.unlink()
        removed = True
    if removed:
        console.print(
            "Rapporten från förra körningen är borttagen, så att den inte tas för den här körningens. "
            "Vad som var rött då finns kvar för --senast-roda."
        )


def _is_summary(path: Path) -> bool:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and {"schema", "konto", "utfall"} <= told.keys()


def pass_hygiene(chosen: Sequence[Chosen], today: date, console: Console) -> bool:
    """Print what is wrong with the texts; False when something of it makes a run worthless."""
    # Imported here: the definitions of every step are not read when only help is asked for.
    from harness.cli.definitions import read_registry
    from harness.cli.findings import print_findings
    from steps.hygiene import check

    read_registry()
    findings = check(chosen_files(chosen), ROOT, today=today, folders=chosen_folders(chosen))
    faults = [finding for finding in findings if finding.is_error]
    print_findings(faults, console)
    if remarks := len(findings) - len(faults):
        word = "anmärkning" if remarks == 1 else "anmärkningar"
        console.print(f"{remarks} {word}: provtryck granska visar {'den' if remarks == 1 else 'dem'}.")
    if faults:
        console.print(f"Texterna har {len(faults)} fel, så ingenting har körts. Rätta dem och kör igen.")
    return not faults


def tell_end(end: PytestEnd, folder: OutputFolder, console: Console) -> int:
    """Say how pytest died, if it did. What it never came to is missing in the account."""
    if end.in_order:
        return GREEN
    if end.interrupted:
        console.print("Du avbröt körningen.", style="red")
        return UNBALANCED
    console.print(f"{end.explanation} De sista raderna ur {folder.log}:", style="red", markup=False)
    for line in end.last_lines:
        console.print(f"  {line}", markup=False)
    return UNBALANCED


def build_report(folder: OutputFolder, summary: Summary, console: Console) -> tuple[int, Sequence[str]]:
    """Build the joint Allure report and one for each test type that was run, each with its krav and its catalogue.

    Nothing was run: nothing is built.

    Returns:
        The exit code, and the test types that got a report of their own.
    """
    if not any(folder.results.glob("*-result.json")):
        return GREEN, ()
    from harness.cli.catalogue import write_page
    from reports.allure.html import build_html
    from reports.allure.kravpage import write_krav_page

    try:
        test_types = build_html(folder, title=_TITLE, facts=partial(told_of, summary))
    except Miljofel as fault:
        console.print(f"{fault.kind}: {fault}", style="magenta", markup=False)
        return ENVIRONMENT_FAULT, ()
    write_krav_page(folder.report(), summary.by_krav)
    write_page(map(folder.report, ("", *test_types)))
    for test_type in test_types:
        write_krav_page(folder.report(test_type), summary.within(test_type).by_krav, test_type)
    return GREEN, test_types
