"""How hypothesis searches: anew every time for a developer, the same way every time in CI.

A find in CI would stop a change that has nothing to do with it; a developer's find becomes an example.
"""

from __future__ import annotations

import os

from hypothesis import settings

# How long an example takes says how busy the machine is, and nothing of what is tested.
settings.register_profile("ours", deadline=None)
settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "ours")
