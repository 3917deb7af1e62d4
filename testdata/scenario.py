"""One planned run of one scenario: what is counted, reported and traced, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

TEST_TYPES = {
    "oberoende": "Oberoende tester",
    "teknisk_acceptans": "Tekniska acceptanstester",
    "anvandaracceptans": "Användaracceptans",
    "prestanda": "Prestandatester",
    "produktionsmiljo": "Tester i produktionsmiljö",
}
"""The five test types of the FVM programme by their tag (domain rules 7, architecture D15)."""


API = "api"
WEBB = "webb"
CHANNELS = {API: "Kanal api", WEBB: "Kanal webb"}
"""The channels that a ``@kanal:`` tag can name, and what they are called where a reader chooses (architecture D18)."""

BROWSER_MISSING = "webblasare_saknas"
"""Why a row of the channel webb could not be run."""

NOT_BUILT_TAG = "specificerad"
NOT_BUILT = "ej byggd"
"""Why a scenario with that tag was not run: its steps are not written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """A pickle (one example row) in one channel, and when it is run several times, one of those times.

    ``place`` is ``features/x.feature:12``: the line of the scenario, or of its example row.
    ``scenario_id`` is stable between runs, machines and workers; the world is named after it.
    ``repetition`` counts from 1, up to ``repetitions``.
    """

    nodeid: str
    place: str
    channel: str
    scenario_id: str
    name: str
    feature: str
    rule: str
    tags: tuple[str, ...] = field(default=())
    example: tuple[tuple[str, str], ...] = field(default=())
    repetition: int = 1
    repetitions: int = 1

    @property
    def title(self) -> str:
        """The name, with the values of the example row: two rows of one scenario are told apart."""
        values = ", ".join(value for _, value in self.example)
        return f"{self.name} ({values})" if values else self.name

    @property
    def world(self) -> str:
        """What its world is called. The same in every repetition: they are to be alike, byte by byte."""
        return f"{self.scenario_id}-{self.channel}"

    @property
    def own_name(self) -> str:
        """The name of its world, with the repetition after the first: for what two of them must not share."""
        return self.world if self.repetition == 1 else f"{self.world}-omgang{self.repetition}"

    @property
    def krav(self) -> tuple[str, ...]:
        """The ids of its ``@krav:`` tags, in order and without repetition."""
        return tuple(dict.fromkeys(t.removeprefix("krav:") for t in self.tags if t.startswith("krav:")))

    @property
    def test_type(self) -> str:
        """Its test type tag, or an empty string. Hygiene has seen to it that there is exactly one."""
        return next((t for t in self.tags if t in TEST_TYPES), "")
