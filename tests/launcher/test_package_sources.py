"""uv must fetch from where pip would have: its environment and files in, uv's words out."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

LISTING = """\
:env:.find-links='/ur-miljon'
download.index-url='https://paket.exempel.invalid/annan'
global.cert='/etc/region-ca.pem'
global.extra-index-url='https://a.exempel.invalid/simple\\nhttps://b.exempel.invalid/simple'
global.index-url='https://paket.exempel.invalid/simple'
install.index-url='https://install.exempel.invalid/simple'
"""


def test_pips_files_are_read_and_its_environment_goes_before_them(launcher: ModuleType) -> None:
    environ = {"PIP_CERT": "/hem/ca.pem", "PIP_FIND_LINKS": "/hjul", "PIP_PROXY": "", "PATH": "/bin"}

    settings = launcher.pip_settings(LISTING, environ)

    assert settings == {
        "cert": "/hem/ca.pem",
        "extra-index-url": "https://a.exempel.invalid/simple\nhttps://b.exempel.invalid/simple",
        "find-links": "/hjul",
        "index-url": "https://install.exempel.invalid/simple",
    }


def test_every_source_is_said_in_uvs_words(launcher: ModuleType) -> None:
    settings = {
        "index-url": "https://paket.exempel.invalid/simple",
        "extra-index-url": "https://a.exempel.invalid\nhttps://b.exempel.invalid",
        "find-links": "/hjul /fler",
        "proxy": "http://ombud.exempel.invalid:3128",
        "cert": "/etc/ca.pem",
    }

    environ = launcher.uv_environment(settings, {"PATH": "/bin"})

    assert environ == {
        "PATH": "/bin",
        "UV_DEFAULT_INDEX": "https://paket.exempel.invalid/simple",
        "UV_INDEX": "https://a.exempel.invalid https://b.exempel.invalid",
        "UV_FIND_LINKS": "/hjul,/fler",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_SYSTEM_CERTS": "1",
        "HTTP_PROXY": "http://ombud.exempel.invalid:3128",
        "HTTPS_PROXY": "http://ombud.exempel.invalid:3128",
        "SSL_CERT_FILE": "/etc/ca.pem",
    }


def test_what_the_user_has_said_to_uv_itself_stands(launcher: ModuleType) -> None:
    settings = {"index-url": "https://paket.exempel.invalid/simple"}
    said = {"UV_DEFAULT_INDEX": "https://egen.exempel.invalid", "UV_INDEX_STRATEGY": "first-index"}

    environ = launcher.uv_environment(settings, said)

    assert environ["UV_DEFAULT_INDEX"] == "https://egen.exempel.invalid"
    assert environ["UV_INDEX_STRATEGY"] == "first-index"


def test_proxies_in_the_environment_are_left_to_uv(launcher: ModuleType) -> None:
    environ = launcher.uv_environment({}, {"HTTPS_PROXY": "http://ombud.exempel.invalid"})

    assert environ["HTTPS_PROXY"] == "http://ombud.exempel.invalid"
    assert "HTTP_PROXY" not in environ


def test_certificates_for_requests_are_used_before_those_for_everything(launcher: ModuleType, tmp_path: Path) -> None:
    named = {"REQUESTS_CA_BUNDLE": "/requests.pem", "SSL_CERT_FILE": "/alla.pem"}

    assert launcher.uv_environment({}, named)["SSL_CERT_FILE"] == "/requests.pem"
    assert launcher.uv_environment({}, {"SSL_CERT_FILE": "/alla.pem"})["SSL_CERT_FILE"] == "/alla.pem"
    assert launcher.uv_environment({"cert": str(tmp_path)}, {})["SSL_CERT_DIR"] == str(tmp_path)


def test_uv_is_installed_from_its_own_pin_in_the_lock(launcher: ModuleType, repository: Path) -> None:
    pin = "uv==2 \\\n    --hash=sha256:2 \\\n    --hash=sha256:3"
    lock = f"a==1 \\\n    --hash=sha256:1\n{pin}\n    # via b\nz==3\n"

    assert launcher.pinned_block("uv", lock) == pin
    assert launcher.pinned_block("saknas", lock) == ""
    assert launcher.pinned_block("uv", (repository / "requirements.lock").read_text("utf-8")).startswith("uv==")


def test_nothing_sends_an_installation_out_of_the_checkout(launcher: ModuleType, tmp_path: Path) -> None:
    setup = launcher.Setup(tmp_path, {"PYTHONPATH": "/a", "PIP_TARGET": "/b", "PIP_USER": "1", "PATH": "/bin"})

    assert setup.environ == {"PATH": "/bin", "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
