"""What still waits for a moderator shortly before the vote: it would not be voted on, so its staff are told in time."""

from functools import partial
from typing import Final

from aiohttp import web

from accounts.colleagues import colleagues_in
from accounts.moderators import moderators_of
from foundation import clock
from foundation.permissions import Role
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all
from priorities.round_rows import JSON
from priorities.rounds import sentences, told_store
from priorities.rounds.one_by_one import by_itself
from priorities.rounds.place_names import place_name_of
from priorities.rounds.telling_service import SOON
from priorities.writing import Change, write

_QUEUE: Final = "/moderation"


async def tell_of_waiting(app: web.Application) -> None:
    """Tell moderators, who decide, and the officers who keep the round: once for each date of its vote."""
    now = clock.now()
    rows = await told_store.rounds_with_waiting(now, now + SOON)
    told = await told_store.told_of([row["id"] for row in rows])
    for row in rows:
        if (row["id"], _what(row)) not in told:
            await by_itself("tell_of_waiting", row["id"], write(app, partial(_tell, app, row)))


async def _tell(app: web.Application, row: JSON) -> Change[None]:
    moderators = await moderators_of(row["force_id"], row["neighbourhood_id"])
    colleagues = await colleagues_in(row["force_id"], row["neighbourhood_id"])
    officers = [each["id"] for each in colleagues if each["role"] == Role.OFFICER]
    said, key = partial(sentences.still_waiting, app, row, await place_name_of(row)), f"round.{row['id']}.{_what(row)}"
    told = await notify_all(moderators, NoticeKind.STAFF, said, _QUEUE, key=key)
    told += await notify_all(officers, NoticeKind.STAFF, said, f"/rounds/{row['id']}", key=key)
    await told_store.add_told(row["id"], _what(row))
    return Change(None, tell=[all_noticed(told)] if told else [])


def _what(row: JSON) -> str:
    """Where the vote is moved, it is to be told anew."""
    return f"waiting.{row['vote_at']:%Y%m%d%H%M}"
