"""Appealing against a decision: its author says why it is wrong, once, and somebody else looks again."""

from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, NotAllowed
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import check_text
from moderation.appeals import store
from moderation.appeals.appealable import AGAINST, DAYS, appealable_until
from moderation.content import CONTENT, Content, Line, fetch_content
from moderation.decisions.policy import access_own_decision
from moderation.decisions.reading import hold_decision, successor_of
from moderation.evidence.service import keep
from moderation.evidence.snapshot import LINES

JSON = dict[str, Any]


async def appeal(app: web.Application, viewer: Viewer, decision_id: str, text: str) -> str:
    """Ask that somebody else looks at a decision about one's own words again; gives the appeal's id.

    Raises NotFound (not one's own), Invalid (no text), NotAllowed (after 20 days) and Conflict (a second one, or
    nothing stands that could be appealed against).
    """
    decision = await access_own_decision(viewer, decision_id)
    text = check_text(text, "text")
    await _check_stands(decision)
    target = (decision["target_type"], decision["target_id"])
    content = (await fetch_content(app, [target])).get(target)
    lines = await app[CONTENT][content.type].context(content, LINES) if content else []
    try:
        return await atomic(lambda: _add(viewer, decision, text, content, list(lines)))
    except IntegrityError:
        raise _second() from None


async def _check_stands(decision: JSON) -> None:
    if await store.appeal_against(decision["id"]):
        raise _second()
    if decision["action"] not in AGAINST:
        raise Conflict(_("This decision took nothing from you, so there is nothing to appeal against."))
    await _check_not_superseded(decision)
    if clock.now() > appealable_until(decision):
        sentence = _("You can appeal for %(days)s days after a decision. If it still matters, you can complain.")
        raise NotAllowed(sentence % {"days": DAYS})


async def _check_not_superseded(decision: JSON) -> None:
    if await successor_of(decision["id"]):
        raise Conflict(_("This decision was taken back already, so there is nothing to appeal against any more."))


def _second() -> Conflict:
    return Conflict(_("You have appealed against this decision already. What came of it stands on this page."))


async def _add(viewer: Viewer, decision: JSON, text: str, content: Content | None, lines: list[Line]) -> str:
    # Whoever takes the decision back ends the appeal that they find: here they come first, or wait.
    await hold_decision(decision["id"])
    await _check_not_superseded(decision)
    made = await store.add_appeal(
        decision_id=decision["id"],
        person_id=str(viewer.id),
        force_id=decision["force_id"],
        text=text,
        at=clock.now(),
    )
    await add_entry(act="decision.appeal", actor=viewer, subject_type="appeal", subject_id=made["id"],
                    details={"decision": decision["id"]})  # fmt: skip
    if content is not None:
        await keep(content, lines, why="appeal", kind=decision["kind"] or "other", item_id=decision["item_id"])
    return str(made["id"])
