"""What somebody may propose on their first day here: it begins with the first proposal that they send."""

import math
from datetime import timedelta
from typing import Final

from foundation import clock
from foundation.errors import TooFast
from foundation.language import _
from foundation.permissions import Viewer
from foundation.queries import Query
from moderation.screening import links
from moderation.screening_rules.links import is_allowed

FIRST_DAY: Final = timedelta(hours=24)
PROPOSALS, LINKS = 8, 2
"""Of one person, on that day."""
_SENT = Query(
    "SELECT id, what, created_at FROM priority_proposal WHERE author_id = ? ORDER BY created_at",
    moments=("created_at",),
)


async def check_first_day(viewer: Viewer, what: str, sites: frozenset[str], *, before: str | None = None) -> None:
    """Raises TooFast for one proposal or one link too many on somebody's first day. Staff have none.

    Links to allowed `sites` are not counted. `before`: the words that these take the place of: no proposal more.
    """
    if viewer.is_staff:
        return
    sent = await _SENT.rows(str(viewer.id))
    began = sent[0]["created_at"] if sent else clock.now()
    left = math.ceil((began + FIRST_DAY - clock.now()).total_seconds())
    if left <= 0:
        return
    if before is None and len(sent) >= PROPOSALS:
        sentence = _("On your first day you can make %(most)s proposals. You can make more tomorrow.", most=PROPOSALS)
        raise TooFast(sentence, retry_after=left)
    more = _links_in(what, sites) - _links_in(before or "", sites)
    if more > 0 and sum(_links_in(row["what"], sites) for row in sent) + more > LINKS:
        sentence = _("On your first day you can share %(most)s links. Take one out, or share it tomorrow.", most=LINKS)
        raise TooFast(sentence, retry_after=left)


def _links_in(words: str, sites: frozenset[str]) -> int:
    return sum(not is_allowed(domain, sites) for domain, _span in links(words))
