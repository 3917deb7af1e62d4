"""Whatever a page would ask another host for is taken out, or the page is refused."""

from __future__ import annotations

import base64
import re

import pytest

from reports.allure.athome import find_foreign, keep_at_home
from testdata.faults import Miljofel

PROGRAM = base64.b64encode(
    b"const host = 'https://trace.playwright.dev', wait = '<body>Opening Playwright trace...</body>';"
).decode()
ANALYTICS = """\
    <script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
    <script>
        function gtag(){dataLayer.push(arguments);}
    </script>
"""
DRAWN = f"""<!DOCTYPE html>
<html dir="ltr" lang="en">
<head>
    <title>Provtryck</title>
</head>
<body>
    <script   src="data:text/javascript;base64,{PROGRAM}"></script>
{ANALYTICS}    <a href="https://allurereport.org">Allure</a>
</body>
</html>
"""


def test_analytics_are_taken_out_and_links_stay() -> None:
    page = keep_at_home(DRAWN)

    assert "googletagmanager" not in page
    assert "gtag" not in page
    assert 'href="https://allurereport.org"' in page
    assert '<html dir="ltr" lang="sv">' in page
    assert find_foreign(page) == ()


def test_the_button_of_a_trace_goes_nowhere_and_says_how_to_open_it() -> None:
    program = base64.b64decode(re.findall(r"base64,([^\"]+)", keep_at_home(DRAWN))[0]).decode()

    assert "https:" not in program
    assert "Opening Playwright" not in program
    assert "python -m playwright show-trace --port 9323 FIL" in program
    assert program.count("'") == 4


def test_the_browser_is_told_to_refuse_every_other_host() -> None:
    page = keep_at_home(DRAWN)

    policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)

    assert len(policy) == 1
    assert policy[0].startswith("default-src 'none'")
    assert "http" not in policy[0]
    assert page.index("Content-Security-Policy") < page.index("<script")


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="https://a.exempel.invalid/x.js"></script>',
        '<script src="//a.exempel.invalid/x.js"></script>',
        '<link rel="stylesheet" href="http://a.exempel.invalid/x.css">',
        "<img src='HTTPS://a.exempel.invalid/x.png'>",
        '<iframe src="https://a.exempel.invalid/"></iframe>',
        '<object data="https://a.exempel.invalid/x"></object>',
        '<script>fetch("https://a.exempel.invalid/x")</script>',
        "<script>window.dataLayer = 'googletagmanager'</script>",
    ],
)
def test_what_would_still_be_fetched_from_elsewhere_is_refused(tag: str) -> None:
    with pytest.raises(Miljofel, match="från en annan värd") as caught:
        keep_at_home(DRAWN.replace("</body>", f"{tag}</body>"))

    assert caught.value.actual != "–"


def test_a_page_of_another_shape_is_refused_and_not_let_through() -> None:
    with pytest.raises(Miljofel, match="nytt sätt"):
        keep_at_home("<html><head></head><body></body></html>")
