"""Asking neighbours what became of their priorities, and telling them what came of it: some at a time, each once."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.database import atomic
from foundation.language import _
from notices.delivery import Sentence
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all, told_before
from priorities.acting import store as acting
from priorities.acting.priority_rows import find_priority
from priorities.acting.telling_service import followers_of
from priorities.reviewing import store
from priorities.reviewing.models import Review
from priorities.round_rows import find_round

JSON = dict[str, Any]
_AT_ONCE = 200
_LATELY = timedelta(days=2)
"""How long the job looks for who was not asked yet: a server may have been away."""


async def ask_reviewers(app: web.Application) -> None:
    """Tell who voted with an account, or follows, that their review is asked for: once a round."""
    for round_id in await store.rounds_in_review(clock.now() - _LATELY):
        row = await find_round(round_id)
        if row and await acting.of_round(round_id):
            await _ask(app, row)


async def tell_review_ends(app: web.Application) -> None:
    """Tell who answered, or follows, how the review of a priority ended."""
    for priority_id in await store.ended_since(clock.now() - _LATELY):
        if row := await find_priority(priority_id):
            answered = await Review.filter(priority_id=priority_id).values_list("person_id", flat=True)
            people = sorted({*map(str, answered), *await followers_of(row)})
            path, key = f"/priorities/{priority_id}", f"review_end:{priority_id}"
            for first in range(0, len(people), _AT_ONCE):
                some = people[first : first + _AT_ONCE]
                await _tell(app, some, NoticeKind.PRIORITY_NEWS, _ended, path, key)


async def _ask(app: web.Application, row: JSON) -> None:
    path, key, last = f"/rounds/{row['id']}/review", f"review:{row['id']}", ""
    while people := await store.people_to_ask(row, last, _AT_ONCE):
        await _tell(app, people, NoticeKind.REVIEW_ASKED, _asked, path, key)
        last = people[-1]


async def _tell(
    app: web.Application, people: Sequence[str], kind: NoticeKind, sentence: Sentence, path: str, key: str
) -> None:
    before = {person for person, _key in await told_before([(person, key) for person in people])}
    if waiting := [person for person in people if person not in before]:
        told = await atomic(partial(notify_all, waiting, kind, sentence, path, key=key))
        await all_noticed(told)(app)


def _asked() -> str:
    return _("Did the priorities of your neighbourhood get better? Say so in a minute.")


def _ended() -> str:
    return _("The review of a priority of your neighbourhood is over. Read what neighbours say.")
