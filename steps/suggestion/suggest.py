"""The sentences that somebody probably meant by a step that does not exist."""

from __future__ import annotations

from steps.pickles import KEYWORDS, PickleStep
from steps.suggestion.ranking import Ranking
from steps.suggestion.rewriting import rewrite

_MOST = 3
# Below this the sentences have next to nothing in common, and to name one would only mislead.
_LEAST_LIKENESS = 0.3


def suggest(ranking: Ranking, step: PickleStep) -> list[str]:
    """At most three sentences with keyword, the likeliest first, with the values of *step* in their places."""
    understood = ranking.understand(step.text)
    likely = [found for found in ranking.rank(understood, step.kind)[:_MOST] if found.likeness >= _LEAST_LIKENESS]
    return [
        f"{KEYWORDS[found.sentence.kind]} {rewrite(found.sentence, understood, dict(step.columns))}"
        for found in likely
        if found.sentence.kind in KEYWORDS
    ]
