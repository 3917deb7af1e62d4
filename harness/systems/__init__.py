"""The simulated systems. None of them knows another, and none knows that a test exists."""
