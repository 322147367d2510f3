"""Moderation's verbs. What is moderated lives on the floors above, which call these inside their transactions."""

import asyncio

from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import MAX_LENGTH, clean_text
from moderation.policy import check_may_try
from moderation.screening import NOBODY, Context, Verdict, screen


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
