"""Whether somebody writes the same again and again, or many who are new here write it within minutes.

Counted as all limits are, in memory or in Redis, for all processes together; nothing is looked up. In one place few
times are too many; in all of them together, many: who asks the same in every room may want an answer.
"""

from collections.abc import Awaitable, Callable

from aiohttp import web

from foundation.keys import LIMITS
from foundation.language import _
from moderation.items.kinds import Kind
from moderation.repetition.keys import keys_of
from moderation.screening_rules.hits import Hit

VERSION = 2
OWN, MANY = "flood.own", "flood.many"


async def repetition(
    app: web.Application,
    place: str,
    person: str,
    text: str,
    is_known: Callable[[], Awaitable[bool]],
    *,
    before: str | None = None,
) -> Hit | None:
    """Count a text in a place (its id), and say whether it is one too many; None for one that is not.

    `is_known`: whether they are, asked only where it matters. `before`: what the text takes the place of; who mends a
    slip does not say it again.
    """
    counted = keys_of(text)
    if before is not None and not counted.keys.isdisjoint(keys_of(before).keys):
        return None
    here = [f"{place}:{person}:{key}" for key in counted.keys]
    everywhere = [f"{person}:{key}" for key in counted.keys]
    within = app[LIMITS].within
    if counted.short:
        return None if await within("same_short_text", *here) else _hit(OWN, text)
    if not await within("same_text_anywhere", *everywhere):
        return _hit(OWN, text)
    if not await within("same_text_first", *here):
        return None if await within("same_text_again", *here) else _hit(OWN, text)
    # Counted once for each person: ten people, not one who said it ten times.
    if await within("same_text_by_many", *(f"{place}:{key}" for key in counted.keys)) or await is_known():
        return None
    return _hit(MANY, text)


def _hit(rule: str, text: str) -> Hit:
    return Hit(rule, VERSION, 0, len(text), Kind.FLOOD)


def reason_of_repetition(hit: Hit) -> str:
    """What its author reads."""
    if hit.rule == OWN:
        return _("You have posted this before. A moderator will read it before it is shown again.")
    return _("Several people have posted these words within minutes. A moderator will read it before it is shown.")
