"""Which words go when their author leaves, of rows that keep them as `body` and `pending_body` with their `state`."""

from collections.abc import Collection

from tortoise.expressions import Q

from moderation.content import State

SEEN = (State.PUBLISHED, State.HIDDEN)
"""What others read, or may read again."""


def words_leaving(*, everything: bool, kept: Collection[str] | None) -> Q:
    """Of somebody's rows, those that are to leave the screens or to lose their text.

    `everything`: also what others read. Of what is `kept` (ids; None: all) nothing loses its text.
    """
    leaving = Q(state=State.HELD)
    if everything:
        leaving |= Q(state__in=list(SEEN))
    if kept is None:
        return leaving
    losing = Q(pending_body__isnull=False)
    losing |= ~Q(body="") if everything else ~Q(body="") & ~Q(state__in=list(SEEN))
    return leaving | (losing & ~Q(id__in=list(kept)) if kept else losing)
