"""The sentences that somebody probably meant by a step that does not exist."""

from __future__ import annotations

from collections.abc import Sequence

from steps.pickles import KEYWORDS, PickleStep
from steps.suggestion.ranking import Ranked, Ranking
from steps.suggestion.rewriting import rewrite

_MOST = 3
# Below this the sentences have next to nothing in common, and to name one would only mislead.
_LEAST_LIKENESS = 0.3
# One that is so much less likely than the first is only something more to read.
_FAR_BEHIND = 0.2


def suggest(ranking: Ranking, step: PickleStep) -> list[str]:
    """At most three sentences with keyword, the likeliest first, with the values of *step* in their places."""
    understood = ranking.understand(step.text)
    return [
        f"{KEYWORDS[found.sentence.kind]} {rewrite(found.sentence, understood, step.columns)}"
        for found in likely(ranking.rank(understood, step.kind))
        if found.sentence.kind in KEYWORDS
    ]


def likely(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Those of *ranked* that are worth telling of: at most three, and none that the first leaves far behind."""
    best = ranked[0].likeness if ranked else 0
    least = max(_LEAST_LIKENESS, best - _FAR_BEHIND)
    return [found for found in ranked[:_MOST] if found.likeness >= least]
