"""For how long somebody can be silenced or removed, as forms offer it."""

from typing import Final

from foundation.language import lazy

SPANS: Final = {
    "600": lazy("10 minutes"),
    "3600": lazy("1 hour"),
    "86400": lazy("1 day"),
    "604800": lazy("7 days"),
    "2592000": lazy("30 days"),
}
"""By their seconds."""
