"""Making reservnummer: a place in a series in, a number out."""
