"""The synthetic people of scenarios: numbers with proof, names and addresses that are invented."""
