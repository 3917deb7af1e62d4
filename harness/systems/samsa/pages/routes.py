"""The addresses of SAMSA's pages."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from harness.systems.samsa.pages import acting, door, reading

PAGES: list[BaseRoute] = [
    Route("/", reading.go_to_inbox, methods=["GET"]),
    Route("/inloggning", door.show_sign_in, methods=["GET"]),
    Route("/inloggning", door.sign_in, methods=["POST"]),
    Route("/enhetsval", door.show_units, methods=["GET"]),
    Route("/enhetsval", door.choose_unit, methods=["POST"]),
    Route("/utloggning", door.sign_out, methods=["POST"]),
    Route("/inkorg", reading.show_inbox, methods=["GET"]),
    Route("/mottagare", reading.show_recipients, methods=["GET"]),
    Route("/sok", reading.search, methods=["POST"]),
    Route("/patienter/{oid}/{id}", reading.show_patient, methods=["GET"]),
    Route("/patienter/{oid}/{id}/arenden", acting.open_case, methods=["POST"]),
    Route("/arenden/{nr}", reading.show_case, methods=["GET"]),
    Route("/arenden/{nr}/behovsbedomning", acting.assess_needs, methods=["POST"]),
    Route("/arenden/{nr}/inskrivningsmeddelande", acting.send_inskrivningsmeddelande, methods=["POST"]),
    Route("/arenden/{nr}/beraknad-utskrivning", acting.change_planned_discharge, methods=["POST"]),
    Route("/arenden/{nr}/utskrivningsklarbedomning", acting.assess_utskrivningsklar, methods=["POST"]),
    Route("/arenden/{nr}/utskrivningsklar", acting.announce_utskrivningsklar, methods=["POST"]),
    Route("/arenden/{nr}/atertagande", acting.withdraw_utskrivningsklar, methods=["POST"]),
    Route("/arenden/{nr}/utskrivning", acting.discharge, methods=["POST"]),
    Route("/arenden/{nr}/kvittens", acting.acknowledge, methods=["POST"]),
    Route("/arenden/{nr}/avslut", acting.close_case, methods=["POST"]),
]
