"""Statements of somebody who closes their account. They are shown without a name, so those that were read stay, unless
all that the person said shall go; those that nobody read go in any case.
"""

from functools import partial

from aiohttp import web

from moderation.items import ending_service
from moderation.legal_holds.kept import kept_of
from priorities.opinions import store
from priorities.opinions.statement_rows import find_statement
from priorities.opinions.words import STATEMENT
from priorities.round_rows import lock_round, touch_round
from priorities.writing import Change, write


async def leave_words(app: web.Application, person: str, *, everything: bool, most: int) -> bool:
    """Take away at most `most` of somebody’s statements; gives whether none is left. A hold keeps the text."""
    kept = await kept_of(person)
    leaving = [
        row
        for row in await store.statements_to_leave(person, everything=everything)
        if row["state"] != "withdrawn" or not (kept.everything or kept.has(row["id"]))
    ][:most]
    for row in leaving:
        await write(app, partial(_leave, row["id"], row["round_id"], person))
    return len(leaving) < most


async def keeps_words(person: str) -> bool:
    """Whether a legal hold keeps this person, or a statement of theirs."""
    kept = await kept_of(person)
    return kept.everything or any(kept.has(id_) for id_ in await store.ids_by(person))


async def _leave(statement_id: str, round_id: str, person: str) -> Change[None]:
    # Asked again here: a hold that was placed a moment ago counts.
    kept = await kept_of(person)
    row, statement = await lock_round(round_id), await find_statement(statement_id)
    if row is None or statement is None:
        return Change(None)
    keeping = kept.everything or kept.has(statement_id)
    await store.set_statement(statement, "withdrawn", None if keeping else "")
    await touch_round(round_id)
    tells = await ending_service.close_for(STATEMENT, [statement_id])
    return Change(None, rounds=[round_id], tell=list(tells))
