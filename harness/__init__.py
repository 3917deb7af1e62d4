"""The simulated systems and the tools around a run. Shares no code with the tests."""
