"""Telling those who count on a surgery that something about it is other than they know."""

from collections.abc import Callable, Collection
from typing import Any

from notices.kinds import NoticeKind
from notices.service import noticed, notify_all
from rooms.reminders.service import tell_reminded
from rooms.surgeries.attendants_store import askers_of
from rooms.writing import Tell

JSON = dict[str, Any]


async def tell_attendants(
    surgery: JSON, kind: NoticeKind, sentence: Callable[[], str], *, key: str, but: Collection[str] = ()
) -> list[Tell]:
    """A notice to who wants to be reminded of it and to who asked something in it, once each for a `key`.

    `surgery` is its row, `sentence` is said in each reader's language, `but` know already. Inside the act's
    transaction; gives what to tell after the commit.
    """
    one = f"{key}:{surgery['id']}"
    told = await tell_reminded(surgery["id"], kind, sentence, key=one, but=list(but))
    askers = [person for person in await askers_of(surgery["id"]) if person not in but]
    path = f"/surgeries/{surgery['id']}"
    # The same key as above: who asked and is reminded is told once.
    told_too = await notify_all(askers, kind, sentence, path, key=one)
    return [*told, *(noticed(person) for person in told_too)]
