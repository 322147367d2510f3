"""A picture as pages and clients get it: its addresses, its size and what it shows in words. Never its bytes."""

from typing import Any, Final

JSON = dict[str, Any]
FIELD: Final = "pictures"
"""What forms and clients call them."""
SIZES = ("small", "large")
SENT_TO: Final = "/priority-pictures"
"""The call that takes one."""


def picture_shown(row: JSON) -> JSON:
    """`{id, alt, width, height, small, large}`: pixels of the large one, and the paths of both."""
    return {
        "id": row["id"],
        "alt": row["alt"],
        "width": row["width"],
        "height": row["height"],
        **{size: f"/priorities/pictures/{row['id']}/{size}.webp" for size in SIZES},
    }
