"""Finding the groups of a round whose vote was closed: once, some time after it, in a process of its own."""

from itertools import groupby
from typing import Any

import structlog
from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation.database import atomic
from priorities.opinions import store
from priorities.opinions.bridging import NOTHING, counted, marks
from priorities.opinions.worker_process import NotFound, groups_among, is_installed

log = structlog.get_logger("jobs")
JSON = dict[str, Any]
_AT_ONCE = 5
_FEWEST = 50


async def find_opinion_groups(_app: web.Application) -> None:
    """Of every round that waits for it. Where what finds them is not installed nothing is done, until it is."""
    if not is_installed():
        return
    for round_id in await store.rounds_without_groups(_AT_ONCE):
        try:
            await _find(round_id)
        except NotFound as error:
            log.warning("opinion_groups_not_found", round=round_id, why=str(error))


async def _find(round_id: str) -> None:
    """`{people, why, groups}`; `why` there are none: `few`, `alike` or empty. See `_group`."""
    statements = [row["id"] for row in await store.shown_statements(round_id)]
    numbers = {id_: number for number, id_ in enumerate(statements)}
    rows = [row for row in await store.all_opinions(round_id) if row["statement_id"] in numbers]
    # Sorted by what was said: marks were drawn anew at the close, and the same opinions give the same groups.
    people = sorted(
        [(numbers[row["statement_id"]], row["opinion"]) for row in theirs]
        for _mark, theirs in groupby(rows, key=lambda row: row["mark"])
    )
    found: JSON = {"people": len(people), "why": "few", "groups": []}
    if len(people) >= _FEWEST:
        answer = await groups_among(people, len(statements))
        groups = _groups(answer, people, statements)
        found |= {"groups": groups, "why": "" if groups else "alike"}
    try:
        await atomic(lambda: store.add_groups(round_id, found))
    except IntegrityError:
        log.info("opinion_groups_found_before", round=round_id)


def _groups(answer: JSON, people: list[list[tuple[int, int]]], statements: list[str]) -> list[JSON]:
    """Of each its `size`, its `place` on the two axes, what it `said` of each statement, and what `marks` it."""
    whole = list(zip(answer["members"], answer["places"], strict=True))
    said = [_said([people[one] for one in members], statements) for members, _place in whole]
    return [
        {"size": len(members), "place": place, "said": said[at], "marks": marks(said[at], _without(said, at))}
        for at, (members, place) in enumerate(whole)
    ]


def _said(people: list[list[tuple[int, int]]], statements: list[str]) -> dict[str, dict[str, int]]:
    by_statement: dict[str, list[int]] = {id_: [] for id_ in statements}
    for given in people:
        for number, opinion in given:
            by_statement[statements[number]].append(opinion)
    return {id_: counted(opinions) for id_, opinions in by_statement.items()}


def _without(said: list[dict[str, dict[str, int]]], group: int) -> dict[str, dict[str, int]]:
    """What all other groups say together."""
    others = [each for at, each in enumerate(said) if at != group]
    return {
        id_: {word: sum(each[id_][word] for each in others) for word in NOTHING}
        for id_ in (others[0] if others else {})
    }
