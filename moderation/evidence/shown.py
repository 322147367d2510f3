"""A snapshot as pages and files show it."""

import json
from datetime import datetime
from typing import Any

JSON = dict[str, Any]


def shown(text: str) -> JSON:
    """A kept snapshot with times as datetimes, and each hit with the `words` it found (None where none are said)."""
    snapshot: JSON = json.loads(text)
    for dated in (snapshot["target"], *snapshot["around"], *snapshot["flags"]):
        dated["at"] = datetime.fromisoformat(dated["at"])
    words = snapshot["words"]
    for hit in snapshot["hits"]:
        # Places are characters of what waited then; of an older revision they say nothing.
        found = hit["revision"] == snapshot["target"]["revision"] and hit["start"] is not None
        hit["words"] = (words["pending"] or words["body"])[hit["start"] : hit["end"]] if found else None
    return snapshot
