"""Who reads statements, writes them, and says what they think of them."""

from typing import Any

from foundation.errors import NotAllowed, NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from priorities.kept_out import check_not_kept_out
from priorities.models import Phase
from priorities.opinions.statement_rows import find_statement
from priorities.phases import check_phase
from priorities.policy import access_round, lives_here
from priorities.proposals.policy import check_takes_part

JSON = dict[str, Any]
_WRITING = (Phase.GATHER, Phase.SHAPE, Phase.VOTE)


async def access_opinions(viewer: Viewer, round_id: str) -> JSON:
    """The row of a round that asks for opinions, for who may read it. Raises NotFound."""
    row = await access_round(viewer, round_id)
    if not row["opinions"]:
        raise NotFound(_("This round does not ask for opinions on statements."))
    return row


async def access_statement(viewer: Viewer, statement_id: str) -> tuple[JSON, JSON]:
    """The round and the row of a statement that everybody reads. Raises NotFound."""
    statement = await find_statement(statement_id) if is_own_id(statement_id) else None
    if statement is None or statement["state"] != "published":
        raise no_statement()
    return await access_opinions(viewer, statement["round_id"]), statement


async def check_may_say(viewer: Viewer, row: JSON) -> None:
    """Who lives there, or serves there, may put a statement, until the vote closes.

    Raises NotSignedIn, NotAllowed, KeptOut, Conflict.
    """
    check_takes_part(viewer, row)
    await check_not_kept_out(viewer, row)
    check_phase(row, *_WRITING)


def check_may_give(viewer: Viewer, row: JSON) -> None:
    """Who lives there says what they think. Raises NotSignedIn, NotAllowed."""
    check_takes_part(viewer, row)
    if not lives_here(viewer, row):
        raise NotAllowed(_("Only people who live in this neighbourhood say what they think of statements."))


def no_statement() -> NotFound:
    return NotFound(_("There is no such statement, or it was taken down."))
