"""Pages for those who run the simulator: its worlds, their clocks, what has happened in them, what holds in them."""
