"""What the proposals, priorities and rounds are called that notices lead to."""

import re
from collections.abc import Collection
from typing import Final

from foundation.permissions import Viewer
from foundation.queries import Query

_PATH = re.compile(r"/(proposals|priorities|rounds)/([0-9a-z]{16})(?=$|[/?#])")
_TITLES: Final = {
    "proposals": Query(
        "SELECT id, title FROM priority_proposal WHERE id IN ? AND state IN ('published', 'merged', 'refused')"
    ),
    "priorities": Query(
        """
        SELECT priority.id, priority.title
        FROM priority LEFT JOIN priority_proposal AS proposal ON proposal.id = priority.option_id
        WHERE priority.id IN ? AND priority.state = 'published'
            AND (proposal.state IS NULL OR proposal.state NOT IN ('hidden', 'rejected', 'held'))
        """
    ),
    "rounds": Query("SELECT id, title FROM priority_round WHERE id IN ? AND phase <> 'scheduled' AND NOT never_begun"),
}


async def titles_of(_viewer: Viewer, paths: Collection[str]) -> dict[str, str]:
    """The titles by path of those that lead to what everybody may read now."""
    found = {path: (match[1], match[2]) for path in paths if (match := _PATH.match(path))}
    shown: dict[tuple[str, str], str] = {}
    for kind in {kind for kind, _id in found.values()}:
        ids = sorted({id_ for each, id_ in found.values() if each == kind})
        rows = await _TITLES[kind].rows(ids)
        shown |= {(kind, row["id"]): row["title"] for row in rows}
    return {path: shown[thing] for path, thing in found.items() if thing in shown}
