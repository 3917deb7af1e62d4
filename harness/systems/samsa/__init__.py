"""SAMSA: in- och utskrivning as a case with one act after another."""
