"""The integration platform: everything that passes between two systems passes here."""
