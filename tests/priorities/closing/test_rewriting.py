"""What thousands said is written anew in parts, and stays together by person."""

from collections import Counter, defaultdict

from foundation.database import atomic
from foundation.ids import random_id
from foundation.settings import Settings
from priorities.closing.rewriting_store import rewrite_opinions
from priorities.opinions.models import Opinion

ROUND, ELSEWHERE = "a-round", "another-round"
PEOPLE = 230


async def _said(round_id: str, person: int) -> None:
    """Person 5 says what nobody else says: 1 of the statements whose bit is in 5."""
    mark = f"{round_id} {person}".ljust(64, "x")
    await Opinion.bulk_create(
        Opinion(
            id=random_id(),
            round_id=round_id,
            statement_id=f"{round_id} {bit}",
            mark=mark,
            opinion=1 if person >> bit & 1 else -1,
        )
        for bit in range(8)
    )


async def _by_person(round_id: str) -> dict[str, frozenset[tuple[str, int]]]:
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for row in await Opinion.filter(round_id=round_id):
        found[row.mark].add((row.statement_id, row.opinion))
    return {mark: frozenset(said) for mark, said in found.items()}


async def test_opinions_of_one_person_stay_together_under_a_mark_that_was_never_theirs(database: Settings) -> None:
    for person in range(PEOPLE):
        await _said(ROUND, person)
    await _said(ELSEWHERE, 7)
    before, elsewhere = await _by_person(ROUND), await _by_person(ELSEWHERE)
    ids = set(await Opinion.filter(round_id=ROUND).values_list("id", flat=True))

    await atomic(lambda: rewrite_opinions(ROUND))

    after = await _by_person(ROUND)
    assert len(after) == PEOPLE
    assert Counter(after.values()) == Counter(before.values())
    assert after.keys().isdisjoint(before)
    assert ids.isdisjoint(await Opinion.filter(round_id=ROUND).values_list("id", flat=True))
    assert await _by_person(ELSEWHERE) == elsewhere
