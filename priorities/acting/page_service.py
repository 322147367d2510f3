"""The page of one priority, and the forms about it."""

from typing import Any

from accounts.people import officers_of, persons
from foundation.permissions import Role, Viewer
from neighbourhoods.atlas import current_atlas
from priorities.acting import store
from priorities.acting.following_service import follows
from priorities.acting.holders import held
from priorities.acting.models import Status, Words
from priorities.acting.moderated_words import ACTION
from priorities.acting.policy import (
    access_action,
    access_action_to_change,
    access_priority,
    access_priority_to_act,
    access_priority_to_keep,
    check_may_edit,
    check_under_way,
    may_act,
    may_be_closed,
)
from priorities.acting.priority_rows import UNDER_WAY
from priorities.acting.shown import action_shown, priority_shown
from priorities.pictures.service import PICTURES
from priorities.policy import keeps

JSON = dict[str, Any]


async def priority_page(viewer: Viewer, priority_id: str) -> JSON:
    """All that the page shows: `priority` (and its `row`), `place`, `actions` (the latest first), `may`, `follows`.

    Raises NotFound.
    """
    [row] = await held([await access_priority(priority_id)])
    actions = await store.actions_of([priority_id])
    people = await persons({each for each in (row["owner_id"], *(one["author_id"] for one in actions)) if each})
    pictures = await PICTURES.pictures_of([one["id"] for one in actions if one["pictures"]], ACTION)
    return {
        "row": row,
        "priority": priority_shown(row, people),
        "place": await place_of(row),
        "actions": [action_shown(one, people, pictures) | _may(viewer, row, one) for one in actions],
        "may": may_of(viewer, row),
        "taken_back": await store.taken_back(priority_id),
        "follows": await follows(viewer, priority_id),
    }


def may_of(viewer: Viewer, row: JSON) -> JSON:
    """What the viewer is offered on its page."""
    under_way = row["status"] in UNDER_WAY
    return {
        "act": under_way and may_act(viewer, row),
        "keep": under_way and row["state"] == Words.PUBLISHED and keeps(viewer, row),
        "close": may_be_closed(row) and keeps(viewer, row),
        "carry": row["status"] == Status.UNMET and row["carried_to_id"] is None and keeps(viewer, row),
        "follow": viewer.signed_in,
        "flag": viewer.signed_in and row["state"] == Words.PUBLISHED,
    }


async def place_of(row: JSON) -> JSON:
    """The neighbourhood that it is about, by its name."""
    place = (await current_atlas()).places.get(row["neighbourhood_id"])
    name = place.shown_name if place else row["neighbourhood_id"]
    return {"id": row["neighbourhood_id"], "name": name, "force": row["force_id"]}


async def action_page(viewer: Viewer, action_id: str) -> JSON:
    """One action, by itself: `action`, `priority`, `place`, and `may`. Raises NotFound."""
    row, action = await access_action(viewer, action_id)
    [row] = await held([row])
    people = await persons({each for each in (row["owner_id"], action["author_id"]) if each})
    pictures = await PICTURES.pictures_of([action_id], ACTION)
    return {
        "action": action_shown(action, people, pictures) | _may(viewer, row, action),
        "priority": priority_shown(row, people),
        "place": await place_of(row),
        "may": may_of(viewer, row),
    }


async def edit_page(viewer: Viewer, action_id: str) -> JSON:
    """The same of one’s own action, to be changed. Raises NotFound, NotAllowed, Conflict."""
    row, action = await access_action_to_change(viewer, action_id)
    check_may_edit(viewer, action)
    check_under_way(row)
    page = await action_page(viewer, action_id)
    return page | {"edited": page["action"]}


async def act_page(viewer: Viewer, priority_id: str) -> JSON:
    """What the form of a new action shows. Raises NotFound, NotAllowed, Conflict."""
    row = await access_priority_to_act(viewer, priority_id)
    check_under_way(row)
    return {"priority": priority_shown(row, {}), "place": await place_of(row), "may": may_of(viewer, row)}


async def keep_page(viewer: Viewer, priority_id: str) -> JSON:
    """What the form of its owner and promise shows. Raises NotFound, NotAllowed."""
    row = await access_priority_to_keep(viewer, priority_id)
    officers = await officers_of(row["neighbourhood_id"])
    people = {each["id"]: each for each in officers}
    now = {
        **{name: row[name] for name in ("owner_role", "owner_rank", "promise", "kept_version")},
        "owner": row["owner_id"] or "",
        "next_update_on": row["next_update_on"].isoformat() if row["next_update_on"] else "",
    }
    return {"priority": priority_shown(row, people), "place": await place_of(row), "officers": officers, "now": now}


def _may(viewer: Viewer, row: JSON, action: JSON) -> JSON:
    mine = viewer.signed_in and action["author_id"] == viewer.id and may_act(viewer, row)
    under_way = row["status"] in UNDER_WAY
    return {
        "mine": mine,
        "may_edit": mine and under_way,
        "may_withdraw": under_way and (mine or keeps(viewer, row)),
        "may_flag": viewer.signed_in and not mine and viewer.role is not Role.GUEST,
    }
