"""Every query of statements, of what people think of them, and of the groups that were found."""

from collections.abc import Collection, Sequence
from typing import Any

from foundation import clock
from foundation.ids import new_id, random_id
from foundation.queries import Query
from priorities.opinions.models import OpinionGroups, Statement
from priorities.opinions.statement_rows import SELECT

JSON = dict[str, Any]
_SHOWN = Query(SELECT, "WHERE round_id = ? AND state = 'published' ORDER BY id LIMIT ?", moments=("created_at",))
_OWN_SENT = Query(SELECT, "WHERE author_id = ? AND client_id = ?", moments=("created_at",))
_OWN_UNSHOWN = Query(
    SELECT,
    "WHERE round_id = ? AND author_id = ? AND state IN ('held', 'hidden', 'rejected') ORDER BY id",
    moments=("created_at",),
)
_THESE = Query(SELECT, "WHERE id IN ?", moments=("created_at",))
_SET = Query("UPDATE priority_statement SET state = ?, text = ?, version = version + 1 WHERE id = ? AND version = ?")
_KEY = Query("SELECT key FROM priority_round_key WHERE id = ?")
_GIVE = Query(
    """
    INSERT INTO priority_opinion (id, round_id, statement_id, mark, opinion) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (statement_id, mark) DO UPDATE SET opinion = excluded.opinion
    """
)
_OF_MARK = Query("SELECT statement_id, opinion FROM priority_opinion WHERE round_id = ? AND mark = ?")
_ANY = Query("SELECT id FROM priority_opinion WHERE round_id = ? LIMIT 1")
_ALL = Query(
    """
    SELECT given.mark, given.statement_id, given.opinion FROM priority_opinion AS given
    JOIN priority_statement AS said ON said.id = given.statement_id
    WHERE given.round_id = ? AND said.state = 'published'
    ORDER BY given.mark, given.statement_id
    """
)
_TOTALS = Query(
    """
    SELECT statement_id, opinion, COUNT(*) AS people FROM priority_opinion WHERE round_id = ?
    GROUP BY statement_id, opinion
    """
)
_UNGROUPED = Query(
    """
    SELECT id FROM priority_round WHERE opinions AND closed_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM priority_opinion_groups AS found WHERE found.id = priority_round.id)
    ORDER BY id LIMIT ?
    """
)
MOST_STATEMENTS = 300
"""Of a round, on its page and in its groups."""


async def statements_by(ids: Collection[str]) -> list[JSON]:
    return await _THESE.rows(list(ids)) if ids else []


async def shown_statements(round_id: str) -> list[JSON]:
    """Those that everybody reads, in the order in which they were put."""
    return await _SHOWN.rows(round_id, MOST_STATEMENTS)


async def own_unshown(round_id: str, person: str) -> list[JSON]:
    """Somebody's own that wait, or were taken down."""
    return await _OWN_UNSHOWN.rows(round_id, person)


async def sent_before(person: str, client_id: str) -> JSON | None:
    """What somebody sent under this client_id."""
    rows = await _OWN_SENT.rows(person, client_id)
    return rows[0] if rows else None


async def add_statement(round_id: str, person: str, client_id: str, text: str, held_reason: str) -> str:
    """Gives its id. Held where there is a reason for it."""
    made = await Statement.create(
        id=new_id(), round_id=round_id, author_id=person, client_id=client_id, text=text, held_reason=held_reason,
        state="held" if held_reason else "published", created_at=clock.now(),
    )  # fmt: skip
    return str(made.id)


async def set_statement(statement: JSON, state: str, text: str | None = None) -> None:
    """Put it into another state, or other words in its place; a round's row is locked."""
    words = statement["text"] if text is None else text
    await _SET.rows(state, words, statement["id"], statement["version"])


async def key_of(round_id: str) -> str | None:
    """The round's key, while its vote is open."""
    rows = await _KEY.rows(round_id)
    return str(rows[0]["key"]) if rows else None


async def set_opinion(round_id: str, statement_id: str, mark: str, opinion: int) -> None:
    """What somebody thinks now, in the place of what they thought before."""
    await _GIVE.rows(random_id(), round_id, statement_id, mark, opinion)


async def opinions_of(round_id: str, mark: str) -> dict[str, int]:
    """What stands under one mark, by the ids of statements."""
    return {row["statement_id"]: row["opinion"] for row in await _OF_MARK.rows(round_id, mark)}


async def has_opinions(round_id: str) -> bool:
    """Whether anybody gave one."""
    return bool(await _ANY.rows(round_id))


async def all_opinions(round_id: str) -> Sequence[JSON]:
    """`{mark, statement_id, opinion}` of statements that everybody reads, those of one person together."""
    return await _ALL.rows(round_id)


async def totals(round_id: str) -> list[JSON]:
    """`{statement_id, opinion, people}`."""
    return await _TOTALS.rows(round_id)


async def rounds_without_groups(most: int) -> list[str]:
    """Sealed rounds that asked for opinions, and whose groups nobody has looked for."""
    return [str(row["id"]) for row in await _UNGROUPED.rows(most)]


async def find_groups(round_id: str) -> JSON | None:
    """What was found: see `groups_service`."""
    rows = await OpinionGroups.filter(id=round_id).values("found")
    return rows[0]["found"] if rows else None


async def add_groups(round_id: str, found: JSON) -> None:
    """Raises IntegrityError where another process was first."""
    await OpinionGroups.create(id=round_id, found=found, at=clock.now())


async def statements_to_leave(person: str, *, everything: bool) -> list[JSON]:
    """Somebody’s own that still have words, the newest first: all of them, or those that nobody was shown."""
    own = Statement.filter(author_id=person).exclude(text="")
    if not everything:
        own = own.filter(state__in=("held", "rejected"))
    return list(await own.order_by("-id").values("id", "round_id", "state"))


async def ids_by(person: str) -> list[str]:
    """The ids of all that somebody put."""
    return [str(id_) for id_ in await Statement.filter(author_id=person).values_list("id", flat=True)]
