"""Who plays a role in a scenario: an alias becomes a person with a number that has proof."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from testdata.faults import Specifikationsfel
from testdata.identity import rollista
from testdata.identity.personnummer import parse_personnummer
from testdata.identity.proof import Proof, ProofKind
from testdata.identity.rule import YEARS, rule_numbers
from testdata.identity.value import Identity, Kind, Sex
from testdata.model import PersonId
from testdata.organisation.kommuner import Kommun
from testdata.people.naming import FullName, name_for, sex_of_given_name, street_for
from testdata.people.person import Person
from testdata.people.personas.catalogue import personas
from testdata.people.streams import stream_seed

ELDERLY = (date(1920, 1, 1), date(1949, 12, 31))
"""Who is cast unless a scenario says otherwise: those who leave hospital with insatser are mostly old."""

_RULE = Proof(ProofKind.REGEL, f"{rollista.SOURCE}; numret följer en regel i listan")
_ROLLISTA = Proof(ProofKind.ROLLISTA, rollista.SOURCE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    identity: Identity
    born: date
    sex: Sex
    proof: Proof


def cast(
    seed: int,
    scenario_id: str,
    alias: str,
    kommun: Kommun,
    *,
    born_between: tuple[date, date] = ELDERLY,
    sex: Sex | None = None,
    taken: Collection[PersonId] = (),
) -> Person:
    """The person whom *alias* is in one scenario, folkbokförd in *kommun*.

    The number is the first one not *taken* (the identities already cast in the scenario) in a
    permutation of the fitting numbers that *seed* and *scenario_id* decide, so the order of casting
    counts. An alias that is a Swedish given name becomes the given name and decides the sex, unless
    *sex* says another. *born_between* includes both days.

    Raises:
        Specifikationsfel: no number with proof is left for those birth dates.

    Source:
        D12 proofs 2 and 3, D13, AK-RAM-05.
    """
    by_alias = sex_of_given_name(alias)
    wanted = sex or by_alias
    first, last = born_between
    fitting = [
        candidate
        for candidate in _candidates(first, last)
        if first <= candidate.born <= last
        and wanted in (None, candidate.sex)
        and candidate.identity.person_id not in taken
    ]
    if not fitting:
        raise _nobody(alias, born_between, wanted, len(taken))
    chosen = min(
        fitting,
        # The numbers of the catalogue come last: a scenario may introduce their owner too.
        key=lambda c: (
            c.identity.person_id in _of_personas(),
            stream_seed(seed, scenario_id, "nummer", c.identity.value),
        ),
    )
    name = name_for(chosen.sex, seed, scenario_id, alias)
    if by_alias is chosen.sex:
        name = FullName(alias, name.family)
    return Person(
        alias=alias,
        identity=chosen.identity.person_id,
        proof=chosen.proof,
        given_name=name.given,
        family_name=name.family,
        born=chosen.born,
        sex=chosen.sex,
        kommunkod=kommun.kod,
        address=street_for(seed, scenario_id, alias),
        postal_code=f"0{kommun.kod}",
        place=kommun.namn,
    )


def _candidates(first: date, last: date) -> tuple[_Candidate, ...]:
    """The personnummer of proof 3, and of proof 2 where its birth years are asked for."""
    if YEARS.isdisjoint(range(first.year, last.year + 1)):
        return _by_rollista()
    return _by_rollista() + _by_rule()


@cache
def _of_personas() -> frozenset[PersonId]:
    return frozenset(persona.identity for persona in personas())


@cache
def _by_rollista() -> tuple[_Candidate, ...]:
    numbers = (role.number for role in rollista.rollista() if role.kind is Kind.PERSONNUMMER)
    return _read(numbers, _ROLLISTA)


@cache
def _by_rule() -> tuple[_Candidate, ...]:
    return _read(sorted(rule_numbers()), _RULE)


def _read(numbers: Iterable[str], proof: Proof) -> tuple[_Candidate, ...]:
    identities = (parse_personnummer(number) for number in numbers)
    return tuple(
        _Candidate(identity, identity.born, identity.sex, proof)
        for identity in identities
        if identity.born is not None and identity.sex is not None
    )


def _nobody(alias: str, born_between: tuple[date, date], sex: Sex | None, taken: int) -> Specifikationsfel:
    first, last = born_between
    who = f"{sex} född" if sex else "född"
    return Specifikationsfel(
        f"Det finns inget testnummer kvar till {alias}.",
        expected=f"ett ledigt testpersonnummer för {who} {first} – {last}",
        actual=f"inget ledigt; scenariot har redan {taken} personer",
        krav="AK-RAM-05",
        next_step="Välj födelseår 1890–1896, 1920–1967, 1979–2005 eller 2012–2023, "
        "eller ha färre personer i scenariot.",
    )
