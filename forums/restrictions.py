"""Who is kept from writing in a forum: by a decision there, or by a ban from all of the force's places."""

from forums.standing import JSON, Restricted
from foundation import clock
from foundation.queries import Query
from moderation.decisions.banned import STANDING, UNTIL

_OF_FORUM = """
    SELECT kind, reason, until FROM forum_restriction
    WHERE person_id = ? AND forum_id = ? AND ended_at IS NULL
    UNION ALL
    SELECT 'remove', ban.reason,
    """
_OF_FORCE = "FROM ban WHERE ban.person_id = ? AND ban.force_id = ? AND"
_RESTRICTIONS = Query(_OF_FORUM + UNTIL + _OF_FORCE + " " + STANDING, moments=("until",))


async def restrictions_of(person: str, forum: JSON) -> dict[str, Restricted]:
    """Those that hold now, by their kind (`remove`, `silence`); of two the one that ends last."""
    now = clock.now()
    rows = await _RESTRICTIONS.rows(person, forum["id"], person, forum["force_id"])
    holding = [row for row in rows if row["until"] is None or row["until"] > now]
    holding.sort(key=lambda row: (row["until"] is None, row["until"] or now))
    return {row["kind"]: Restricted(row["reason"], row["until"]) for row in holding}
