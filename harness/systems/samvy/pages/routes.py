"""The addresses of Samvy's pages. The API has its own beside them, so the pages keep below ``/app``."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from harness.systems.samvy.pages import acting, door, reading

PAGES: list[BaseRoute] = [
    Route("/", reading.go_to_inbox, methods=["GET"]),
    Route("/app/inloggning", door.ask_who, methods=["GET"]),
    Route("/app/inloggning", door.ask_for_code, methods=["POST"]),
    Route("/app/legitimering", door.restart, methods=["GET"]),
    Route("/app/legitimering", door.check_code, methods=["POST"]),
    Route("/app/uppdrag", door.ask_where, methods=["GET"]),
    Route("/app/uppdrag", door.choose_where, methods=["POST"]),
    Route("/app/utloggning", door.sign_out, methods=["POST"]),
    Route("/app/inkorg", reading.show_inbox, methods=["GET"]),
    Route("/app/inkorgar", reading.show_inboxes, methods=["GET"]),
    Route("/app/sok", reading.show_search, methods=["GET"]),
    Route("/app/sok", reading.search, methods=["POST"]),
    Route("/app/personer/{oid}/{id}", reading.show_person, methods=["GET"]),
    Route("/app/personer/{oid}/{id}/ny", acting.ask_for_parts, methods=["GET"]),
    Route("/app/personer/{oid}/{id}/ny", acting.start_plan, methods=["POST"]),
    Route("/app/vardplaneringar/{id}", reading.show_plan, methods=["GET"]),
    Route("/app/vardplaneringar/{id}/{slag}", acting.ask_what, methods=["GET"]),
    Route("/app/vardplaneringar/{id}/{slag}", acting.register, methods=["POST"]),
]
