"""What everybody may know of a decision: by which role, about what, under which rule, when, and whether it stands."""

from datetime import datetime
from typing import Annotated, Any

import msgspec

from foundation import clock
from moderation.public.kinds import public_kind
from neighbourhoods.places import Place

JSON = dict[str, Any]
Id = Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"^[^\x00-\x1f\x7f]+$")]


class PlaceAnswer(msgspec.Struct):
    """A force or a neighbourhood: its id, and its name in the reader's language."""

    id: str
    name: str


class Reversal(msgspec.Struct):
    """Why a decision does not stand any more, and since when: `undo`, `appeal`, or a `later` decision."""

    by: str
    at: str


class Act(msgspec.Struct):
    """One decision, without words, names, ids or notes. `at` is to the minute; `role` is `rule` where nobody decided.

    `clause` is the id of a community rule of `rules_version`, or empty; `target` is the type of what it was about.
    """

    at: str
    role: str
    action: str
    target: str
    kind: str
    clause: str
    rules_version: int
    force: PlaceAnswer | None
    neighbourhood: PlaceAnswer | None
    reversed: Reversal | None


class FindActs(msgspec.Struct):
    """Which acts: of a force, a neighbourhood, a month, a kind, under a clause. `cursor` is a `next` given earlier."""

    force: Id | None = None
    neighbourhood: Id | None = None
    month: Annotated[str, msgspec.Meta(pattern="^[0-9]{4}-[0-9]{2}$")] | None = None
    kind: Annotated[str, msgspec.Meta(max_length=16)] | None = None
    clause: Annotated[str, msgspec.Meta(max_length=32)] | None = None
    cursor: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=200)] = 50


_REVERSED_BY = {"undo": "undo", "overturn": "appeal"}


def act_of(row: JSON, later: JSON | None, places: dict[str, Place], forces: dict[str, str]) -> Act:
    """A decision's row as everybody may see it; `later` is the row that superseded it."""
    force: str | None = row["force_id"]
    place = places.get(row["neighbourhood_id"])
    return Act(
        at=_minute(row["at"]),
        role=(row["actor_role"] or "moderator") if row["actor_id"] else "rule",
        action=row["action"],
        target=row["target_type"],
        kind=public_kind(row["kind"]),
        clause=row["clause"],
        rules_version=row["rules_version"],
        force=PlaceAnswer(force, forces.get(force, force)) if force else None,
        neighbourhood=PlaceAnswer(place.id, place.shown_name) if place else None,
        reversed=Reversal(_REVERSED_BY.get(later["action"], "later"), _minute(later["at"])) if later else None,
    )


def _minute(at: datetime) -> str:
    """Nobody needs the second, and it would tell who was fast with what."""
    return clock.rfc3339(at.replace(second=0, microsecond=0))
