"""How hypothesis searches: anew every time for a developer, the same way every time in CI.

A find in CI would stop a change that has nothing to do with it; a developer's find becomes an example.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
