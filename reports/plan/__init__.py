"""Deltestplaner: what is to be run, why, and what decides whether it may start and whether it is enough."""
