"""Reproducible chance: one independent stream per person and aspect (D13).

A new aspect never shifts the others, and nothing depends on call order, process or hash seed.
"""

from __future__ import annotations

import hashlib


def stream_seed(*parts: object) -> int:
    """A 64-bit seed from *parts*, which are told apart whatever they contain."""
    text = "\x1f".join(str(part) for part in parts)
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:8], "big")
