"""Telling moderators afterwards that it was a drill, and how it went."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from foundation.language import _
from moderation.content import Tell
from moderation.public.wording import span
from notices.kinds import NoticeKind
from notices.service import noticed, notify_all


async def somebody_looked(drill: dict[str, Any], moderators: Collection[str], seconds: float) -> Sequence[Tell]:
    """Inside the transaction; gives what to tell after it."""
    return await _tell(
        drill, moderators, lambda: _("That was this week’s drill. Somebody looked after %(time)s.", time=span(seconds))
    )


async def nobody_looked(drill: dict[str, Any], moderators: Collection[str]) -> Sequence[Tell]:
    """The same where the hour went by."""
    return await _tell(drill, moderators, lambda: _("That was this week’s drill. Nobody looked within an hour."))


async def _tell(drill: dict[str, Any], moderators: Collection[str], sentence: Callable[[], str]) -> list[Tell]:
    key = f"drill.{drill['id']}"
    told = await notify_all(moderators, NoticeKind.PAGED, sentence, "/moderation/drills", key=key)
    return [noticed(person) for person in told]
