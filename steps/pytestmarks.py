"""Names that pytest and its plugins act on when they are marks: no tag may be one.

A scenario with ``@xfail`` would be green however wrong it went.
"""

from __future__ import annotations

from typing import Final

PYTEST_MARKS: Final = frozenset(
    {"skip", "skipif", "xfail", "usefixtures", "parametrize", "filterwarnings", "tryfirst", "trylast", "hookwrapper",
     "asyncio", "anyio", "timeout", "flaky", "xdist_group", "no_cover"}
)  # fmt: skip
