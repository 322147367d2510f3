"""One decision for several things of one author, each recorded; and taking them back together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from aiohttp import web

from foundation import clock
from foundation.errors import Conflict, Invalid, NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Viewer
from moderation.decisions import service as decisions
from moderation.decisions.reading import decisions_by_id
from moderation.decisions.ruling import Action, Ruling
from moderation.decisions.undoing_service import UNDONE_WITHIN
from moderation.queue.policy import access_item_to_decide, access_queue

JSON = dict[str, Any]
FOR_SEVERAL: Final = frozenset({Action.APPROVE, Action.HIDE, Action.HIDE_AND_WARN, Action.NONE, Action.ESCALATE})
"""What can be decided about several things at once: the others are about a person, a place, or one text."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a decision about several: the ids of those made, and the items that it was too late for."""

    made: Sequence[str]
    missed: Sequence[str]


async def decide_for(
    app: web.Application, viewer: Viewer, item_id: str, ruling: Ruling, also: Mapping[str, int]
) -> Outcome:
    """Decide about an item, and the same about others of its author: `also` has their versions by id.

    Raises what `decide` raises for the first, and then nothing is decided; Invalid where this can't be decided for
    several, or they are not by one author. Of the others those that somebody decided meanwhile are left as they are.
    """
    if also:
        await _check_several(viewer, item_id, ruling, also)
    first = await decisions.decide(app, viewer, item_id, ruling)
    made, missed = [str(first["id"])], []
    for other, version in also.items():
        try:
            made.append(str((await _decide(app, viewer, other, version, ruling))["id"]))
        except (Conflict, NotFound):
            missed.append(other)
    return Outcome(made, missed)


async def just_made(viewer: Viewer, made: Sequence[str]) -> JSON:
    """What a page says of the decisions that somebody made a moment ago.

    `made`: the ids that were given; `decided`: the row of the first, where it is the viewer's own; `undo_until`: until
    when it can be taken back, None where it can't be any more.
    """
    rows = await decisions_by_id(made[:1]) if made else {}
    mine = {id_: row for id_, row in rows.items() if row["actor_id"] == viewer.id}
    decided = mine.get(made[0]) if made else None
    until = decided["at"] + UNDONE_WITHIN if decided else None
    return {"made": made, "decided": decided, "undo_until": until if until and until > clock.now() else None}


async def undo_all(app: web.Application, viewer: Viewer, made: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """Take back these decisions; gives the first one's item, and those decisions that could not be any more.

    Raises what `undo` does for the first.
    """
    await decisions.undo(app, viewer, made[0])
    stayed = []
    for decision in made[1:]:
        try:
            await decisions.undo(app, viewer, decision)
        except (Conflict, NotFound, NotAllowed):
            stayed.append(decision)
    return await item_of(made[0]), stayed


async def item_of(decision: str) -> str | None:
    """The item that a decision ended, None where it ended none."""
    row = (await decisions_by_id([decision])).get(decision)
    return row["item_id"] if row else None


async def _decide(app: web.Application, viewer: Viewer, item: str, version: int, ruling: Ruling) -> JSON:
    return await decisions.decide(app, viewer, item, replace(ruling, item=item, version=version))


async def _check_several(viewer: Viewer, item_id: str, ruling: Ruling, also: Mapping[str, int]) -> None:
    if ruling.action not in FOR_SEVERAL:
        raise Invalid.at("action", _("This can’t be decided for several at once. Take the marks off the others."))
    worker = await access_queue(viewer)
    author = (await access_item_to_decide(worker, item_id))["author_id"]
    others = [await access_item_to_decide(worker, other) for other in also]
    if author is None or any(other["author_id"] != author for other in others):
        raise Invalid(_("Only things by the same person can be decided together."))
