"""Mends what can be mended in a feature file without changing what it says (``granska --ratta``)."""

from steps.mending.mending import Mended, mend
from steps.mending.writing import write_whole

__all__ = ["Mended", "mend", "write_whole"]
