"""The same elections as the library abcvoting counts them: other people’s code, in exact fractions too.

It brings in solvers that counting in fractions has no use for, and whose licences are others: it is given empty
modules in their place.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

from priorities.tally import Election
from priorities.tallying.ties import by_lot

_SOLVERS = ("gurobipy", "pulp")


def _abcvoting(name: str) -> Any:
    for solver in _SOLVERS:
        sys.modules.setdefault(solver, ModuleType(solver))
    return import_module(f"abcvoting.{name}")


def equal_shares(election: Election) -> set[str]:
    """Who is elected by equal shares, with Phragmén’s rule for the places that it leaves open."""
    rules = _abcvoting("abcrules")
    return _elected(
        election,
        lambda profile, places: rules.compute_equal_shares(
            profile, places, algorithm="standard-fractions", resolute=True, completion="seqphragmen"
        ),
    )


def plain(election: Election) -> set[str]:
    """Who is elected by approvals alone."""
    rules = _abcvoting("abcrules")
    return _elected(election, lambda profile, places: rules.compute_av(profile, places, resolute=True))


def _elected(election: Election, rule: Any) -> set[str]:
    """The library decides ties for the lower number, so candidates are numbered by their lots.

    It fills every place, if need be with what nobody wants: we leave those open.
    """
    order = by_lot(election.seed, election.standing)
    numbers = {option: number for number, option in enumerate(order)}
    voters = [
        {numbers[str(option)] for option in choice if option in numbers}
        for choice, times in election.ballots.items()
        for _ in range(times)
    ]
    profile = _abcvoting("preferences").Profile(len(order))
    profile.add_voters(voters)
    [committee] = rule(profile, min(election.places, len(order)))
    wanted = set[int]().union(*voters)
    return {order[number] for number in committee if number in wanted}
