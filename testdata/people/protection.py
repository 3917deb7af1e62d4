"""The two protections of a person, and what every file and system is given instead of an address."""

from __future__ import annotations

PROTECTED = "skyddad folkbokföring"
"""Nothing may say where she lives: no system has an address to show."""

MARKED = "sekretessmarkering"
"""Her data are to be handled with care; the address is known."""

HIDDEN_ADDRESS = ("Förmedlingsuppdrag", "00000", "Förmedlas")
"""Address, postal code and town of somebody with skyddad folkbokföring.

The first is what HL7 Sweden's examples have; the others are ours, since the real post box reaches a real office.
"""
