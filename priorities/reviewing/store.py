"""Every query of reviews."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from priorities.acting.models import Status
from priorities.reviewing.figures import figures_of, shown
from priorities.reviewing.models import Review, ReviewEnd

JSON = dict[str, Any]
_TOOK_PART = """
    SELECT voted.voter AS person_id FROM priority_voted AS voted WHERE voted.round_id = ? AND voted.how = 'account'
    UNION SELECT watch.person_id FROM priority_watch AS watch JOIN priority ON priority.id = watch.priority_id
    WHERE priority.round_id = ? AND watch.since <= ?
    UNION SELECT follower.person_id FROM priority_follower AS follower
    WHERE follower.neighbourhood_id = ? AND follower.since <= ?
    """
_ASKED = """
    FROM person WHERE person.role = 'resident' AND person.neighbourhood_id = ? AND person.closed_at IS NULL
    AND person.id IN (
    """
_PAGE = Query("SELECT person.id" + _ASKED + _TOOK_PART + ") AND person.id > ? ORDER BY person.id LIMIT ?")
_ONE = Query("SELECT person.id" + _ASKED + _TOOK_PART + ") AND person.id = ?")
_GIVE = Query(
    """
    INSERT INTO priority_review (id, priority_id, person_id, verdict, at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (priority_id, person_id) DO UPDATE SET verdict = excluded.verdict, at = excluded.at
    """
)
_COUNT = Query(
    """
    SELECT priority_id, verdict, COUNT(*) AS said FROM priority_review WHERE priority_id IN ?
    GROUP BY priority_id, verdict
    """
)
_IN_REVIEW = Query("SELECT id FROM priority_round WHERE phase = 'review' AND review_at > ? ORDER BY id")
_BEGIN = Query(
    "UPDATE priority SET status = ?, status_since = ?, version = version + 1 WHERE round_id = ? AND status = ?"
)


def _values(row: JSON) -> list[Any]:
    """Those of the query of who took part, from a round’s row: who came after the review began was not there before."""
    began = row["review_at"]
    return [row["neighbourhood_id"], row["id"], row["id"], began, row["neighbourhood_id"], began]


async def people_to_ask(row: JSON, after: str, most: int) -> list[str]:
    """Residents of its neighbourhood who voted in a round with an account, or followed, by their ids."""
    return [each["id"] for each in await _PAGE.rows(*_values(row), after, most)]


async def is_asked(row: JSON, person: str) -> bool:
    """Whether somebody is one of them."""
    return bool(await _ONE.rows(*_values(row), person))


async def rounds_in_review(since: datetime) -> list[str]:
    """Rounds whose review began since a moment and goes on."""
    return [each["id"] for each in await _IN_REVIEW.rows(since)]


async def set_review(priority_id: str, person: str, verdict: str) -> None:
    """What somebody says now, in the place of what they said before."""
    await _GIVE.rows(new_id(), priority_id, person, verdict, clock.now())


async def verdicts_of(person: str, priority_ids: Collection[str]) -> dict[str, str]:
    """What somebody said of these."""
    own = Review.filter(person_id=person, priority_id__in=list(priority_ids))
    return {row["priority_id"]: row["verdict"] for row in await own.values("priority_id", "verdict")}


async def count(priority_ids: Collection[str]) -> dict[str, dict[str, int]]:
    """The figures of each of these."""
    found: dict[str, dict[str, int]] = {id_: {} for id_ in priority_ids}
    for row in await _COUNT.rows(list(priority_ids)) if priority_ids else []:
        found[row["priority_id"]][row["verdict"]] = row["said"]
    return {id_: figures_of(said) for id_, said in found.items()}


async def begin_reviews(round_id: str) -> None:
    """Ask about what a round came to, from now on. Inside the transaction that moves it."""
    await _BEGIN.rows(Status.REVIEWING, clock.now(), round_id, Status.OPEN)


async def add_end(priority_id: str, figures: JSON, *, met: bool) -> None:
    """Keep how a review ended."""
    await ReviewEnd.create(id=priority_id, figures=figures, met=met, at=clock.now())


async def ends_of(priority_ids: Collection[str]) -> dict[str, JSON]:
    """How the reviews of these ended, by the id of each that has: `met`, `at`, and what is `shown` of its figures."""
    if not priority_ids:
        return {}
    rows = await ReviewEnd.filter(id__in=list(priority_ids)).values("id", "figures", "met", "at")
    return {row["id"]: {"met": row["met"], "at": row["at"], **shown(row["figures"])} for row in rows}


async def ended_since(moment: datetime) -> list[str]:
    """The priorities whose review ended since a moment."""
    return [str(id_) for id_ in await ReviewEnd.filter(at__gt=moment).order_by("id").values_list("id", flat=True)]


async def remove_all_of(person: str) -> None:
    """Take back all that somebody said. Inside a transaction."""
    await Review.filter(person_id=person).delete()
