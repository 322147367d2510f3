"""Moderation's verbs. What is moderated lives on the floors above, which call these inside their transactions."""

import asyncio
from enum import StrEnum

from foundation.audit.entries import add_entry
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import MAX_LENGTH, clean_text
from moderation import store
from moderation.community_rules import VERSION, find_clause
from moderation.models import Decision
from moderation.policy import check_may_try
from moderation.screening import NOBODY, Context, Verdict, screen


class DecisionAction(StrEnum):
    """What can be decided on one thing today."""

    APPROVE = "approve"
    REJECT = "reject"
    HIDE = "hide"
    RESTORE = "restore"


async def record_decision(
    *,
    viewer: Viewer,
    target_type: str,
    target_id: str,
    action: str,
    reason: str = "",
    clause: str = "",
    note: str = "",
    author_id: str | None = None,
    revision: int = 1,
    seconds: int | None = None,
) -> Decision:
    """Write down who decided what about a thing and why, and put it into the audit.

    Call it inside the transaction that carries the decision out, after the caller has checked that this viewer may.
    `clause` is the id of a community rule; `reason` is for the author of the thing, `note` for staff only. Raises
    Invalid for an unknown clause.
    """
    if clause and find_clause(clause) is None:
        raise Invalid.at("clause", _("There is no such rule. Choose one of the community rules."))
    await add_entry(
        act=f"{target_type}.{action}",
        actor=viewer,
        subject_type=target_type,
        subject_id=target_id,
        reason=reason,
        details={"clause": clause} if clause else {},
    )
    return await store.add_decision(
        target_type=target_type,
        target_id=target_id,
        revision=revision,
        author_id=author_id,
        action=DecisionAction(action),
        clause=clause,
        rules_version=VERSION,
        reason=reason,
        note=note,
        seconds=seconds,
        actor_id=viewer.id,
        actor_role=viewer.role,
    )


async def screen_text(viewer: Viewer, text: str, context: Context = NOBODY) -> Verdict:
    """What the rules of today say of a text; nothing is stored. For staff: raises NotAllowed, Invalid when too long."""
    check_may_try(viewer)
    if len(text) > MAX_LENGTH:
        raise Invalid.at("text", _("This is too long. Keep it under %(most)s characters.", most=MAX_LENGTH))
    return await asyncio.to_thread(screen, text, context)


def check_explanation(reason: str, *, needed: bool = True) -> str:
    """Why somebody decided, cleaned, for the person whom it is about; raises Invalid where it is needed and missing."""
    explanation = clean_text(reason)
    if needed and not explanation:
        raise Invalid.at("reason", _("Give a reason: the person will read it."))
    return explanation
