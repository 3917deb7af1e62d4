"""The page that Allure draws: whole, in Swedish, and at home."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reports.allure import html
from testdata.faults import Miljofel

PROGRAM = base64.b64encode(b'const viewer = "https://trace.playwright.dev";').decode()
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

needs_allure = pytest.mark.skipif(
    not (Path(html.__file__).parent / "node" / "node_modules" / "allure").exists() or not shutil.which("node"),
    reason="Allure is not installed here; the launcher says why",
)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))), None)


def write_result(folder: Path, case: str, status: str = "passed", **more: object) -> None:
    labels = [{"name": "epic", "value": "In- och utskrivning"}, {"name": "feature", "value": "Kvittens"}]
    result = {
        "uuid": f"{case}-{status}",
        "testCaseId": case,
        "fullName": f"features/{case}.feature:3",
        "name": f"Fall {case}",
        "status": status,
        "start": 1_700_000_000_000,
        "stop": 1_700_000_001_000,
        "labels": labels,
        **more,
    }
    (folder / f"{result['uuid']}-result.json").write_text(json.dumps(result), "utf-8")


@pytest.fixture
def results(tmp_path: Path) -> Path:
    folder = tmp_path / "resultat [å] 1"
    folder.mkdir()
    write_result(folder, "a")
    write_result(folder, "b", "failed", statusDetails={"message": "Inkorgen var tom"})
    return folder


def test_analytics_and_the_trace_viewer_are_taken_out_and_links_stay() -> None:
    page = html.keep_at_home(DRAWN)

    assert "googletagmanager" not in page
    assert "gtag" not in page
    assert 'href="https://allurereport.org"' in page
    assert '<html dir="ltr" lang="sv">' in page
    program = base64.b64decode(re.findall(r"base64,([^\"]+)", page)[0])
    assert program == b'const viewer = "about:blank";'


def test_the_browser_is_told_to_refuse_every_other_host() -> None:
    page = html.keep_at_home(DRAWN)

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
        html.keep_at_home(DRAWN.replace("</body>", f"{tag}</body>"))

    assert caught.value.actual != "–"


def test_a_page_of_another_shape_is_refused_and_not_let_through() -> None:
    with pytest.raises(Miljofel, match="nytt sätt"):
        html.keep_at_home("<html><head></head><body></body></html>")


def test_an_empty_folder_gives_no_green_page(tmp_path: Path) -> None:
    out = tmp_path / "ut"
    out.mkdir()
    (out / "index.html").write_text("gammal", "utf-8")

    with pytest.raises(Miljofel, match="inga resultat"):
        html.build_html(tmp_path, out, title="Provtryck")

    assert not (out / "index.html").exists()


def test_without_node_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    with pytest.raises(Miljofel, match=r"(?s)node saknas.*Nästa steg:.*provtryck"):
        html.find_node()


def test_without_allure_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, results: Path, tmp_path: Path) -> None:
    monkeypatch.setattr(html, "_PROGRAM", tmp_path / "saknas" / "cli.js")

    with pytest.raises(Miljofel, match="Allure är inte installerat"):
        html.build_html(results, tmp_path / "ut", title="Provtryck")


@pytest.mark.skipif(shutil.which("false") is None, reason="no program that fails")
def test_a_generator_that_fails_is_an_environment_fault(
    monkeypatch: pytest.MonkeyPatch, results: Path, tmp_path: Path
) -> None:
    program = tmp_path / "cli.js"
    program.touch()
    monkeypatch.setattr(html, "_PROGRAM", program)

    with pytest.raises(Miljofel, match="slutade med kod 1"):
        html.build_html(results, tmp_path / "ut", title="Provtryck", node=Path(str(shutil.which("false"))))

    assert not (tmp_path / "ut" / "index.html").exists()


@needs_allure
def test_the_page_holds_every_result_and_stands_alone(results: Path, tmp_path: Path) -> None:
    categories = [{"name": "Avvikelser (verksamheten)", "matchedStatuses": ["failed"]}]
    (results / "categories.json").write_text(json.dumps(categories), "utf-8")

    html.build_html(results, tmp_path / "ut å", title="Provtryck: allt & lite till", group_by=("epic",))

    assert [path.name for path in (tmp_path / "ut å").iterdir()] == ["index.html"]
    page = (tmp_path / "ut å" / "index.html").read_text("utf-8")
    assert html.find_foreign(page) == ()
    assert '"reportLanguage":"sv"' in page
    assert '"groupBy":["epic"]' in page
    assert "Avvikelser (verksamheten)" in _data(page)


@needs_allure
def test_results_that_allure_would_fold_into_one_are_found(results: Path, tmp_path: Path) -> None:
    write_result(results, "a", "broken")

    with pytest.raises(Miljofel, match=r"(?s)inte alla resultat.*3 resultat.*2 resultat"):
        html.build_html(results, tmp_path / "ut", title="Provtryck")


@needs_allure
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_browser_opens_it_from_disk_and_asks_no_host(results: Path, tmp_path: Path) -> None:
    picture = '<img src="https://a.exempel.invalid/x.png">'
    write_result(results, "c", descriptionHtml=picture)
    html.build_html(results, tmp_path / "ut", title="Provtryck")
    log = tmp_path / "nät.json"

    opened_case = hashlib.md5(b"c-passed", usedforsecurity=False).hexdigest()  # as Allure names it
    page = f"{(tmp_path / 'ut' / 'index.html').as_uri()}#{opened_case}"
    quiet = ["--no-sandbox", "--headless", "--disable-gpu", "--virtual-time-budget=4000"]
    command = [str(CHROMIUM), *quiet, f"--user-data-dir={tmp_path / 'profil'}", f"--log-net-log={log}"]
    shown = subprocess.run([*command, "--dump-dom", page], capture_output=True, timeout=60, check=True)

    dom = shown.stdout.decode()
    assert "Fall c" in dom
    assert "Godkänd" in dom
    assert "x.png" in dom
    events = json.loads(log.read_text("utf-8"))["events"]
    asked = {str(event.get("params", {}).get("url", "")) for event in events} - {""}
    assert [url for url in asked if url.startswith(("http", "ws"))] == []


def _data(page: str) -> str:
    """The data of a page, which Allure keeps in base64."""
    return "".join(
        base64.b64decode(part).decode("utf-8", "replace") for part in re.findall(r'","([A-Za-z0-9+/=]+)"\)', page)
    )
