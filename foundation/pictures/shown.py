"""A picture as pages and clients get it: its addresses, its size and what it shows in words. Never its bytes."""

from typing import Any, Final

from foundation.errors import NotFound
from foundation.language import _

JSON = dict[str, Any]
FIELD: Final = "pictures"
"""What forms and clients call them."""
MOST: Final = 4
"""Pictures in one post."""
SIZES = ("small", "large")


def picture_shown(row: JSON, path: str) -> JSON:
    """`{id, alt, width, height, small, large}`: pixels of the large one, and the paths of both below `path`."""
    return {
        "id": row["id"],
        "alt": row["alt"],
        "width": row["width"],
        "height": row["height"],
        **{size: f"{path}/{row['id']}/{size}.webp" for size in SIZES},
    }


def no_picture() -> NotFound:
    return NotFound(_("There is no such picture."))
