"""What a topic has to do with surgeries and priorities, and what remains of a surgery with forums."""

from typing import Any

from aiohttp import web

from forums.meeting import store
from forums.meeting.ports import IS_PROPOSAL_SHOWN, NEXT_SURGERY, PUT_FORWARD, SURGERIES, TAKES_PROPOSALS, SurgeryShown
from forums.meeting.questions.askers import who_can_be_asked
from forums.models import PostState
from forums.standing import Standing

JSON = dict[str, Any]
_UNREADABLE = (PostState.HELD, PostState.REJECTED, PostState.WITHDRAWN)
"""Of a topic that nobody reads, or its author and staff alone."""


async def moves_of(surgery: str) -> dict[str, Any]:
    """What became of asking, for each question of a surgery whose asker was asked: `{state, path, gone}`.

    `state` is asked, agreed, refused, or of a topic that no link leads to, held, rejected or withdrawn; `path` leads to
    any other; `gone`: who was asked can't answer any more.
    """
    rows = await store.asked_of_surgery(surgery)
    here = await who_can_be_asked([row["asker_id"] for row in rows])
    return {row["question_id"]: _move(row, gone=row["asker_id"] not in here) for row in rows}


async def meetings_of(app: web.Application, standing: Standing) -> JSON:
    """What everybody sees of where a topic comes from and was taken: `{from_surgery, asked_at, proposal}`.

    `proposal`: its id while everybody may read it, else None.
    """
    topic = standing.topic
    asked_in = await store.surgery_of_question(topic["question_id"]) if topic["question_id"] else None
    wanted = [id_ for id_ in (asked_in, topic["asked_at_id"]) if id_]
    surgeries = await app[SURGERIES](wanted) if wanted and SURGERIES in app else {}
    return {
        "from_surgery": surgeries.get(asked_in or ""),
        "asked_at": surgeries.get(topic["asked_at_id"] or ""),
        "proposal": await _shown_proposal(app, topic["proposal_id"]),
    }


async def topic_about(forum: str, proposal: str) -> str | None:
    """The topic of a forum that is about a proposal; None where there is none, or its author took it back."""
    return await store.topic_about(forum, proposal)


async def next_surgery_for(app: web.Application, standing: Standing) -> SurgeryShown | None:
    """The surgery that the viewer can take a topic to: its author can, and staff who serve here; None if they can't."""
    neighbourhood = standing.forum["neighbourhood_id"]
    if neighbourhood is None or NEXT_SURGERY not in app or not may_take(standing):
        return None
    return await app[NEXT_SURGERY](neighbourhood)


async def takes_proposals(app: web.Application, standing: Standing) -> bool:
    """Whether a topic of this forum could be put forward as a proposal now."""
    neighbourhood = standing.forum["neighbourhood_id"]
    filled = PUT_FORWARD in app and TAKES_PROPOSALS in app
    return filled and neighbourhood is not None and await app[TAKES_PROPOSALS](neighbourhood)


async def may_put_forward(app: web.Application, standing: Standing) -> bool:
    """Whether the viewer can put a topic forward as a proposal: never while nothing takes proposals."""
    may = may_take(standing) and standing.topic["proposal_id"] is None
    return may and await takes_proposals(app, standing)


def may_take(standing: Standing) -> bool:
    """Whether somebody takes a topic elsewhere: who began it, and staff, while it is shown and not archived."""
    topic = standing.topic
    shown = topic["state"] == PostState.PUBLISHED and topic["archived_at"] is None
    kept_out = standing.removed or standing.silenced
    return bool(shown and not kept_out and (standing.is_staff or standing.is_author))


async def _shown_proposal(app: web.Application, proposal: str | None) -> str | None:
    shown = proposal is not None and IS_PROPOSAL_SHOWN in app and await app[IS_PROPOSAL_SHOWN](proposal)
    return proposal if shown else None


def _move(row: JSON, *, gone: bool) -> JSON:
    if row["topic_state"] in _UNREADABLE:
        return {"state": str(row["topic_state"]), "path": None, "gone": gone}
    state = "asked" if row["decided_at"] is None else "agreed" if row["agreed"] else "refused"
    return {"state": state, "path": f"/topics/{row['topic_id']}" if row["topic_id"] else None, "gone": gone}
