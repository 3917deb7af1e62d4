"""Step definitions: one Swedish sentence each, one DSL call each.

The docstrings are the catalogue's, and in Swedish: a module's first line is its heading and the rest an
introduction; a function's first line is what the sentence does or checks.
"""

AREAS = (
    "setting",
    "admission",
    "discharge",
    "outcomes",
    "handling",
    "handled",
    "files",
    "roles",
    "afterwards",
    "inboxes",
    "sip",
    "sip_shown",
    "registry",
    "merging",
    "deviations",
    "robot",
    "rollout",
    "links",
)
"""The modules in the order in which a reader meets them."""
