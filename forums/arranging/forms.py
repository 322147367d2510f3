"""What the forms that arrange topics say."""

import re
from collections.abc import Mapping, Sequence

from forums.arranging.acts_service import Asked
from foundation.errors import Invalid
from foundation.language import _
from foundation.numbers import whole_number

_TOPIC = re.compile(r"(?:^|/topics/)([0-9a-hjkmnp-tv-z]{16})(?:[/?#]|$)")


def topic_named(named: str) -> str:
    """The id of a topic that was named by its address or its id; empty where it is neither."""
    found = _TOPIC.search(named.strip())
    return found[1] if found else ""


def asked_in(form: Mapping[str, str], replies: Sequence[str] = ()) -> Asked:
    """What a form asks for. Raises Invalid for seconds that are none."""
    return Asked(
        reason=form.get("reason", ""),
        mode=form.get("mode", ""),
        seconds=_seconds(form.get("seconds", "").strip()),
        section=form.get("section", ""),
        forum=form.get("forum", ""),
        into=topic_named(form.get("into", "")),
        title=form.get("title", ""),
        replies=replies,
    )


def _seconds(given: str) -> int | None:
    if not given:
        return None
    if (seconds := whole_number(given)) is None:
        raise Invalid.at("seconds", _("Give a whole number of seconds."))
    return seconds
