"""An entry as the templates draw it."""

from datetime import datetime
from typing import Any

from foundation.text import stored_html

JSON = dict[str, Any]


def drawn(entry: JSON) -> JSON:
    """With `moment` and `edited` as moments, and its words as HTML."""
    edited = entry["edited_at"]
    return entry | {
        "moment": datetime.fromisoformat(entry["at"]),
        "edited": datetime.fromisoformat(edited) if edited else None,
        "html": stored_html(entry["html"]),
    }
