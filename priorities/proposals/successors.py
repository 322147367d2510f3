"""What was made of a proposal: the option that is voted on, and the priority that came of it. They say what it says.

Votes hang on the option’s id, and the digest of the close is of ids: words that moderators put there change neither.
"""

from typing import Any, Final

from foundation.queries import Query
from priorities.acting.finding import priority_changed

JSON = dict[str, Any]
_IS_VOTED_ON: Final = Query("SELECT 1 AS there FROM priority_option WHERE id = ?")
_PRIORITIES: Final = Query("SELECT id FROM priority WHERE round_id = ? AND option_id = ?")
_SET_OPTION: Final = Query("UPDATE priority_option SET title = ?, what = ?, html = ? WHERE id = ?")
_SET_PRIORITY: Final = Query(
    "UPDATE priority SET title = ?, issue = ?, issue_html = ?, version = version + 1 WHERE id = ?"
)


async def is_voted_on(proposal_id: str) -> bool:
    """Whether it was put to the vote: from then on its author changes nothing in it."""
    return bool(await _IS_VOTED_ON.rows(proposal_id))


async def priorities_made_of(proposal: JSON) -> list[str]:
    """The ids of what the panel adopted of it: one, or none."""
    return [str(row["id"]) for row in await _PRIORITIES.rows(proposal["round_id"], proposal["id"])]


async def say_the_same(proposal: JSON) -> None:
    """Have them say what a proposal (its row as it is now) says, and be found or not as it is shown or not.

    Inside the transaction that changes it, with the round’s row locked.
    """
    if not await is_voted_on(proposal["id"]):
        return
    words = (proposal["title"], proposal["what"], proposal["html"])
    await _SET_OPTION.rows(*words, proposal["id"])
    for made in await priorities_made_of(proposal):
        await _SET_PRIORITY.rows(*words, made)
        await priority_changed(made)
