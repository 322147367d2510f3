"""Who is kept out of all of a force's places, as SQL about a row of `ban`: for queries that every message asks."""

from typing import Final

STANDING: Final = "ban.ended_at IS NULL"
"""Not ended by anybody. When it ends by itself is for `UNTIL` to say."""
UNTIL: Final = """
    CASE WHEN ban.until IS NOT NULL THEN ban.until
         WHEN ban.confirmed_at IS NULL THEN ban.ends_unless_confirmed_at END
    """
"""When it ends by itself: null for good, once a second person has confirmed it."""
