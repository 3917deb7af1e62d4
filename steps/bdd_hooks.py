"""pytest-bdd's hooks as our runner calls them: everybody who listens is told.

pytest-bdd itself keeps a report of every step for its own two output formats. Unless one of them is
asked for, that part is left out: it costs as much as the step.
"""

from __future__ import annotations

import pluggy
import pytest
import pytest_bdd.plugin

import steps.stage

_OWN_FORMATS = ("cucumber_json_path", "gherkin_terminal_reporter")


class BddHooks:
    """The hooks of one run."""

    def __init__(self, config: pytest.Config) -> None:
        wanted = any(config.getoption(name, default=None) for name in _OWN_FORMATS)
        # The stage listens for plain scenarios() runs only; our runner tells it directly.
        silent: list[object] = [steps.stage] if wanted else [steps.stage, pytest_bdd.plugin]

        def caller(name: str) -> pluggy.HookCaller:
            return config.pluginmanager.subset_hook_caller(f"pytest_bdd_{name}", silent)

        self.before_scenario = caller("before_scenario")
        self.after_scenario = caller("after_scenario")
        self.before_step = caller("before_step")
        self.before_step_call = caller("before_step_call")
        self.after_step = caller("after_step")
        self.step_error = caller("step_error")
        self.step_func_lookup_error = caller("step_func_lookup_error")
