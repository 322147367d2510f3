"""What those who are called are told."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from foundation.clock import rfc3339
from foundation.language import _

UNSEEN_FOR: Final = timedelta(minutes=1)
"""After so long without anybody's looking, everybody who could look is called."""
HERE: Final = timedelta(minutes=15)
"""Who used the service so lately is taken to be at their desk."""


JSON = dict[str, Any]


def shown(page: JSON, place: str) -> JSON:
    """A call as screens get it: `{id, item, room, kind, place, path, at, again}`. Without words: a screen asks."""
    return {
        "id": page["id"],
        "item": page["item_id"],
        "room": page["place_id"],
        "kind": page["kind"],
        "place": place,
        "path": path_of(page),
        "at": rfc3339(page["at"]),
        "again": page["told_again_at"] is not None,
    }


def path_of(page: JSON) -> str:
    """Where somebody who is called looks."""
    return f"/moderation/paged/{page['id']}"


def ask_to_look(place: str, *, again: bool) -> Callable[[], str]:
    """The sentence of the notice, without a word of what was written: a locked phone shows it to whoever is near."""

    def sentence() -> str:
        if again:
            return _("Nobody has looked yet. Somebody may be in danger: %(place)s", place=place or _("a message"))
        return _("Somebody may be in danger. Please look now: %(place)s", place=place or _("a message"))

    return sentence
