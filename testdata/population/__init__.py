"""Whole populations of synthetic people: as many as a file wants, computed column by column."""
