"""Where a draft is for: a new topic of a forum, a reply to a topic, or a change of one's own words."""

import re
from typing import Final

from foundation.errors import Invalid
from foundation.ids import is_own_id
from foundation.language import _

_PLACE: Final = re.compile(r"(new|reply|edit):([0-9a-z]{1,16})")


def new_topic_in(forum_id: str) -> str:
    """The place of a topic that is being written for a forum."""
    return f"new:{forum_id}"


def reply_to(topic_id: str) -> str:
    """The place of a reply that is being written to a topic."""
    return f"reply:{topic_id}"


def edit_of(reply_id: str) -> str:
    """The place of a change that is being made to a reply, or to a topic by its reply number 1."""
    return f"edit:{reply_id}"


def check_place(place: str) -> str:
    """The place as it is kept; raises Invalid where it can be none."""
    found = _PLACE.fullmatch(place)
    if not found or not is_own_id(found[2]):
        raise Invalid.at("place", _("There is no such place to write in."))
    return place


def path_of(place: str) -> str:
    """The page where it is written on."""
    kind, _colon, id_ = place.partition(":")
    paths = {"new": f"/topics/new?forum={id_}", "reply": f"/topics/{id_}?last#reply", "edit": f"/replies/{id_}/edit"}
    return paths[kind]
