"""A kommun's own system, which makes reservnummer in VGR-format without asking anybody (domain rules 4.10)."""
