"""Push messages to be sent: a row a browser, written in the transaction of what they are about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from foundation import clock
from foundation.ids import new_id
from notices.models import OutboxPush
from notices.push import outbox_store

_USEFUL = timedelta(days=1)
"""How long a message waits for a browser that is off, where nothing else is said."""
_AT_ONCE = 500


@dataclass(frozen=True)
class Words:
    """What a push message shows, in its reader's language, and where it leads. `about`: its notice's id."""

    about: str
    title: str
    body: str
    path: str


def push_of(
    browser: str, words: Words, *, urgent: bool, useless_after: datetime | None, due_at: datetime | None = None
) -> OutboxPush:
    """The words for one browser (its id), once, for `add_pushes`; they leave at `due_at`, at once without it."""
    now = clock.now()
    due = due_at or now
    return OutboxPush(
        id=new_id(), key=_key(words.about, browser), subscription_id=browser, title=words.title, body=words.body,
        path=words.path, urgent=urgent, created_at=now, due_at=due, useless_after=useless_after or due + _USEFUL,
    )  # fmt: skip


async def add_pushes(rows: Sequence[OutboxPush]) -> None:
    """Have them pushed; inside the act's transaction."""
    if rows:
        await outbox_store.add_pushes(rows)


async def drop_pushes(of: Sequence[tuple[str, str]]) -> None:
    """Have what was not sent yet of a notice to a browser (their ids) stay here; inside the act's transaction."""
    keys = [_key(notice, browser) for notice, browser in of]
    for first in range(0, len(keys), _AT_ONCE):
        await outbox_store.remove_waiting(keys[first : first + _AT_ONCE])


def _key(notice: str, browser: str) -> str:
    return f"{notice}.{browser}"
