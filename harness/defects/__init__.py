"""Known defects that can be switched on in a world: how we know that a scenario can fail."""
