"""The acceptance criteria (acceptanskriterier), one table per area."""
