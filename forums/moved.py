"""Where a topic is that was merged into another one."""

import re
from typing import ClassVar, Final

from yarl import URL

from foundation.errors import Elsewhere
from foundation.language import _

_PAGE: Final = re.compile("^/topics/[^/]+")
_KEPT: Final = frozenset({"unread", "last", "emergency", "to", "quote"})
"""What an address asks that is asked as well of the other topic. Replies (`to`, `quote`) keep their ids there; numbers
are others there."""


class Moved(Elsewhere):
    """The topic was merged into another one, `topic_id`, and its address leads there."""

    kind: ClassVar[str] = "moved"

    def __init__(self, topic_id: str) -> None:
        sentence = _("This topic was merged into another one. Its replies are there now.")
        super().__init__(sentence, details={"topic": topic_id})
        self.topic_id = topic_id

    def leads_on(self, asked: URL) -> str:
        """From an address that is not the topic's (a form about it, which named it in its query), to the topic."""
        there = f"/topics/{self.topic_id}"
        path, pages = _PAGE.subn(there, asked.raw_path)
        if not pages:
            return there
        kept = "&".join(part for part in asked.raw_query_string.split("&") if part.partition("=")[0] in _KEPT)
        return f"{path}?{kept}" if kept else path
