"""Whether a reply is shown as an official answer: what was stored does not say it alone."""

from collections.abc import Mapping
from typing import Any


def is_official(reply: Mapping[str, Any], author: Mapping[str, Any] | None) -> bool:
    """Whether it is one now: given as one, and by somebody who is a verified officer as their record is now.

    `author` is the contract's person. Of an officer who was suspended, or whose record nobody confirms any more, the
    words stay, and what says that the police answered goes. So it does while it is number 1, where a topic was split:
    a topic's own text answers nothing.
    """
    return bool(reply["official"] and reply["number"] != 1 and author is not None and author["officer"] is not None)
