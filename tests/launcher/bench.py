"""A bare checkout to start the real launcher in: wheels in a folder, no network, programs that only note a call."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from wheelhouse import Wheelhouse

BASE = str(getattr(sys, "_base_executable", sys.executable))


def _can_fill_a_venv() -> bool:
    probes = (["-m", "pip", "--python", BASE, "--version"], ["-c", "import ensurepip"])
    return any(subprocess.run([BASE, *probe], capture_output=True).returncode == 0 for probe in probes)


NEEDS = [
    pytest.mark.skipif(os.name == "nt", reason="the stub programs are shell scripts"),
    pytest.mark.skipif(not _can_fill_a_venv(), reason=f"{BASE} has neither pip nor ensurepip"),
]

COMMAND_LINE = """\
import json, os, sys
names = ("PYTHONDONTWRITEBYTECODE", "PYTHONUTF8")
print(json.dumps({"said": sys.argv[1:], "prefix": sys.prefix, "folder": os.getcwd(), "first": sys.path[0],
                  "environ": {name: os.environ.get(name) for name in names}}))
sys.exit(7 if "rött" in sys.argv else 0)
"""
NPM = """\
#!/bin/sh
echo "npm $*" >> "$STUBLOGG"
mkdir -p "$3/node_modules/allure" && : > "$3/node_modules/allure/cli.js"
"""
REFUSING = '#!/bin/sh\necho "$(basename "$0") $*" >> "$STUBLOGG"\necho nekat >&2\nexit 1\n'
# Nobody is root in a test who has not said so: the machine's own apt-get is on PATH too.
FIXTURES = """\
import os
os.geteuid = lambda: int(os.environ.get("STUBANVANDARE", "1000"))
"""
TRY_BROWSER = """\
import os, pathlib, sys
with open(os.environ["STUBLOGG"], "a") as calls:
    print("trybrowser", file=calls)
if pathlib.Path(os.environ["STUBWEBBLASARE"]).exists():
    sys.exit(print("Chromium 1.0"))
print(os.environ.get("STUBSVAR", "Ingen webbläsare hittades."))
sys.exit(1)
"""
PLAYWRIGHT = """\
import os, pathlib, sys
with open(os.environ["STUBLOGG"], "a") as calls:
    print("playwright", *sys.argv[1:], file=calls)
if "STUBHAMTNING" not in os.environ:
    sys.exit("getaddrinfo ENOTFOUND")
pathlib.Path(os.environ["STUBWEBBLASARE"]).touch()
sys.exit(1 if os.environ["STUBHAMTNING"] == "halv" else 0)
"""


class Bench:
    """A checkout with small lock files, and programs on PATH that write down when they are called.

    ``browser`` is a file that stands for the browser of the machine. It is there from the beginning.
    """

    def __init__(self, folder: Path, repository: Path) -> None:
        self.root = folder / "utcheckning å"
        self.stubs, self.log, self.browser = folder / "program", folder / "anrop.txt", folder / "webbläsare"
        self.wheels = Wheelhouse(folder / "hjul")
        node = self.root / "reports" / "allure" / "node"
        for path in (node, self.root / "harness", self.root / "fixtures", self.root / "playwright", self.stubs):
            path.mkdir(parents=True)
        shutil.copy(repository / "provtryck", self.root)
        shutil.copy(repository / "fixtures" / "getbrowser.py", self.root / "fixtures")
        (self.root / "fixtures" / "__init__.py").write_text(FIXTURES, "utf-8")
        (self.root / "fixtures" / "trybrowser.py").write_text(TRY_BROWSER, "utf-8")
        (self.root / "playwright" / "__main__.py").write_text(PLAYWRIGHT, "utf-8")
        (self.root / "harness" / "cli.py").write_text(COMMAND_LINE, "utf-8")
        (self.root / "requirements.lock").write_text(self.wheels.lock("uv", "innehall"), "utf-8")
        (self.root / "requirements-node.lock").write_text(self.wheels.lock("node-reserv"), "utf-8")
        (node / "package-lock.json").write_text("{}", "utf-8")
        self.stub("node", "#!/bin/sh\necho v20.11.0\n")
        self.stub("npm", NPM)
        self.stub("apt-get", REFUSING)
        self.browser.touch()

    def stub(self, name: str, script: str) -> None:
        (self.stubs / name).write_text(script, "utf-8")
        (self.stubs / name).chmod(0o755)

    def calls(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines() if self.log.exists() else []

    def setup_log(self) -> str:
        return (self.root / ".venv-logg.txt").read_text("utf-8")

    def begin(self, *arguments: str, **environ: str) -> subprocess.Popen[str]:
        command = [BASE, str(self.root / "provtryck"), *arguments]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
        given = self.environ(environ)
        return subprocess.Popen(command, env=given, cwd=self.stubs, text=True, encoding="utf-8", **streams)

    def environ(self, more: dict[str, str]) -> dict[str, str]:
        return {
            "PATH": f"{self.stubs}{os.pathsep}/usr/bin{os.pathsep}/bin",
            "STUBLOGG": str(self.log),
            "STUBWEBBLASARE": str(self.browser),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_INDEX_URL": self.wheels.empty_index,
            "PIP_FIND_LINKS": str(self.wheels.folder),
            "PIP_NO_CACHE_DIR": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            **more,
        }

    def start(self, *arguments: str, **environ: str) -> tuple[int, str, str]:
        """Exit code, standard output and standard error of one start."""
        process = self.begin(*arguments, **environ)
        out, err = process.communicate()
        return process.returncode, out, err
