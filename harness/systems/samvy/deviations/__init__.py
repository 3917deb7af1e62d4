"""Avvikelser in Samvy: seen by itself or told by somebody, and exported to the avvikelsesystem (domain rule 5.10)."""
