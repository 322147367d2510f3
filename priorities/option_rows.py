"""The options of rounds, with what may be shown of them now: moderators may have taken down what they were made of."""

from collections.abc import Collection
from typing import Any, Final

from foundation.language import _
from foundation.queries import Query
from priorities.models import ProposalState

JSON = dict[str, Any]
TAKEN_DOWN: Final = frozenset({ProposalState.HIDDEN, ProposalState.REJECTED, ProposalState.HELD})
"""States of a proposal in which nobody reads its words, also where they are voted on or worked on already."""
_COLUMNS = "SELECT option.id, option.round_id, option.title, proposal.state, proposal.author_id"
_WORDS = ", option.what, option.html"
_OF = """
    FROM priority_option option LEFT JOIN priority_proposal proposal ON proposal.id = option.id
    WHERE option.round_id IN ? ORDER BY option.id
    """
_OPTIONS = Query(_COLUMNS, _OF)
_WITH_WORDS = Query(_COLUMNS, _WORDS, _OF)


async def options_of(round_id: str) -> list[JSON]:
    """What a round puts to the vote: `id`, `title` as it stands there, `author_id`, `taken_down`. Before it, nothing.

    Whoever shows a title looks at `taken_down` first: its row keeps the words.
    """
    return [_read(row) for row in await _OPTIONS.rows([round_id])]


async def options_with_words(round_id: str) -> list[JSON]:
    """The same, with what happens as it was written, `what`, and as it is shown, `html`."""
    return [_read(row) for row in await _WITH_WORDS.rows([round_id])]


async def options_by_round(rounds: Collection[str]) -> dict[str, list[JSON]]:
    """Those of several rounds, as `options_of` gives them."""
    found: dict[str, list[JSON]] = {each: [] for each in rounds}
    for row in await _OPTIONS.rows(sorted(found)) if found else []:
        found[row["round_id"]].append(_read(row))
    return found


def title_shown(option: JSON) -> str:
    """Its title, or the sentence that stands in its place."""
    return taken_down() if option["taken_down"] else str(option["title"])


def taken_down() -> str:
    """Stands for the title of what was made of a proposal that moderators took down."""
    return _("A proposal that moderators took down")


def _read(row: JSON) -> JSON:
    row["taken_down"] = row.pop("state") in TAKEN_DOWN
    return row
