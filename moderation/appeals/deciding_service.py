"""Deciding an appeal: the decision stands, or everything is put right."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, Invalid
from foundation.language import _
from foundation.permissions import Viewer
from moderation.appeals import store
from moderation.appeals.readable import access_readable_appeal
from moderation.content import Content, Tell, fetch_content, tell_all
from moderation.decisions.author_notices import page_of
from moderation.decisions.putting_back import put_back
from moderation.decisions.recording import record
from moderation.decisions.ruling import Action, Ruling
from moderation.decisions.taking_back import take_back_effects
from moderation.explanations import check_explanation
from moderation.sealed.service import check_unsealed
from notices.kinds import NoticeKind
from notices.service import noticed, notify

JSON = dict[str, Any]
UPHELD: Final = "upheld"
OVERTURNED: Final = "overturned"


async def decide_appeal(app: web.Application, viewer: Viewer, appeal_id: str, outcome: str, reason: str) -> None:
    """Decide an appeal: `upheld` (the decision stands) or `overturned`, with the reason that its author reads.

    Overturned, the thing is shown again in its old place, its author is readmitted, and the records are put right.
    Raises NotFound, NotAllowed (one's own decision or appeal, a sealed case), Invalid, Conflict (somebody was first).
    """
    appeal, decision = await access_readable_appeal(app, viewer, appeal_id)
    if outcome not in (UPHELD, OVERTURNED):
        raise Invalid.at("outcome", _("Choose whether the decision stands."))
    why = check_explanation(reason)
    await check_unsealed(app, decision["force_id"], why, field="reason")
    if outcome == UPHELD:
        return await tell_all(app, await atomic(partial(_uphold, viewer, appeal, why)))
    target = (decision["target_type"], decision["target_id"])
    content = (await fetch_content(app, [target])).get(target)
    if content is None:
        raise Conflict(_("What this was about is gone for good: its author took it with them."))
    also = partial(_overturn, app, viewer, appeal, decision, content, why)
    await put_back(app, content, decision, also, right=True)


async def _uphold(viewer: Viewer, appeal: JSON, reason: str) -> Sequence[Tell]:
    await _end(viewer, appeal, UPHELD, reason)
    return await _tell(appeal, partial(_upheld, reason))


async def _overturn(
    app: web.Application, viewer: Viewer, appeal: JSON, decision: JSON, content: Content, reason: str
) -> Sequence[Tell]:
    await _end(viewer, appeal, OVERTURNED, reason)
    ruling = Ruling(Action.OVERTURN, reason=reason, supersedes=decision["id"], item=decision["item_id"])
    made, tells = await record(viewer, content, ruling)
    await store.set_outcome(appeal["id"], made["id"])
    effects = await take_back_effects(app, viewer, content, decision)
    return [*tells, *effects, *await _tell(appeal, partial(_overturned, reason))]


async def _end(viewer: Viewer, appeal: JSON, state: str, reason: str) -> None:
    if not await store.set_decided(appeal["id"], state, by=viewer.id, reason=reason, at=clock.now()):
        raise Conflict(_("Somebody else has just decided this appeal. Look at what they decided."))
    details = {"decision": appeal["decision_id"]}
    await add_entry(act=f"appeal.{state}", actor=viewer, subject_type="appeal", subject_id=appeal["id"], reason=reason,
                    details=details)  # fmt: skip


async def _tell(appeal: JSON, sentence: Callable[[], str]) -> Sequence[Tell]:
    person, path = appeal["person_id"], page_of(appeal["decision_id"])
    await notify(person, NoticeKind.APPEAL, sentence, path, key=f"appeal.{appeal['id']}")
    return [noticed(person)]


def _upheld(reason: str) -> str:
    return _(
        "Somebody else has looked at your appeal. The decision stands. The reason given: %(reason)s", reason=reason
    )


def _overturned(reason: str) -> str:
    said = _("You were right: somebody else has looked at your appeal, and the decision was wrong. It was overturned.")
    return f"{said} {_('The reason given: %(reason)s', reason=reason)}"
