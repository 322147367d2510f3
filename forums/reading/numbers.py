"""Which page of a topic a number stands on. Pages begin after 0, 100, 200 …, so that their addresses stay the same."""

from typing import Final

PAGE: Final = 100
"""Replies on a page."""


def page_before(number: int) -> int:
    """The number that the page of this number begins after."""
    return max(0, (number - 1) // PAGE * PAGE)


def path_of_topic(topic_id: str, after: int = 0) -> str:
    """The address of a topic's page, that begins after a number."""
    return f"/topics/{topic_id}?after={after}" if after else f"/topics/{topic_id}"


def path_of_reply(topic_id: str, reply_id: str, number: int) -> str:
    """The place of a reply on its topic's page."""
    return f"{path_of_topic(topic_id, page_before(number))}#r-{reply_id}"


def permalink(topic_id: str, reply_id: str) -> str:
    """The address of a reply that leads to it wherever it stands."""
    return f"/topics/{topic_id}/replies/{reply_id}"
