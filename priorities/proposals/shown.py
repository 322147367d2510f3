"""A proposal as pages show it."""

from typing import Any

from foundation.text import stored_html

JSON = dict[str, Any]


def shown_proposal(row: JSON) -> JSON:
    """The same row with its `path`, and its `html` marked as such."""
    return row | {"html": stored_html(row["html"]), "path": f"/proposals/{row['id']}"}
