"""Who is kept from writing in the priorities of a neighbourhood: by a decision there, or a ban of its force.

Nobody is kept from voting by what they wrote.
"""

from typing import Any

from foundation import clock
from foundation.errors import KeptOut, NotAllowed
from foundation.language import _
from foundation.permissions import Viewer
from foundation.queries import Query
from moderation.decisions.banned import STANDING, UNTIL

JSON = dict[str, Any]
_HERE = """
    SELECT kind, reason, until FROM priority_restriction
    WHERE person_id = ? AND neighbourhood_id = ? AND ended_at IS NULL
    UNION ALL
    SELECT 'remove', ban.reason,
    """
_OF_FORCE = "FROM ban WHERE ban.person_id = ? AND ban.force_id = ? AND"
_RESTRICTIONS = Query(_HERE + UNTIL + _OF_FORCE + " " + STANDING, moments=("until",))


async def check_not_kept_out(viewer: Viewer, row: JSON) -> None:
    """Raises KeptOut or NotAllowed, with until when, for somebody whom a decision keeps from writing here now.

    `row` is anything with `force_id` and `neighbourhood_id`.
    """
    now = clock.now()
    rows = await _RESTRICTIONS.rows(str(viewer.id), row["neighbourhood_id"], str(viewer.id), row["force_id"])
    holding = [each for each in rows if each["until"] is None or each["until"] > now]
    holding.sort(key=lambda each: (each["kind"] == "remove", each["until"] is None, each["until"] or now))
    if not holding:
        return
    last = holding[-1]
    if last["kind"] == "remove":
        sentence = _("You were kept out of these priorities. The reason given was: %(reason)s", reason=last["reason"])
        raise KeptOut(sentence, until=last["until"])
    sentence = _("You can’t write in these priorities for now. The reason given was: %(reason)s", reason=last["reason"])
    raise NotAllowed(sentence, until=last["until"])
