"""Who has read what in SAMSA."""
