"""The addresses of the catalogue's pages."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from harness.systems.millenniumenheter.pages import asking

PAGES: list[BaseRoute] = [
    Route("/", asking.go_to_catalogue, methods=["GET"]),
    Route("/katalog", asking.show_unit, methods=["GET"]),
    Route("/katalog/systemval", asking.show_choice, methods=["GET"]),
]
