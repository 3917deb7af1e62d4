"""What every simulated system stands on: worlds, clock, journal, policies, links and inspection."""
