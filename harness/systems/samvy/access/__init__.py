"""Who has opened whose record in Samvy."""
