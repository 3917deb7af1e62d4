"""Samvy: vårdplanering as one stream of happenings. The surface is invented, see the contract."""
