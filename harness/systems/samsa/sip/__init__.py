"""The samordnad individuell plan in SAMSA: from a need that somebody has seen to a plan that is followed up."""
