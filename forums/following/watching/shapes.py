"""What is followed, as it is written to clients."""

from typing import Annotated

import msgspec

from forums.following.watching.models import HowTold


class HowToTell(msgspec.Struct):
    """How one is mailed of it: in the `digest`, `at_once`, or `none`: then one hears nothing of it."""

    how: HowTold = HowTold.DIGEST


class Followed(msgspec.Struct):
    """One’s place in a topic. `how` is null for who never decided; `by` is what it follows from: topic, section, forum.

    `first_unread` is one past the last number where all is read; `last_read` 0 for who never opened it.
    """

    first_unread: int
    last_read: int
    watching: bool
    how: HowTold | None
    by: str | None


class WatchedPlace(msgspec.Struct):
    """A forum, or one of its sections (its slug), and how one hears of it. `page` is the path of its page."""

    forum: str
    section: str | None
    name: str
    page: str
    how: HowTold


class WatchedTopic(msgspec.Struct):
    """A topic, and how one hears of it. `by_itself`: it came of one’s writing there."""

    id: str
    title: str
    how: HowTold
    by_itself: bool


class Watched(msgspec.Struct):
    """What one follows and what one muted; `next` is the `cursor` of further topics, null at the end."""

    places: list[WatchedPlace]
    topics: list[WatchedTopic]
    next: str | None


class WatchedQuery(msgspec.Struct):
    """Which topics: those after the `next` of an earlier answer."""

    cursor: Annotated[str, msgspec.Meta(max_length=16)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 50
