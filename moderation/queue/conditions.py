"""What the queue is asked for: each condition as a part of a statement, with the values that it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moderation.items.kinds import DISTRESSING, RANK, Kind
from moderation.items.priority import BAND
from moderation.queue.cursors import Key
from moderation.queue.filters import Filters

_KEY = "(item.priority, item.due_at, item.id)"
_OTHERS = """
    item.force_id = ? AND item.state = ? AND (item.author_id IS NULL OR item.author_id <> ?)
    AND NOT EXISTS (SELECT 1 FROM declined WHERE declined.item_id = item.id AND declined.person_id = ?)
    """
_SERVED = "AND item.neighbourhood_id IN ?"
_OPEN_TO = "AND (item.case_id IS NULL OR item.case_id IN ?)"
_FREE = """
    AND (item.claimed_by_id IS NULL OR item.claimed_by_id = ? OR item.claimed_until IS NULL OR item.claimed_until <= ?)
    AND item.escalated_to IS NULL
    """


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of a statement, always the same for the same question, and what stands for each `?` in it."""

    sql: str
    values: tuple[Any, ...] = ()


_HARD = ", ".join(f"'{kind.value}'" for kind in sorted(DISTRESSING))
NOT_HARD = Condition(f"AND item.kind NOT IN ({_HARD})")
"""Nothing whose kind is hard to read."""


def of_others(force: str, state: str, person: str) -> Condition:
    """Items of a force in this state, but those of the person's own words and those that they passed on."""
    return Condition(_OTHERS, (force, state, person, person))


def served(places: Sequence[str] | None) -> Iterator[Condition]:
    """In these neighbourhoods; None: in all."""
    if places is not None:
        yield Condition(_SERVED, (_list(places),))


def after(key: Key) -> Condition:
    return Condition(f"AND {_KEY} > (?, ?, ?)", key)


def before(key: Key) -> Condition:
    return Condition(f"AND {_KEY} < (?, ?, ?)", key)


def filtered(filters: Filters, person: str, cases: Sequence[str]) -> Iterator[Condition]:
    """Those that a moderator wants to see."""
    if filters.kind:
        # Its priorities too, so that the index leads there.
        low = RANK[Kind(filters.kind)] * BAND
        yield Condition(
            "AND item.kind = ? AND item.priority >= ? AND item.priority < ?", (filters.kind, low, low + BAND)
        )
    if filters.cause:
        yield Condition("AND item.cause = ?", (filters.cause,))
    if filters.place:
        yield Condition("AND item.place_id = ?", (filters.place,))
    if filters.author:
        yield Condition("AND item.author_id = ?", (filters.author,))
    if filters.author or filters.place:
        # Who asks for somebody, or for a place, must not learn by it of whom and of where a sealed case is.
        yield _open_to(cases)
    if filters.mine:
        yield Condition("AND item.claimed_by_id = ?", (person,))


def free(person: str, at: datetime, cases: Sequence[str]) -> Iterator[Condition]:
    """What somebody could be given: nobody else has claimed it, it was not passed on, and they may read its case."""
    yield Condition(_FREE, (person, at))
    yield _open_to(cases)


def _open_to(cases: Sequence[str]) -> Condition:
    return Condition(_OPEN_TO, (_list(cases),))


def _list(given: Sequence[str]) -> list[str]:
    """As a query takes it: never empty."""
    return list(given) or [""]
