"""Server-rendered pages: the templates of one system, and addresses that stay below its prefix."""

from __future__ import annotations

from html import escape

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from harness.kernel.sessions import Session
from harness.kernel.worlds import find_world

# Nothing is fetched from anywhere, no script runs, and a page with a patient on it is never kept.
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Pages:
    """The templates of one system: the folder ``templates`` in *package*. ``cookie`` names its session, if any."""

    def __init__(self, package: str, *, cookie: str = "") -> None:
        self._cookie = cookie
        self._templates = Environment(
            loader=PackageLoader(package),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # a simulator that runs shows the pages it started with
        )

    def show(self, request: Request, template: str, *, status: int = 200, **values: object) -> Response:
        """*template* with *values*; ``base`` is the prefix that every address in it begins with."""
        html = self._templates.get_template(template).render(base=prefix(request), **values)
        return HTMLResponse(html, status, headers=_HEADERS)

    def find_session(self, request: Request) -> Session | None:
        """The session that the request's cookie names, if it is of this world and this prefix."""
        token = request.cookies.get(self._cookie, "")
        return find_world(request).sessions.find(prefix(request), token)

    def open_session(self, request: Request, response: Response, session: Session) -> Response:
        """Sign in: the cookie goes no further than this system of this world (architecture D3)."""
        sessions = find_world(request).sessions
        sessions.close(prefix(request), request.cookies.get(self._cookie, ""))  # whoever sat here before has left
        token = sessions.open(prefix(request), session)
        response.set_cookie(self._cookie, token, path=prefix(request), httponly=True, samesite="strict")
        return response

    def close_session(self, request: Request, response: Response) -> Response:
        find_world(request).sessions.close(prefix(request), request.cookies.get(self._cookie, ""))
        response.delete_cookie(self._cookie, path=prefix(request), httponly=True, samesite="strict")
        return response


def prefix(request: Request) -> str:
    """``/v/{world}/{system}``, or ``/v/{world}/p/{seat}/{system}``."""
    return str(request.scope["root_path"])


def go_to(request: Request, path: str) -> Response:
    """Send the browser to *path* of the same system; a form that was sent is not sent again by a reload."""
    return RedirectResponse(prefix(request) + path, 303, headers=_HEADERS)


def swedish_order(name: str) -> str:
    """What to sort *name* by: å, ä and ö come last, in that order, whatever the machine speaks."""
    return name.casefold().translate({ord("å"): "{", ord("ä"): "|", ord("ö"): "}"})


def wants_html(request: Request) -> bool:
    """A browser asks, not a program."""
    return "text/html" in request.headers.get("accept", "")


def plain_page(title: str, text: str, status: int) -> Response:
    """A page of the simulator itself, for an address that leads to no system."""
    body = (
        '<!doctype html><html lang="sv"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        f"<title>{escape(title)}</title></head><body><main><h1>{escape(title)}</h1><p>{escape(text)}</p></main></body></html>"
    )
    return HTMLResponse(body, status, headers=_HEADERS)
