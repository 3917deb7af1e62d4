"""The browser's part of the set-up: found, downloaded, installed, or gone without."""

from __future__ import annotations

import json
import subprocess

import pytest
from bench import BASE, NEEDS, Bench

pytestmark = NEEDS

ROOT = {"STUBANVANDARE": "0"}
DOWNLOAD = "playwright install --only-shell chromium"
UPDATE = "noninteractive apt-get update"
INSTALL = "noninteractive apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120"
# Its update fails, as it does when one source of many is out of reach.
APT_GET = """\
#!/bin/sh
echo "$DEBIAN_FRONTEND apt-get $*" >> "$STUBLOGG"
for last; do :; done
echo "apt-get sade $last"
test "$last" = "$STUBPAKET" && : > "$STUBWEBBLASARE"
"""


@pytest.fixture
def bare(bench: Bench) -> Bench:
    """A machine without a browser, and with an apt-get that has the package in STUBPAKET."""
    bench.browser.unlink()
    bench.stub("apt-get", APT_GET)
    return bench


def browser_calls(bench: Bench) -> list[str]:
    return [call for call in bench.calls() if not call.startswith(("uv", "npm"))]


def get_browser(bench: Bench, **environ: str) -> tuple[int, str, str]:
    """Only the program that the launcher starts for this part: exit code, what is logged, what the user sees."""
    command = [BASE, "-m", "fixtures.getbrowser"]
    given = bench.environ({"PYTHONUTF8": "1", **environ})
    done = subprocess.run(command, env=given, cwd=bench.root, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def test_a_browser_that_is_there_is_used(bench: Bench) -> None:
    code, _, err = bench.start(**ROOT)

    assert code == 0
    assert "\n  Webbläsare … " in err
    assert err.endswith(" s\n")
    assert browser_calls(bench) == ["trybrowser"]
    assert "Chromium 1.0" in bench.setup_log()


def test_without_one_playwrights_own_is_downloaded(bare: Bench) -> None:
    code, _, err = bare.start(STUBHAMTNING="går", **ROOT)

    assert code == 0
    assert "\n  Webbläsare … hämtas, det kan ta några minuter … " in err
    assert err.endswith(" s\n")
    assert browser_calls(bare) == ["trybrowser", DOWNLOAD, "trybrowser"]


def test_a_download_that_got_the_browser_and_not_the_rest_is_enough(bare: Bench) -> None:
    code, _, err = get_browser(bare, STUBHAMTNING="halv", STUBPAKET="chromium", **ROOT)

    assert code == 0
    assert "apt-get" not in err


@pytest.mark.parametrize("packages", [["chromium-headless-shell"], ["chromium-headless-shell", "chromium"]])
def test_where_it_cannot_be_downloaded_root_installs_debians(bare: Bench, packages: list[str]) -> None:
    code, logged, err = get_browser(bare, STUBPAKET=packages[-1], **ROOT)

    assert code == 0
    assert err == "hämtas, det kan ta några minuter … installeras med apt-get … "
    installs = [f"{INSTALL} {package}" for package in packages]
    assert browser_calls(bare) == ["trybrowser", DOWNLOAD, "trybrowser", UPDATE, *installs, "trybrowser"]
    for said in ("getaddrinfo ENOTFOUND", "apt-get sade update", f"apt-get sade {packages[-1]}", "Chromium 1.0"):
        assert said in logged


def test_who_is_not_root_installs_nothing(bare: Bench) -> None:
    code, _, err = get_browser(bare, STUBPAKET="chromium")

    assert code == 1
    assert browser_calls(bare) == ["trybrowser", DOWNLOAD, "trybrowser"]
    assert "apt-get" not in err


def test_without_any_browser_it_says_so_goes_on_and_does_not_try_again(bare: Bench) -> None:
    code, out, err = bare.start("rött", **ROOT)
    calls = bare.calls()
    again = bare.start("rött", **ROOT)

    assert code == 7
    assert json.loads(out)["said"] == ["rött"]
    assert "det gick inte.\n  Ingen webbläsare hittades.\n" in err
    for part in (
        "Scenarier i kanalen webb kan inte köras: de blir »ej körbar« och körningen slutar med kod 4.",
        "»trasig«, kod 3",
        "--kanal api",
        "Hela loggen: .venv-logg.txt",
        "Nästa steg:",
        "PROVTRYCK_WEBBLASARE",
        "Den hittas vid nästa körning.",
        "först när mappen .venv har tagits bort",
    ):
        assert part in err
    assert "getaddrinfo ENOTFOUND" in bare.setup_log()
    assert (again[0], again[2]) == (7, "")
    assert bare.calls() == calls


def test_a_changed_lock_tries_again(bare: Bench) -> None:
    bare.start()
    calls = len(browser_calls(bare))
    lock = bare.root / "requirements.lock"
    lock.write_text(f"{lock.read_text('utf-8')}# ny\n", "utf-8")

    bare.start(STUBHAMTNING="går")

    assert browser_calls(bare)[calls:] == ["trybrowser", DOWNLOAD, "trybrowser"]


def test_what_stops_a_browser_from_starting_reaches_the_user(bare: Bench) -> None:
    fault = "Miljöfel: Webbläsaren gick inte att starta.\n  Faktiskt:   libnss3.so saknas"

    code, logged, err = get_browser(bare, STUBSVAR=fault)

    assert code == 1
    assert "\n  Miljöfel: Webbläsaren gick inte att starta.\n    Faktiskt:   libnss3.so saknas\n" in err
    assert fault in logged


def test_a_question_that_breaks_is_in_the_log_and_stops_nothing(bare: Bench) -> None:
    (bare.root / "fixtures" / "trybrowser.py").write_text("raise RuntimeError('söndrig')\n", "utf-8")

    code, logged, err = get_browser(bare)

    assert code == 1
    assert "Det gick inte att pröva om det finns en webbläsare." in err
    assert "Traceback" not in err
    assert "RuntimeError: söndrig" in logged


def test_one_that_the_user_has_named_is_left_to_the_run(bare: Bench) -> None:
    code, _, err = bare.start(PROVTRYCK_WEBBLASARE="/egen/chromium", **ROOT)

    assert code == 0
    assert "Webbläsare" not in err
    assert browser_calls(bare) == []
