"""What must hold for the text of the features before anything runs.

Gherkin forgives a misspelt keyword by taking the line for a description, and a scenario without steps
passes. Here every such thing is a finding with its place and its remedy; an error stops the run. The rules
are listed in :mod:`steps.hygiene.rules`.
"""

from steps.finding import Finding
from steps.hygiene.checking import Checked, Checker, check

__all__ = ["Checked", "Checker", "Finding", "check"]
