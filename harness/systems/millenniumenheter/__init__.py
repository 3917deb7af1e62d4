"""Millenniumenheter: which unit has its inkorg in which system on which day, and where a case belongs."""
