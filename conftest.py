"""The composition root: the plugins of a run, by name, and nothing else."""

pytest_plugins = [
    "reports.hooks",
    "reports.rows",
    "reports.allure.plugin",
    "fixtures.wiring",
    "steps.stage",
    "steps.collection",
    "steps.definitions.setting",
    "steps.definitions.admission",
    "steps.definitions.discharge",
    "steps.definitions.outcomes",
    "steps.definitions.handling",
    "steps.definitions.handled",
    "steps.definitions.files",
    "steps.definitions.roles",
    "steps.definitions.afterwards",
    "steps.definitions.inboxes",
    "steps.definitions.deviations",
    "steps.definitions.robot",
    "steps.definitions.rollout",
    "steps.definitions.links",
]
