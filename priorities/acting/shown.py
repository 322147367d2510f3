"""A priority and what was done about it, as pages and clients get them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from foundation.language import Lazy, lazy
from foundation.text import stored_html
from priorities.acting.models import Status, Words
from priorities.acting.priority_rows import UNDER_WAY

JSON = dict[str, Any]
_STATUS_NAMES: Final[dict[str, Lazy]] = {
    Status.OPEN: lazy("Being worked on"),
    Status.REVIEWING: lazy("Neighbours are asked"),
    Status.MET: lazy("Neighbours say it got better"),
    Status.UNMET: lazy("Not solved yet"),
    Status.CLOSED: lazy("Closed by the police"),
}


def priority_shown(row: JSON, people: Mapping[str, JSON]) -> JSON:
    """What a page shows of a priority. Whether its next update is late hangs on the force’s day: `day|is_over`."""
    return {
        "id": row["id"],
        "path": f"/priorities/{row['id']}",
        "title": row["title"],
        "hidden": row["hidden"],
        "wordless": row["state"] == Words.HIDDEN,
        "html": stored_html(row["issue_html"]),
        "issued_on": row["issued_on"],
        "owner": owner_shown(row, people),
        "promise": row["promise"],
        "next_update_on": next_update_of(row),
        "status": str(row["status"]),
        "status_name": str(_STATUS_NAMES[row["status"]]),
        "status_since": row["status_since"],
        "closed_why": row["closed_why"],
        "neighbourhood": row["neighbourhood_id"],
        "round": row["round_id"],
        "carried_to": row["carried_to_id"],
        "version": row["version"],
    }


def owner_shown(row: JSON, people: Mapping[str, JSON]) -> JSON | None:
    """Who answers for it by role and rank; `person` holds the post now, where the record says that they serve."""
    words = owner_words(row)
    person = people.get(row["owner_id"] or "")
    return {"words": words, "person": person if person and person["officer"] else None} if words else None


def next_update_of(row: JSON) -> date | None:
    """By when the team says more, also while neighbours are asked: what is late then stays so. None once it is over."""
    day: date | None = row["next_update_on"]
    return day if row["status"] in UNDER_WAY else None


def owner_words(row: JSON) -> str:
    """`Sgt, neighbourhood team`."""
    return ", ".join(part for part in (row["owner_rank"], row["owner_role"]) if part)


def action_shown(row: JSON, people: Mapping[str, JSON], pictures: Mapping[str, list[JSON]]) -> JSON:
    """What a page shows of an action. `by` is its author; None where it was imported."""
    return {
        "id": row["id"],
        "html": stored_html(row["html"]),
        "body": row["body"],
        "by": people.get(row["author_id"] or ""),
        "partner": row["partner"],
        "figures": row["figures"],
        "pictures": pictures.get(row["id"], []),
        "done_on": row["done_on"],
        "state": row["state"],
        "created_at": row["created_at"],
        "edited_at": row["edited_at"],
        "version": row["version"],
    }
