"""Priorities as `moderation.content` has them: the title, what is promised, and why the panel agreed on it."""

from collections.abc import Collection, Sequence
from typing import Any

from foundation.ids import is_own_id
from moderation.content import Content, Line, State
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place
from priorities.acting.models import Words
from priorities.acting.moderated_words import PRIORITY, whole_priority
from priorities.acting.moderating.content import PLACE
from priorities.acting.priority_rows import priorities_as_kept
from priorities.agreeing.panel_rows import agreements_as_kept
from priorities.proposals.policy import PUBLIC
from priorities.proposals.proposal_rows import proposals_by

JSON = dict[str, Any]
_STATES = {Words.PUBLISHED: State.PUBLISHED, Words.HIDDEN: State.HIDDEN}


async def fetch_priorities(ids: Collection[str]) -> dict[str, Content]:
    """Priorities by their ids, whatever their state."""
    rows = await priorities_as_kept([id_ for id_ in set(ids) if is_own_id(id_)])
    agreed = await agreements_as_kept({row["round_id"] for row in rows if row["round_id"]})
    made_of = {each["id"]: each for each in await proposals_by({row["option_id"] for row in rows if row["option_id"]})}
    places = (await current_atlas()).places
    return {
        row["id"]: _content(row, agreed.get(row["round_id"]), made_of.get(row["option_id"]), places) for row in rows
    }


async def context(content: Content, lines: int) -> Sequence[Line]:
    """Itself alone: what was done about it is moderated for itself."""
    return [Line(content.id, content.author_id, content.words, content.at, this=True)]


def _content(row: JSON, agreement: JSON | None, proposal: JSON | None, places: dict[str, Place]) -> Content:
    place = places.get(row["neighbourhood_id"])
    return Content(
        type=PRIORITY,
        id=row["id"],
        revision=revision_of(row, agreement),
        state=_STATES[row["state"]],
        author_id=row["worded_by_id"],
        force_id=row["force_id"],
        neighbourhood_id=row["neighbourhood_id"],
        body=whole_priority(row | _own(row, proposal) | {"reason": agreement["reason"] if agreement else ""}),
        at=row["created_at"],
        path=f"/priorities/{row['id']}",
        place_type=PLACE,
        place_id=row["id"],
        place_name=place.shown_name if place else "",
    )


def revision_of(row: JSON, agreement: JSON | None) -> int:
    """Rises whenever its words, or those of its agreement, do."""
    return int(row["kept_version"]) + (int(agreement["version"]) if agreement else 0)


def _own(row: JSON, proposal: JSON | None) -> JSON:
    """What it says of what happens is its proposal’s, which is moderated for itself: its title is named only."""
    if row["option_id"] is None:
        return {}
    shown = proposal is None or proposal["state"] in PUBLIC
    return {"title": row["title"] if shown else "", "issue": ""}
