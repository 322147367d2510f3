"""What somebody wants to say, on its way from a form or a client to the service."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from forums.moderated_words import LONGEST_TITLE
from forums.places.defaults import GENERAL
from foundation.errors import Invalid
from foundation.language import _
from foundation.lengths import check_line
from foundation.official_marks import begins_as_mark


@dataclass(frozen=True)
class NewTopic:
    """A topic on its way. `client_id` is a UUID that the client made, so that sending twice is one topic.

    `section` is a slug or an id. `confirm`: its author was warned of something in it and sends it all the same.
    `pictures` are ids of what they uploaded. `columns` are more of the topic's row: checked by who puts them there.
    """

    client_id: str
    title: str
    body: str
    section: str = GENERAL
    confirm: bool = False
    pictures: tuple[str, ...] = ()
    columns: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class NewReply:
    """A reply on its way, as `NewTopic`. `reply_to` is the id of what it replies to, None for the topic's own text.

    `official`: an answer on behalf of the police, with the date of a promise or without.
    """

    client_id: str
    body: str
    reply_to: str | None = None
    confirm: bool = False
    pictures: tuple[str, ...] = ()
    official: bool = False
    promised_for: date | None = None


def check_title(title: str) -> str:
    """The cleaned title, on one line; raises Invalid when it is empty or too long, or begins as a mark of ours does."""
    text = check_line(title, LONGEST_TITLE, "title")
    if not text:
        raise Invalid.at("title", _("Give your topic a title, so that others find it."))
    if begins_as_mark(text):
        sentence = _("Only this site marks what the police answered, and who is an officer. Begin the title otherwise.")
        raise Invalid.at("title", sentence)
    return text
