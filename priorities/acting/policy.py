"""Who reads a priority, answers for it, and says what was done about it."""

from typing import Any

from foundation.errors import Conflict, Invalid, NotAllowed, NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.held_by_case import held_by_case
from priorities.acting.models import Status, Words
from priorities.acting.moderated_words import ACTION
from priorities.acting.priority_rows import UNDER_WAY, find_action, find_priority
from priorities.policy import is_staff, keeps, not_its_staff

JSON = dict[str, Any]


async def access_priority(priority_id: str) -> JSON:
    """The row of a priority, which anybody may read. Raises NotFound."""
    found = await find_priority(priority_id) if is_own_id(priority_id) else None
    if found is None:
        raise no_priority()
    return found


async def check_cursor(cursor: str | None, name: str, place: str) -> None:
    """Raises Invalid for what is no `next` of the list of a `neighbourhood_id` or a `force_id` (its `name`)."""
    if cursor is None:
        return
    row = await find_priority(cursor) if is_own_id(cursor) else None
    if row is None or row[name] != place:
        raise Invalid.at("cursor", _("This is not the cursor of a page. Begin again without one."))


async def access_priority_to_keep(viewer: Viewer, priority_id: str) -> JSON:
    """The same, for its officers and administrators. Raises NotFound, NotAllowed."""
    found = await access_priority(priority_id)
    if not keeps(viewer, found):
        raise not_its_staff()
    return found


async def access_priority_to_act(viewer: Viewer, priority_id: str) -> JSON:
    """The same, for who says what was done about it: see `may_act`. Raises NotFound, NotAllowed."""
    found = await access_priority(priority_id)
    if not may_act(viewer, found):
        raise NotAllowed(
            _("Only officers who serve this neighbourhood, and partners of its force, say here what was done.")
        )
    return found


def may_act(viewer: Viewer, row: JSON) -> bool:
    """Whether somebody is of its officers and administrators, or a partner who is a guest of its force here."""
    return keeps(viewer, row) or viewer.is_guest_in(row["force_id"], row["neighbourhood_id"])


def check_under_way(row: JSON) -> None:
    """Raises Conflict for a priority that neighbours have judged: its timeline stays as they judged it."""
    if row["status"] == Status.CLOSED:
        raise Conflict(_("This priority is closed: nothing is added to it or changed in it any more."))
    if Status(row["status"]) not in UNDER_WAY:
        raise Conflict(_("The review of this priority is over: nothing is added to it or changed in it any more."))


def check_shown(row: JSON) -> None:
    """Raises Conflict for a priority whose words moderators took down: nobody puts others over them unseen."""
    if row.get("state") == Words.HIDDEN:
        raise Conflict(_("Moderators took these words down. Ask them before you put others there."))


def may_be_closed(row: JSON) -> bool:
    """Whether its officers may say that it is not worked on any more: it was imported, and no review will judge it."""
    return row.get("status") == Status.OPEN and row["round_id"] is None


async def access_action(viewer: Viewer, action_id: str) -> tuple[JSON, JSON]:
    """A priority and an action of it: what is not shown is for its author and its staff alone. Raises NotFound."""
    action = await find_action(action_id) if is_own_id(action_id) else None
    if action is None or action["state"] == "withdrawn":
        raise no_action()
    row = await access_priority(action["priority_id"])
    mine = viewer.signed_in and viewer.id == action["author_id"]
    if action["state"] == "published" or mine:
        return row, action
    if not is_staff(viewer, row) or await held_by_case(ACTION, action_id):
        raise no_action()
    return row, action


async def access_action_to_change(viewer: Viewer, action_id: str) -> tuple[JSON, JSON]:
    """The same, for its author while they serve here, and for who keeps the priority. Raises NotFound, NotAllowed."""
    row, action = await access_action(viewer, action_id)
    mine = viewer.id == action["author_id"] and may_act(viewer, row)
    if not mine and not keeps(viewer, row):
        raise not_its_staff()
    return row, action


def check_may_edit(viewer: Viewer, action: JSON) -> None:
    """Raises NotAllowed for words of somebody else, and Conflict for words that are not shown."""
    if action["author_id"] != viewer.id:
        raise NotAllowed(_("Only who wrote this words it anew. You can take it back."))
    if action["state"] != "published":
        raise Conflict(_("This is not shown now, so it can’t be changed. You can take it back, and write it anew."))


def no_priority() -> NotFound:
    """What is said of one that is not there, or that can’t be flagged any more."""
    return NotFound(_("There is no such priority."))


def no_action() -> NotFound:
    return NotFound(_("There is no such action, or it was taken down."))
