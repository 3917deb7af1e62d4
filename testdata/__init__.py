"""Shared vocabulary: frozen values, synthetic people, organisation, rollout plan and krav."""
