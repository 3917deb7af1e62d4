"""The catalogue as one HTML page that needs nothing else: for docs and beside every report."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from steps.catalogue.entry import Area
from steps.catalogue.handbook import allowed
from steps.catalogue.search import Search

PAGE = "steg.html"


def catalogue_page(areas: Sequence[Area], *, with_lines: bool) -> str:
    """The page. *with_lines* names every line that uses a sentence; without, only the features, which seldom change."""
    environment = Environment(
        loader=PackageLoader("steps.catalogue", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("steg.html.jinja").render(
        areas=areas,
        total=sum(len(area.entries) for area in areas),
        unused=sum(1 for area in areas for entry in area.entries if not entry.uses),
        with_lines=with_lines,
        allowed=allowed,
        search_words=Search(areas).words_of,
    )
