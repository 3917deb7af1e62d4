"""The columns of a population, and how columns of fixed width become text without a loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = (
    "person", "hushall", "roll", "oid", "identitet", "slag", "bevis", "fodd", "kon", "fornamn", "efternamn",
    "adress", "postnummer", "ort", "kommunkod", "listad_pa", "vardnadshavare_1", "vardnadshavare_2", "skydd",
    "tolksprak", "telefon", "epost",
)  # fmt: skip
"""Every file has these, in this order; docs/personer-kolumner.md says what they mean."""

Characters = NDArray[np.uint8]
"""One row of ASCII characters for each person, all of one width."""

_ZERO = np.uint8(ord("0"))


def digits(numbers: NDArray[np.int64], width: int) -> Characters:
    """*numbers* with leading zeros, *width* digits each. A larger number loses its first digits."""
    powers = 10 ** np.arange(width - 1, -1, -1, dtype=np.int64)
    return ((numbers[:, None] // powers) % 10).astype(np.uint8) + _ZERO


def beside(*parts: Characters | str) -> Characters:
    """The *parts* beside each other; a text is the same for everybody."""
    count = next(len(part) for part in parts if not isinstance(part, str))
    wide = [
        np.broadcast_to(np.frombuffer(part.encode("ascii"), dtype=np.uint8), (count, len(part)))
        if isinstance(part, str)
        else part
        for part in parts
    ]
    return np.concatenate(wide, axis=1)


def as_text(characters: Characters) -> pa.Array[Any]:
    """A column of text. Copies nothing."""
    import pyarrow as pa

    count, width = characters.shape
    offsets = np.arange(0, (count + 1) * width, width, dtype=np.int32)
    data = np.ascontiguousarray(characters)
    return pa.Array.from_buffers(pa.string(), count, [None, pa.py_buffer(offsets), pa.py_buffer(data)])


def choose(words: tuple[str, ...], which: NDArray[np.int64]) -> pa.Array[Any]:
    """The word of each place in *which*; a negative place is no word (an empty text)."""
    import pyarrow as pa

    return pa.array(("", *words)).take(pa.array(which + 1))
