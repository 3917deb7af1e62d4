"""Kommuner, enheter, medarbetare and utrullningsplan of Västra Götaland, as data with sources."""
