"""Where a topic is that was merged into another one."""

from typing import ClassVar

from foundation.errors import NotFound
from foundation.language import _


class Moved(NotFound):
    """The topic was merged into another one, `topic_id`, and its address leads there."""

    kind: ClassVar[str] = "moved"

    def __init__(self, topic_id: str) -> None:
        sentence = _("This topic was merged into another one. Its replies are there now.")
        super().__init__(sentence, details={"topic": topic_id})
        self.topic_id = topic_id
