"""What may close to somebody while their words are read: looked at once more as they are stored, in one order with it.

Inside the transaction that stores them, with the topic locked, where there is one.
"""

from forums.locking import check_as_read
from forums.standing import Standing
from foundation.database import dialect
from foundation.queries import Query
from moderation.modes import Mode

_HOLD = Query(
    """
    SELECT forum.id FROM forum JOIN forum_section section ON section.id = ?
    WHERE forum.id = ? FOR SHARE
    """
)
_READ_FIRST = frozenset({Mode.NEWCOMERS, Mode.PREMODERATED})


async def hold_place(forum_id: str, section_id: str) -> None:
    """Have whoever puts somebody out of a forum, or closes it or its section, wait until the end of the transaction.

    Others who write there do not wait. On SQLite one transaction writes at a time.
    """
    if dialect() != "sqlite":
        await _HOLD.rows(section_id, forum_id)


def check_screened_as(now: Standing, before: Standing) -> None:
    """Raises Conflict where moderators read first by now what was let through because they did not before."""
    check_as_read(now.mode == before.mode or now.mode not in _READ_FIRST)
