"""Every query and insert about flags and those who make them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from moderation.flags.models import FlaggerRecord
from moderation.models import Decision, Flag

JSON = dict[str, Any]

# One statement: the same person by two doors at once makes one flag, and no error.
_SET = Query(
    """
    INSERT INTO flag (id, target_type, target_id, person_id, revision, reason, note, at, item_id, weight, origin)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (target_type, target_id, person_id) DO UPDATE SET
        revision = excluded.revision, reason = excluded.reason, note = excluded.note, at = excluded.at,
        item_id = excluded.item_id, weight = excluded.weight, origin = excluded.origin
    """
)
_STANDING = Query(
    """
    SELECT COALESCE(SUM(people), 0) AS flags, COALESCE(SUM(heaviest), 0) AS weight
    FROM (
        SELECT COUNT(*) AS people, MAX(weight) AS heaviest FROM flag WHERE item_id = ? GROUP BY COALESCE(origin, id)
    ) AS by_origin
    """
)
# In the order of ids: two decisions that count for the same people don't wait for each other.
_JUDGED = Query(
    """
    INSERT INTO flagger_record (person_id, upheld, refused)
    SELECT person_id, CAST(? AS INTEGER), CAST(? AS INTEGER) FROM flag WHERE item_id = ? ORDER BY person_id
    ON CONFLICT (person_id) DO UPDATE SET
        upheld = CASE WHEN flagger_record.upheld + excluded.upheld < 0 THEN 0
                 ELSE flagger_record.upheld + excluded.upheld END,
        refused = CASE WHEN flagger_record.refused + excluded.refused < 0 THEN 0
                  ELSE flagger_record.refused + excluded.refused END
    """
)

_IN_FORCE = Query(
    """
    SELECT flag.id, flag.reason, flag.note, flag.at, item.id AS item_id, item.state, decision.action
    FROM flag JOIN review_item item ON item.id = flag.item_id LEFT JOIN decision ON decision.id = item.decision_id
    WHERE flag.person_id = ? AND item.force_id = ? AND item.case_id IS NULL
        AND (item.author_id IS NULL OR item.author_id <> ?)
    ORDER BY flag.id DESC LIMIT ?
    """,
    moments=("at",),
)
_ENDINGS = Query(
    """
    SELECT item.id, item.state, decision.action
    FROM review_item item LEFT JOIN decision ON decision.id = item.decision_id WHERE item.id IN ?
    """
)


async def set_flag(target: tuple[str, str], person: str, **values: Any) -> str:
    """Add a person's flag, or put these values in the place of those of their first; gives its id."""
    names = ("revision", "reason", "note", "item_id", "weight", "origin")
    row = {"at": clock.now(), **{name: values[name] for name in names}}
    order = ("revision", "reason", "note", "at", "item_id", "weight", "origin")
    await _SET.rows(new_id(), *target, person, *(row[name] for name in order))
    flag = await Flag.get(target_type=target[0], target_id=target[1], person_id=person).values("id")
    return str(flag["id"])


async def standing_on(item: str) -> tuple[int, int]:
    """How many people flagged what an item is about, and what they weigh together: once for each address."""
    [row] = await _STANDING.rows(item)
    return int(row["flags"]), int(row["weight"])


async def flags_of_items(items: Collection[str]) -> list[JSON]:
    """The flags that went into these items, oldest first."""
    return await Flag.filter(item_id__in=list(items)).order_by("at", "id").values() if items else []


async def flags_by(person: str, most: int, before: str | None = None) -> list[JSON]:
    """Somebody's flags, newest first."""
    found = Flag.filter(person_id=person, **({"id__lt": before} if before else {}))
    return await found.order_by("-id").limit(most).values()


async def flag_on(target_type: str, target_id: str, person: str) -> JSON | None:
    """Somebody's flag on one thing: there is one at most."""
    return await Flag.filter(target_type=target_type, target_id=target_id, person_id=person).first().values()


async def flags_in_force(person: str, force: str, reader: str, most: int) -> list[JSON]:
    """Somebody's last flags on what a force decides about, and `reader` did not write: `reason`, `note`, `at`, `state`
    of its item.
    """
    return await _IN_FORCE.rows(person, force, reader, most)


async def flaggers_of(item: str) -> list[str]:
    return [str(person) for person in await Flag.filter(item_id=item).values_list("person_id", flat=True)]


async def add_to_records(item: str, *, upheld: int = 0, refused: int = 0) -> None:
    """Count an outcome for everybody who flagged what an item is about. Inside a transaction."""
    await _JUDGED.rows(upheld, refused, item)


async def records_of(people: Collection[str]) -> dict[str, JSON]:
    """The records of those who have one."""
    rows = await FlaggerRecord.filter(person_id__in=list(people)).values() if people else []
    return {row["person_id"]: row for row in rows}


async def set_muted(person: str, until: datetime | None, reason: str | None, by: str | None) -> None:
    """Keep somebody from flagging until then; None: let them. Inside a transaction."""
    muted = {
        "muted_until": until,
        "muted_reason": reason,
        "muted_by_id": by,
        "muted_at": clock.now() if until else None,
    }
    await FlaggerRecord.update_or_create(person_id=person, defaults=muted)


async def endings_of(items: Collection[str]) -> dict[str, tuple[str, str | None]]:
    """The state of each of these items, and the action of the decision that ended it."""
    rows = await _ENDINGS.rows(list(items)) if items else []
    return {row["id"]: (row["state"], row["action"]) for row in rows}


async def was_let_stand(target_type: str, target_id: str, revision: int) -> bool:
    """Whether a person has decided about these words, and they are there all the same."""
    people = Decision.filter(target_type=target_type, target_id=target_id, actor_id__not_isnull=True)
    return await people.filter(revision=revision).exists()
