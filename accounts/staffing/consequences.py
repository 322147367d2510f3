"""After the commit: every open page, room and connection follows what was decided about somebody on the staff."""

from collections.abc import Iterable

from aiohttp import web

from accounts.above import person_changed
from accounts.duty.service import end_shift
from accounts.sessions.broadcast import sessions_ended


async def follow_record(app: web.Application, person: str, ended: Iterable[str] = ()) -> None:
    """Draw a person anew wherever they are shown, settle their rights in open rooms, and hang up `ended` sessions."""
    await person_changed(app, person)
    await sessions_ended(app, ended)


async def put_off_duty(app: web.Application, person: str, ended: Iterable[str] = ()) -> None:
    """The same for somebody who may not act any more: their shift ends, and with it the words that prove them."""
    await follow_record(app, person, ended)
    await end_shift(app, person)
