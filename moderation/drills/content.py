"""What a drill posts, as the queue sees it: marked from its first word, and in no place that others could enter.

A thing of moderation's own and not a message in a room: a room, though closed, would stand in every list of rooms.
"""

from collections.abc import Mapping
from typing import Any, Final

from foundation.language import _, lazy
from moderation.content import Content, Line, State

TYPE: Final = "drill"
WORDS: Final = lazy(
    "THIS IS A DRILL, nobody is in danger. Help! Somebody is breaking into my house right now and I am hiding upstairs."
)


def content_of(drill: Mapping[str, Any]) -> Content:
    """A drill's row as a thing that can be moderated. Nobody wrote it and nobody reads it, so nobody is told of it."""
    return Content(
        type=TYPE,
        id=drill["id"],
        revision=1,
        state=State.PUBLISHED if drill["given_up_at"] is None else State.GONE,
        author_id=None,
        force_id=drill["force_id"],
        neighbourhood_id=None,
        body=str(WORDS),
        at=drill["posted_at"],
        path="/moderation/drills",
        place_type=TYPE,
        place_id=drill["id"],
        place_name=_("A drill in a closed room"),
        live=True,
    )


def line_of(content: Content) -> Line:
    """The thing itself: nothing stands around it."""
    return Line(content.id, None, content.body, content.at, this=True)
