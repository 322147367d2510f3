"""Every query of who follows something, by portions: a forum may have thousands."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from forums.following.watching.models import Watch, WatchKind
from foundation.queries import Query

JSON = dict[str, Any]
Decided = dict[WatchKind, JSON]
"""What somebody decided about a topic, its section and its forum: `how`, `since` by kind."""

_NEXT = Query(
    """
    SELECT person_id, kind, how, since FROM forum_watch
    WHERE kind = ? AND target_id = ? AND person_id > ? ORDER BY person_id LIMIT ?
    """,
    moments=("since",),
)


@dataclass(frozen=True)
class Portion:
    """Some followers. `upto`: go on after this person; None: these were the last."""

    people: dict[str, Decided]
    upto: str | None


async def followers(targets: Mapping[WatchKind, str], after: str, limit: int) -> Portion:
    """Who decided about any of these, in the order of their ids: at most `limit` of each, after a person."""
    found = [await _NEXT.rows(kind, target, after, limit) for kind, target in targets.items()]
    cut = [rows[-1]["person_id"] for rows in found if len(rows) == limit]
    upto = min(cut) if cut else None
    people: dict[str, Decided] = defaultdict(dict)
    for rows in found:
        for row in rows:
            if upto is None or row["person_id"] <= upto:
                people[row["person_id"]][WatchKind(row["kind"])] = row
    return Portion(dict(people), upto)


async def decided_by(people: Collection[str], targets: Mapping[WatchKind, str]) -> dict[str, Decided]:
    """What these people decided about these; each of them has a member."""
    rows = await Watch.filter(person_id__in=list(people), target_id__in=list(targets.values())).values(
        "person_id", "kind", "target_id", "how", "since"
    )
    decided: dict[str, Decided] = {person: {} for person in people}
    for row in rows:
        if targets.get(row["kind"]) == row["target_id"]:
            decided[row["person_id"]][WatchKind(row["kind"])] = row
    return decided
