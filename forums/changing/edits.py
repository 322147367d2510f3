"""Other words for a reply, on their way from a form or a client to the service."""

from dataclasses import dataclass
from typing import Any

from foundation.errors import Conflict

JSON = dict[str, Any]


@dataclass(frozen=True)
class Edit:
    """`version` is that of the words which their author changed. `title`: of a topic, None where it stays.

    `confirm`: they were warned and send them all the same. `pictures`: ids of those that are to stand in it, None where
    they stay as they are.
    """

    body: str
    version: int
    title: str | None = None
    confirm: bool = False
    pictures: tuple[str, ...] | None = None


class Overtaken(Conflict):
    """Other words were put there meanwhile, by staff or on another device: both are shown. `reply` has those."""

    def __init__(self, sentence: str, reply: JSON, title: str) -> None:
        now = {"id": reply["id"], "version": reply["version"], "title": title, "body": reply["body"]}
        super().__init__(sentence, details={"reply": now})
