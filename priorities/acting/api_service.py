"""Priorities as the JSON API describes them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.keys import SETTINGS
from foundation.pictures.shapes import Picture
from foundation.text import plain_words
from neighbourhoods.service import access_neighbourhood
from priorities.acting import store
from priorities.acting.holders import held
from priorities.acting.moderated_words import ACTION
from priorities.acting.police_shapes import PolicePriorities, PolicePriority
from priorities.acting.policy import access_priority, check_cursor
from priorities.acting.shapes import (
    Figure,
    OnePriority,
    PriorityAction,
    PriorityOwner,
)
from priorities.acting.shown import next_update_of, owner_words
from priorities.pictures.service import PICTURES

JSON = dict[str, Any]


async def list_priorities(neighbourhood: str, cursor: str | None, limit: int) -> PolicePriorities:
    """All that were adopted in a neighbourhood, the newest first, in data.police.uk’s shape.

    Raises NotFound, and Invalid for a cursor that is none of ours.
    """
    place = await access_neighbourhood(neighbourhood)
    await check_cursor(cursor, "neighbourhood_id", place.id)
    rows = await store.page_of_neighbourhood(place.id, cursor or "", limit + 1)
    page = rows[:limit]
    latest: dict[str, JSON] = {}
    for action in await store.actions_of([row["id"] for row in page]):
        latest.setdefault(action["priority_id"], action)
    items = [_police(row, latest.get(row["id"])) for row in page]
    return PolicePriorities(items, page[-1]["id"] if len(rows) > limit else None)


async def one_priority(app: web.Application, priority_id: str) -> OnePriority:
    """A priority with its timeline. Raises NotFound."""
    [row] = await held([await access_priority(priority_id)])
    actions = await store.actions_of([priority_id])
    people = await persons({each for each in (row["owner_id"], *(one["author_id"] for one in actions)) if each})
    following = next_update_of(row)
    return OnePriority(
        id=row["id"],
        neighbourhood=row["neighbourhood_id"],
        round=row["round_id"],
        title=row["title"],
        html=row["issue_html"],
        issued_on=row["issued_on"],
        owner=_owner(row, people),
        promise=row["promise"],
        next_update=following,
        late=following is not None and following < clock.today_in(app[SETTINGS].time_zone),
        status=row["status"].value,
        carried_to=row["carried_to_id"],
        closed_why=row["closed_why"],
        kept_version=row["kept_version"],
        version=row["version"],
        actions=_actions(actions, people, await _pictures(actions)),
        taken_back=await store.taken_back(priority_id),
    )


async def action_json(row: JSON) -> PriorityAction:
    """An action that was just written."""
    return _actions([row], await persons({row["author_id"]}), await _pictures([row]))[0]


def _police(row: JSON, action: JSON | None) -> PolicePriority:
    return PolicePriority(
        id=row["id"],
        issue=plain_words(row["issue_html"]),
        issue_date=_midnight(row["issued_on"]),
        action=plain_words(action["html"]) if action else None,
        action_date=_midnight(action["done_on"]) if action else None,
        status=row["status"].value,
        owner=owner_words(row) or None,
        partner=(action["partner"] or None) if action else None,
        next_update=next_update_of(row),
    )


def _midnight(day: date | None) -> str | None:
    return f"{day.isoformat()}T00:00:00" if day else None


def _owner(row: JSON, people: dict[str, JSON]) -> PriorityOwner | None:
    if not owner_words(row):
        return None
    person = people.get(row["owner_id"] or "")
    return PriorityOwner(row["owner_role"], row["owner_rank"], person if person and person["officer"] else None)


async def _pictures(rows: Sequence[JSON]) -> dict[str, list[JSON]]:
    return await PICTURES.pictures_of([row["id"] for row in rows if row["pictures"]], ACTION)


def _actions(rows: Sequence[JSON], people: dict[str, JSON], pictures: dict[str, list[JSON]]) -> list[PriorityAction]:
    return [
        PriorityAction(
            id=row["id"],
            body=row["body"],
            html=row["html"],
            author=people.get(row["author_id"] or ""),
            partner=row["partner"],
            figures=[Figure(**figure) for figure in row["figures"]],
            pictures=msgspec.convert(pictures.get(row["id"], []), list[Picture]),
            done_on=row["done_on"],
            created_at=row["created_at"],
            edited_at=row["edited_at"],
            version=row["version"],
        )
        for row in rows
    ]
