"""What a topic's page offers to who reads it: the verbs ask again who may."""

from typing import Any

from forums.answers.solving_service import may_solve
from forums.models import PostState
from forums.places.policy import may_reply
from forums.policy import check_not_kept_out, check_open
from forums.standing import Standing
from foundation.errors import NotSignedIn, Refusal
from foundation.permissions import Role

JSON = dict[str, Any]


async def offers(standing: Standing) -> JSON:
    """`{reply, why_not, sign_in, flag, revisions, official, solve, staff, moderate, author}`.

    `why_not`: a sentence why they can't reply, None where they can, or where all it takes is to sign in.
    """
    viewer = standing.viewer
    shown = standing.topic["state"] == PostState.PUBLISHED
    may: JSON = {
        "reply": False,
        "why_not": None,
        "sign_in": False,
        "flag": viewer.signed_in and shown,
        "revisions": standing.is_staff,
        "official": viewer.role is Role.OFFICER and standing.is_staff,
        "solve": may_solve(standing) and shown and standing.topic["archived_at"] is None,
        "staff": standing.is_staff,
        "moderate": standing.moderates,
        "author": standing.is_author,
    }
    try:
        check_open(standing)
        check_not_kept_out(standing)
        await may_reply(viewer, standing.forum, standing.section)
    except NotSignedIn:
        return may | {"sign_in": True}
    except Refusal as refusal:
        return may | {"why_not": refusal.message}
    return may | {"reply": True}
