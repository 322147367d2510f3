"""Where a page of the queue ends, as a text that a client gives back."""

from datetime import UTC, datetime

from foundation.errors import Invalid
from foundation.ids import is_own_id
from foundation.language import _

Key = tuple[int, datetime, str]


def cursor_of(key: Key) -> str:
    """The priority, the due time in microseconds and the id."""
    priority, due, item = key
    return f"{priority}.{int(due.timestamp() * 1_000_000)}.{item}"


def key_at(cursor: str) -> Key:
    """Raises Invalid for what is no cursor of ours."""
    priority, due, item = [*cursor.split(".", 2), "", "", ""][:3]
    if not (_is_number(priority, 6) and _is_number(due, 17) and is_own_id(item)):
        raise Invalid.at("cursor", _("This is not the cursor of a page. Begin again without one."))
    return int(priority), datetime.fromtimestamp(int(due) / 1_000_000, UTC), item


def _is_number(text: str, longest: int) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= longest
