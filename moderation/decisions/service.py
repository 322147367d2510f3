"""Deciding about what waits in the queue, and passing it on."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.errors import Conflict, NotFound
from foundation.language import _
from foundation.permissions import Viewer
from moderation.content import CONTENT, Content, Line, Tell, fetch_content
from moderation.decisions import store
from moderation.decisions.banning import propose_ban
from moderation.decisions.carrying_out import carry_out, exclusion_of, is_of_edit
from moderation.decisions.checking import check_possible, check_ruling
from moderation.decisions.decided import Decided
from moderation.decisions.escalating import asked_of, tell_asked
from moderation.decisions.reading import decision_that_ended
from moderation.decisions.recording import record
from moderation.decisions.ruling import Action, Ruling
from moderation.decisions.shown import shown_decision, with_the_first
from moderation.decisions.undoing_service import undo
from moderation.evidence.snapshot import LINES
from moderation.items import store as items
from moderation.queue.policy import access_item_to_decide, access_queue
from moderation.sealed.reading import check_readable
from moderation.sealed.service import check_unsealed

JSON = dict[str, Any]


async def decide(app: web.Application, viewer: Viewer, item_id: str, ruling: Ruling) -> JSON:
    """Decide about an open item whose version is `ruling.version`, and carry it out; gives the decision as JSON.

    Raises NotFound (also for words that were sealed since), NotAllowed (one's own words, a sealed case, staff who can't
    be kept out), Invalid with the field (also where staff would write a sealed name),
    Decided where somebody was first or the item is another by now, and Conflict with `claimed_by` while somebody else
    has it before them.
    """
    item = await access_item_to_decide(await access_queue(viewer), item_id)
    ruling = replace(check_ruling(ruling), item=item_id)
    try:
        await _check_open(item, viewer)
        content = await _content_of(app, item)
        await check_readable(app, viewer, content)
        check_possible(content, ruling)
        await _check_unsealed(app, content.force_id, ruling)
        ruling = replace(ruling, of_edit=is_of_edit(content, ruling, item))
        decision = await _decide(app, viewer, content, ruling)
    except Conflict as refusal:
        raise await _overtaken(refusal, item) from None
    made: JSON = msgspec.to_builtins(await shown_decision(decision))
    return made


async def _check_unsealed(app: web.Application, force: str, ruling: Ruling) -> None:
    await check_unsealed(app, force, ruling.body or "")
    await check_unsealed(app, force, ruling.reason, field="reason")
    await check_unsealed(app, force, ruling.note, field="note")


async def _overtaken(refusal: Conflict, item: JSON) -> Conflict:
    """The same refusal, or what came first where the thing is another because somebody has decided about it."""
    if isinstance(refusal, Decided):
        return await with_the_first(refusal)
    now = await items.find_item(item["id"])
    decided = now is not None and now["state"] == "decided"
    first = await store.last_on_item(item["id"], before="") if decided else None
    return await with_the_first(Decided(first)) if first else refusal


async def _decide(app: web.Application, viewer: Viewer, content: Content, ruling: Ruling) -> JSON:
    lines = await app[CONTENT][content.type].context(content, LINES)
    escalated = ruling.action is Action.ESCALATE
    asked = await asked_of(app, content, str(ruling.to), str(viewer.id)) if escalated else []
    made: list[JSON] = []

    async def also() -> Sequence[Tell]:
        decision, tells = await _write_down(app, viewer, content, ruling, lines, asked)
        made[:] = [decision]  # a transaction that failed for another's sake is run again
        return tells

    await carry_out(app, content, ruling, also)
    return made[0]


async def _write_down(
    app: web.Application, viewer: Viewer, content: Content, ruling: Ruling, lines: Sequence[Line],
    asked: Collection[str],
) -> tuple[JSON, Sequence[Tell]]:  # fmt: skip
    decision, tells = await record(viewer, content, ruling, lines)
    if exclusion := exclusion_of(decision):
        return decision, [*tells, *await app[CONTENT][content.type].exclude(content, exclusion)]
    if ruling.action is Action.REMOVE:
        return decision, [*tells, *await propose_ban(viewer, content, decision)]
    return decision, [*tells, *await tell_asked(asked, content, decision)]


async def _check_open(item: JSON, viewer: Viewer) -> None:
    if item["state"] != "open":
        raise Decided(await store.last_on_item(item["id"], before=""))
    other = item["claimed_by_id"]
    if other in (None, viewer.id) or item["claimed_until"] is None or item["claimed_until"] <= clock.now():
        return
    person = (await persons({other})).get(other)
    name = str(person["name"]) if person else _("Somebody")
    raise Conflict(_("%(name)s is looking at this just now.", name=name), details={"claimed_by": person})


async def _content_of(app: web.Application, item: JSON) -> Content:
    target = (item["target_type"], item["target_id"])
    content = (await fetch_content(app, [target])).get(target)
    if content is None:
        raise NotFound(_("What this was about is gone for good. Nothing is left to decide."))
    return content


__all__ = ["decide", "decision_that_ended", "undo"]
