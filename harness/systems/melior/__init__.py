"""The hospital's journal before Millennium, as far as a robot carries from it to SAMSA (domain rule 5.9)."""
