"""Taking away the words of those who left: at once what one request can carry, the rest by the clock."""

from collections.abc import Collection
from datetime import timedelta

import structlog
from aiohttp import web

from accounts.leaving import letters
from accounts.leaving.departure_store import Leaving, departures, set_over, set_unfinished
from accounts.ports import WORDS_LEAVE
from foundation import clock
from foundation.audit.personal import erase_personal
from foundation.database import atomic

log = structlog.get_logger("jobs")

_AT_ONCE = 200
"""Messages that the request itself takes away: most people never wrote more."""
_A_TICK = 500
_SETTLES = timedelta(seconds=30)
"""Something that was sent as the account closed may still come in: until then it is looked for again."""


async def let_words_go_now(app: web.Application, person: str, *, everything: bool) -> None:
    """Take the newest words away now, while others are looking at them."""
    for words in app.get(WORDS_LEAVE, ()):
        await words.leave(person, everything=everything, most=_AT_ONCE)


async def let_words_go(app: web.Application) -> None:
    """Take away what is left of everybody who closed their account; each tick some, until nothing is."""
    for leaving in await departures():
        try:
            await _go_on(app, leaving)
        except Exception:  # the others must not wait for it; the next tick tries again
            log.exception("words_left", person=leaving.person)


async def take_up_again(people: Collection[str]) -> None:
    """Look again at who of these has left: a hold that kept something of theirs has ended. In its transaction."""
    await set_unfinished(people)


async def forget_last_mails(_app: web.Application) -> None:
    """The mail that told an old address is the last that is known of it."""
    await letters.forget_last_mails()


async def keeps_something(app: web.Application, person: str) -> bool:
    """Whether a legal hold keeps anything of a person, in any feature."""
    return any([await words.keeps(person) for words in app.get(WORDS_LEAVE, ())])


async def _go_on(app: web.Application, leaving: Leaving) -> None:
    over = [
        await words.leave(leaving.person, everything=leaving.everything, most=_A_TICK)
        for words in app.get(WORDS_LEAVE, ())
    ]
    if all(over) and clock.now() - leaving.since > _SETTLES:
        await _end(app, leaving)


async def _end(app: web.Application, leaving: Leaving) -> None:
    """Nothing is left to take. What the audit knows of them by name goes too, once nothing is kept."""

    async def work() -> None:
        if not await keeps_something(app, leaving.person):
            await erase_personal([leaving.person])
        await set_over(leaving.person)

    await atomic(work)
