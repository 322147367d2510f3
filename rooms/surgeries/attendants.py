"""Telling those who count on a surgery that something about it is other than they know."""

from collections.abc import Callable, Collection
from typing import Any

from notices.kinds import NoticeKind
from notices.service import noticed, notify
from rooms.surgeries.attendants_store import attendants_of
from rooms.writing import Tell

JSON = dict[str, Any]


async def tell_attendants(
    surgery: JSON, kind: NoticeKind, sentence: Callable[[], str], *, key: str, but: Collection[str] = ()
) -> list[Tell]:
    """A notice to each, once for a `key`, but those who know already; inside the act's transaction.

    `surgery` is its row, `sentence` is said in each reader's language. Gives what to tell after the commit.
    """
    people = [person for person in await attendants_of(surgery["id"], surgery["series_id"]) if person not in but]
    path = f"/surgeries/{surgery['id']}"
    return [
        noticed(person)
        for person in people
        if await notify(person, kind, sentence, path, key=f"{key}:{surgery['id']}:{person}")
    ]
