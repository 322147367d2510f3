"""What proposals ask of the forum beside them: a topic to be talked about in. The roof fills these.

While nobody fills them, nothing is offered.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from aiohttp import web

from foundation.permissions import Viewer


class Standing(StrEnum):
    """Where a topic is: read by everybody, by a moderator first, taken down by one, or taken back by its author."""

    SHOWN = "shown"
    WAITS = "waits"
    DOWN = "down"
    GONE = "gone"


@dataclass(frozen=True)
class TopicAbout:
    """A topic in which a proposal is talked about; `replies` are those that can be read."""

    id: str
    standing: Standing
    replies: int = 0

    @property
    def path(self) -> str:
        return f"/topics/{self.id}"


class BeginTopic(Protocol):
    """Begin a topic about a proposal in the forum of its neighbourhood, in the viewer’s name. Raises what posting does.

    `key`: begun twice under it, it is one.
    """

    async def __call__(
        self, viewer: Viewer, neighbourhood: str, proposal: str, key: str, title: str, body: str
    ) -> TopicAbout: ...


class FindTopic(Protocol):
    """The topic of this id; None where there is none."""

    async def __call__(self, topic: str) -> TopicAbout | None: ...


BEGIN_TOPIC: web.AppKey[BeginTopic] = web.AppKey("begin_topic_about_proposal")
FIND_TOPIC: web.AppKey[FindTopic] = web.AppKey("find_topic_about_proposal")
