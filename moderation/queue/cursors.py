"""Where an item stands in the queue, and how a client gives it back: the cursor of the next page."""

from datetime import UTC, datetime
from typing import Any

from foundation.errors import Invalid
from foundation.ids import is_own_id
from foundation.language import _

Key = tuple[int, datetime, str]
"""Where an item stands: its priority, when it is due, its id."""


def key_of(item: dict[str, Any]) -> Key:
    return item["priority"], item["due_at"], item["id"]


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
