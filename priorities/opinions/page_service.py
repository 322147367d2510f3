"""The page of statements: while the vote is open one after the other, and when it is closed what came of them."""

from typing import Any

from foundation.errors import Refusal
from foundation.permissions import Viewer
from priorities.ballots.order import in_own_order
from priorities.models import Phase
from priorities.opinions import store
from priorities.opinions.drawing import drawn
from priorities.opinions.giving_service import own_opinions
from priorities.opinions.policy import access_opinions, check_may_say
from priorities.opinions.results_service import results_of
from priorities.opinions.statement_rows import find_statement
from priorities.opinions.words import LONGEST, SAID
from priorities.phases import is_sealed, vote_is_open
from priorities.policy import lives_here
from priorities.rounds.heads import round_head

JSON = dict[str, Any]


async def statements_page(viewer: Viewer, round_id: str) -> JSON:
    """`head`, `row`; `statements` in one’s own order with `mine`, those `waiting` without and those `given` with one;
    `own`: one’s own that nobody reads; `may_say`, `may_give`, `soon`; `results` when the vote was sealed, else None.
    """
    row = await access_opinions(viewer, round_id)
    statements = await statements_for(viewer, row)
    results = await results_of(row) if is_sealed(row) else None
    return {
        "head": await round_head(viewer, row),
        "row": row,
        "statements": statements,
        "waiting": [each for each in statements if each["mine"] is None],
        "given": [each for each in statements if each["mine"] is not None],
        "own": await store.own_unshown(round_id, viewer.id) if viewer.id else [],
        "may_say": await _may_say(viewer, row),
        "may_give": vote_is_open(row) and lives_here(viewer, row),
        "soon": row["phase"] in (Phase.GATHER, Phase.SHAPE),
        "results": results,
        "picture": drawn(results["groups"]) if results and results["groups"] else None,
        "longest": LONGEST,
    }


async def statements_of_round(viewer: Viewer, round_id: str) -> list[JSON]:
    """What `statements_for` gives, of a round by its id. Raises NotFound."""
    return await statements_for(viewer, await access_opinions(viewer, round_id))


async def statements_for(viewer: Viewer, row: JSON) -> list[JSON]:
    """`{id, text, mine}` of all that everybody reads, in the viewer’s own order; `mine` while the vote is open."""
    given = await own_opinions(viewer, row["id"])
    shown = [
        {"id": each["id"], "text": each["text"], "mine": SAID[given[each["id"]]] if each["id"] in given else None}
        for each in await store.shown_statements(row["id"])
    ]
    return in_own_order(row["id"], viewer.id or "", shown)


async def _may_say(viewer: Viewer, row: JSON) -> bool:
    try:
        await check_may_say(viewer, row)
    except Refusal:
        return False
    return True


async def text_of(statement_id: str) -> str:
    """The words of a statement that was just put."""
    found = await find_statement(statement_id)
    return str(found["text"]) if found else ""
