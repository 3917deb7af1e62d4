"""The addresses of the pages, below ``/insyn``."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from harness.kernel.insight import clockwork, history, holding

PAGES: list[BaseRoute] = [
    Route("/", clockwork.list_worlds, methods=["GET"]),
    Route("/v/{varld}", clockwork.show_world, methods=["GET"]),
    Route("/v/{varld}/klocka", clockwork.move_clock, methods=["POST"]),
    Route("/v/{varld}/gren", clockwork.branch, methods=["POST"]),
    Route("/v/{varld}/handelser", history.show_events, methods=["GET"]),
    Route("/v/{varld}/personer", history.show_people, methods=["GET"]),
    Route("/v/{varld}/medarbetare", history.show_staff, methods=["GET"]),
    Route("/v/{varld}/regler", holding.show_terms, methods=["GET"]),
    Route("/v/{varld}/forbindelser", holding.show_links, methods=["GET"]),
    Route("/v/{varld}/forbindelser", holding.plan_fault, methods=["POST"]),
    Route("/v/{varld}/forbindelser/{nummer:int}/bort", holding.lift_fault, methods=["POST"]),
]
