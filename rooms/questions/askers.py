"""Telling those who asked what becomes of their question, wherever they are by then."""

from collections.abc import Callable, Iterable, Sequence

from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify_all
from rooms.questions import store
from rooms.questions.asked import Asked
from rooms.writing import Tell


async def askers_told(
    room_id: str,
    people: Iterable[str],
    kind: NoticeKind,
    sentence: Callable[[str], str],
    question_id: str,
    *,
    key: str,
    but: Viewer,
) -> Sequence[Tell]:
    """Tell each of these people once for `key`, inside the act's transaction; gives what to tell after the commit.

    `sentence` is asked, in the receiver's language, with the surgery's title. `but`: who did it knows.
    """
    title = await store.title_of(room_id)
    path = f"/surgeries/{room_id}#q-{question_id}"
    wanted = set(people) - {str(but.id)}
    told = await notify_all(wanted, kind, lambda: sentence(title), path, key=key)
    return [noticed(person) for person in told]


async def askers_of(asked: Asked, room_id: str) -> set[str]:
    """Who asked this, and who asked what was merged into it."""
    merged = [await store.find_asked(room_id, id_) for id_ in await store.merged_into(asked.id)]
    return {asked.author_id, *(row["author_id"] for row in merged if row)}
