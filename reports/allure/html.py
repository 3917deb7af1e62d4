"""The HTML of a run: single pages that open by double click, one of all results and one for each test type.

Nothing here judges a result; the account and the gate do that.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from reports.allure.athome import keep_at_home
from reports.allure.drawing import draw_pages, no_page
from reports.allure.filed import channels_of, read_filed
from reports.allure.pagecheck import check_page
from reports.allure.pages import plan_pages
from reports.folder import OutputFolder


def build_html(
    folder: OutputFolder,
    *,
    title: str,
    facts: Callable[[str], Mapping[str, str]] = lambda _: {},
    node: Path | None = None,
    timeout_s: float = 600,
) -> tuple[str, ...]:
    """Draw the results in *folder* as its joint report, and as one for each test type that has any.

    ``categories.json`` beside the results gives the categories, in order; what none of them takes becomes
    Avvikelser (failed) or Trasiga (broken). All pages are written, or none: half a set would mislead.

    Args:
        facts: what the page of a test type says of itself in place of what ``environment.properties`` says of
            the run, by name. It is asked with ``""`` for the joint page.

    Returns:
        The test types that got a report, in the order of TEST_TYPES.

    Raises:
        Miljofel: there are no results, node or Allure is missing, Allure failed, or a page would ask another
            host or does not show exactly the results that belong to it.
    """
    filed = read_filed(folder.results)
    pages = tuple(plan_pages(filed, title))
    for page in pages:
        folder.page(page.test_type).unlink(missing_ok=True)
    if not filed:
        raise no_page("mappen innehåller inga resultat", where=str(folder.results), next_step="Kör testa först.")
    told = {page.id: facts(page.test_type) for page in pages}
    with tempfile.TemporaryDirectory(prefix="provtryck-allure-") as work:
        drawn = draw_pages(folder.results, pages, told, channels_of(filed), Path(work), node=node, timeout_s=timeout_s)
    for page in pages:
        belonging = [result for result in filed if page.shows(result)]
        check_page(drawn[page.id], belonging, name=str(folder.page(page.test_type)))
    kept = {page.test_type: keep_at_home(drawn[page.id]) for page in pages}
    for test_type, text in kept.items():
        folder.report(test_type).mkdir(parents=True, exist_ok=True)
        folder.page(test_type).write_text(text, encoding="utf-8")
    return tuple(page.test_type for page in pages if page.test_type)
