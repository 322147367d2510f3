"""What somebody may propose on their first day here: it begins with the first proposal that they send."""

from foundation import clock
from foundation.language import _
from foundation.permissions import Viewer
from foundation.queries import Query
from moderation.newcomers import check_links, is_first_day, links_in, wait

PROPOSALS = 8
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
    if not is_first_day(began):
        return
    if before is None and len(sent) >= PROPOSALS:
        sentence = _("On your first day you can make %(most)s proposals. You can make more tomorrow.", most=PROPOSALS)
        raise wait(sentence, began)
    more = links_in(what, sites) - links_in(before or "", sites)
    if more > 0:
        check_links(began, (row["what"] for row in sent), more, sites)
