"""What the forms of posting say, and what they are filled with again."""

from typing import Any
from zoneinfo import ZoneInfo

from forums.answers.promises import checked_day
from forums.places.defaults import GENERAL
from forums.posting.checks.words import check_words
from forums.posting.new import NewReply, NewTopic, check_title
from foundation.client_ids import client_id_of
from foundation.pictures.forms import PostForm
from foundation.together import checked_together
from neighbourhoods.named_places import checked_place

JSON = dict[str, Any]


def topic_of(form: PostForm) -> NewTopic:
    """`title`, `body`, `section`, `place_name`, `client_id`, `confirm`; raises Invalid with all that is wrong."""
    fields = form.fields
    title, _body, columns = checked_together(
        lambda: check_title(fields.get("title", "")),
        lambda: check_words(fields.get("body", ""), form.pictures),
        lambda: checked_place(fields.get("place_name", "")),
    )
    return NewTopic(
        client_id=client_id_of(fields),
        title=title,
        body=fields.get("body", ""),
        section=fields.get("section", "") or GENERAL,
        confirm=fields.get("confirm") == "true",
        pictures=form.pictures,
        columns=columns,
    )


def reply_of(form: PostForm, zone: ZoneInfo) -> NewReply:
    """`body`, `reply_to`, `client_id`, `confirm`, `official`, `promised_for`; raises Invalid for a day that is none."""
    fields = form.fields
    official = fields.get("official") == "yes"
    return NewReply(
        client_id=client_id_of(fields),
        body=fields.get("body", ""),
        reply_to=fields.get("reply_to") or None,
        confirm=fields.get("confirm") == "true",
        pictures=form.pictures,
        official=official,
        promised_for=checked_day(fields.get("promised_for", ""), zone) if official else None,
    )


def wants_preview(form: PostForm) -> bool:
    """Whether they only want to look at it."""
    return "preview" in form.fields


def refilled(form: PostForm) -> JSON:
    """All that was typed, for the same form."""
    names = ("title", "body", "section", "reply_to", "official", "promised_for", "place_name", "version", "alike_seen")
    return {name: form.fields.get(name, "") for name in names} | {"client_id": client_id_of(form.fields)}
