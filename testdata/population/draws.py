"""Chance without order: what is drawn for a number depends on seed, aspect and that number alone (D13).

So a population can be made in any order and by any number of workers, and extending it changes nobody.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from testdata.people.streams import stream_seed

Whole = NDArray[np.int64]

_STEP, _MIX_1, _MIX_2 = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


def draw(seed: int, aspect: str, numbers: Whole) -> NDArray[np.uint64]:
    """64 even bits for each of *numbers* (SplitMix64, with the number as its counter)."""
    with np.errstate(over="ignore"):
        mixed = np.uint64(stream_seed(seed, aspect)) + (numbers.astype(np.uint64) + np.uint64(1)) * _STEP
        mixed = (mixed ^ (mixed >> np.uint64(30))) * _MIX_1
        mixed = (mixed ^ (mixed >> np.uint64(27))) * _MIX_2
    return mixed ^ (mixed >> np.uint64(31))


def draw_below(seed: int, aspect: str, numbers: Whole, limit: int) -> Whole:
    """A whole number from 0 up to *limit* (at most 2**31, not included) for each of *numbers*."""
    high = draw(seed, aspect, numbers) >> np.uint64(32)
    return ((high * np.uint64(limit)) >> np.uint64(32)).astype(np.int64)


def draw_share(seed: int, aspect: str, numbers: Whole) -> NDArray[np.float64]:
    """A share from 0 up to 1 (not included) for each of *numbers*."""
    return (draw(seed, aspect, numbers) >> np.uint64(11)).astype(np.float64) / float(1 << 53)


def permute(seed: int, aspect: str, numbers: Whole, size: int) -> Whole:
    """Where each of *numbers* (0 up to *size*) stands in a permutation that *seed* and *aspect* choose.

    A permutation hands out places without a collision and without remembering who got which. Linear
    (a·n + b modulo *size*), so neighbours land far apart; *size* is at most 2**31.
    """
    factor = stream_seed(seed, aspect, "faktor") % size or 1
    while math.gcd(factor, size) != 1:
        factor = factor % size + 1
    shift = stream_seed(seed, aspect, "forskjutning") % size
    return (numbers * factor + shift) % size
