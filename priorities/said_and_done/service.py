"""You said, we did, of a neighbourhood and of a force."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.errors import NotFound
from foundation.keys import SETTINGS
from foundation.language import _
from neighbourhoods.atlas import current_atlas
from neighbourhoods.service import access_neighbourhood
from priorities.acting import store as acting
from priorities.acting.holders import held
from priorities.acting.moderated_words import ACTION
from priorities.acting.policy import check_cursor
from priorities.acting.shown import action_shown, priority_shown
from priorities.pictures.service import PICTURES
from priorities.reviewing import store as reviewing
from priorities.said_and_done import store

JSON = dict[str, Any]
_ACTIONS: int = 3
"""Actions that are shown of each: the latest."""


@dataclass(frozen=True)
class Told:
    """What one page tells. `name` is the neighbourhood’s or the force’s, `path` the page’s own.

    `items`: {priority, voted, ballots, actions, more, end, place}, `end` as `reviewing.store.ends_of` has it; `counts`
    as the store has them; `next`: the cursor of what follows, None at the end.
    """

    name: str
    path: str
    items: Sequence[JSON]
    counts: JSON
    next: str | None


async def told_of_neighbourhood(
    app: web.Application, neighbourhood: str, cursor: str | None, limit: int, *, closed: bool = True
) -> Told:
    """What was wanted and done in a neighbourhood, the latest first; `closed`: also what the police closed.

    Raises NotFound, and Invalid for a cursor that is none of ours.
    """
    place = await access_neighbourhood(neighbourhood)
    await check_cursor(cursor, "neighbourhood_id", place.id)
    rows = await store.priorities_here(place.id, cursor or "", limit + 1, closed=closed)
    counts = await store.counts(neighbourhood=place.id, today=_today(app))
    return await _told(place.shown_name, path_of(neighbourhood=place.id), rows, counts, limit)


async def told_of_force(
    app: web.Application, force: str, cursor: str | None, limit: int, *, closed: bool = True
) -> Told:
    """The same of all neighbourhoods of a force."""
    name = await force_name(force)
    await check_cursor(cursor, "force_id", force)
    rows = await store.priorities_in_force(force, cursor or "", limit + 1, closed=closed)
    counts = await store.counts(force=force, today=_today(app))
    return await _told(name, path_of(force=force), rows, counts, limit)


async def force_name(force: str) -> str:
    """The name of a force that has neighbourhoods here; raises NotFound."""
    places = (await current_atlas()).places.values()
    name = next((place.force_name for place in places if place.force_id == force), None)
    if name is None:
        raise NotFound(_("There is no such force."))
    return name


def path_of(*, neighbourhood: str = "", force: str = "") -> str:
    """The path of the page of either."""
    id_ = quote(neighbourhood or force, safe="")
    return f"/{'neighbourhoods' if neighbourhood else 'forces'}/{id_}/you-said-we-did"


async def _told(name: str, path: str, rows: list[JSON], counts: JSON, limit: int) -> Told:
    page = rows[:limit]
    following = page[-1]["id"] if len(rows) > limit else None
    return Told(name, path, await _items(page), counts, following)


async def _items(rows: Sequence[JSON]) -> list[JSON]:
    rows = await held(rows)
    ids = [row["id"] for row in rows]
    actions = await acting.actions_of(ids)
    people = await persons({each for each in (row["owner_id"] for row in rows) if each} | _authors(actions))
    pictures = await PICTURES.pictures_of([one["id"] for one in actions if one["pictures"]], ACTION)
    votes = await store.votes_for({row["round_id"] for row in rows if row["round_id"]})
    ends = await reviewing.ends_of(ids)
    places = (await current_atlas()).places
    items = []
    for row in rows:
        own = [action_shown(one, people, pictures) for one in actions if one["priority_id"] == row["id"]]
        voted, ballots = votes.get(row["option_id"] or "", (None, None))
        place = places.get(row["neighbourhood_id"])
        items.append(
            {
                "priority": priority_shown(row, people),
                "voted": voted,
                "ballots": ballots,
                "actions": own[:_ACTIONS],
                "more": max(0, len(own) - _ACTIONS),
                "end": ends.get(row["id"]),
                "place": {"id": row["neighbourhood_id"], "name": place.shown_name if place else ""},
            }
        )
    return items


def _authors(actions: Sequence[JSON]) -> set[str]:
    return {one["author_id"] for one in actions if one["author_id"]}


def _today(app: web.Application) -> Any:
    return clock.today_in(app[SETTINGS].time_zone)
