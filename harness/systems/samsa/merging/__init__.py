"""Sammanslagning and särtagning in SAMSA: two records are one patient's, or turn out not to be."""
