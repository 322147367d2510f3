"""Elections for tests: by hand in few letters, and by chance."""

from random import Random

from priorities.models import Method
from priorities.tally import Choice, Counted, Election, together

SEED = "a seed for tests"


def approvals(ballots: dict[str, int], places: int = 3, **more: object) -> Election:
    """`{"ab": 60}`: sixty people approve of a and b. The options are the letters, and those of `options`."""
    letters = sorted(set("".join(ballots)) | set(str(more.pop("options", ""))))
    choices: dict[Choice, int] = {tuple(sorted(named)): times for named, times in ballots.items()}
    rest = {"seed": SEED, "pick": len(letters), **more}
    return Election(Method.APPROVAL, letters, choices, places=places, **rest)  # type: ignore[arg-type]


def by_chance(chance: Random, voters: int = 14, options: int = 7) -> Election:
    """An approval vote in which ties are common: few voters, who think alike in parties or each for themselves."""
    ids = [f"option-{number}" for number in range(chance.randint(1, options))]
    parties = [chance.sample(ids, chance.randint(0, len(ids))) for _ in range(chance.randint(1, 4))]
    likely = chance.random()
    ballots: list[Choice] = []
    for _ in range(chance.randint(1, voters)):
        wanted = chance.choice(parties) if chance.random() < likely else chance.sample(ids, chance.randint(0, len(ids)))
        ballots.append(tuple(sorted(wanted)))
    fallen = frozenset(one for one in ids[1:] if chance.random() < 0.1)
    seed = chance.randbytes(8).hex()
    places = chance.randint(1, 5)
    return Election(Method.APPROVAL, ids, together(ballots), seed, len(ids), places, fallen)


def elected(counted: tuple[Counted, ...] | None) -> set[str]:
    assert counted is not None
    return {one.id for one in counted if one.elected}
