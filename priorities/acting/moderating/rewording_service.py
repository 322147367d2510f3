"""Other words in a priority that people flagged: whoever read those of before decides about something else."""

from collections.abc import Collection

from moderation.content import Tell
from moderation.items import ending_service
from priorities.acting.moderated_words import PRIORITY
from priorities.acting.moderating.priorities_content import fetch_priorities


async def worded_anew(ids: Collection[str]) -> list[Tell]:
    """Have moderators read these priorities again before they decide; gives what is to be told after the commit.

    Inside the transaction that put other words in them, or in the agreement that they came of.
    """
    found = await fetch_priorities(ids)
    return [
        tell for id_, content in found.items() for tell in await ending_service.mended(PRIORITY, id_, content.revision)
    ]
