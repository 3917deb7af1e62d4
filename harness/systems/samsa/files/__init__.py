"""Files in the cases of SAMSA."""
