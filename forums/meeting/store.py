"""Every query and change about what goes from a surgery to a forum and back."""

from typing import Any

from forums.meeting.models import AskedToMove
from forums.models import Topic
from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query

JSON = dict[str, Any]
_ASKED = """
    SELECT id, question_id, surgery_id, asker_id, asked_by_id, section_id, asked_at, decided_at, agreed, topic_id
    FROM forum_asked_to_move WHERE
    """
_MOMENTS = ("asked_at", "decided_at")
_BY_ID = Query(_ASKED, "id = ?", moments=_MOMENTS, truths=())
_OF_QUESTION = Query(_ASKED, "question_id = ?", moments=_MOMENTS)
_OF_SURGERY = Query(
    """
    SELECT asked.question_id, asked.asker_id, asked.decided_at, asked.agreed, asked.topic_id,
           topic.state AS topic_state
    FROM forum_asked_to_move AS asked LEFT JOIN forum_topic AS topic ON topic.id = asked.topic_id
    WHERE asked.surgery_id = ?
    """,
    moments=("decided_at",),
)
_SHOWN_IN = Query(
    """
    SELECT asked.id, asked.question_id, asked.surgery_id, asked.asked_by_id, topic.author_id, person.role
    FROM forum_topic AS topic
    JOIN forum_asked_to_move AS asked ON asked.question_id = topic.question_id AND asked.topic_id = topic.id
    JOIN person ON person.id = topic.author_id
    WHERE topic.id = ? AND topic.state = 'published'
    """
)
_ADD = Query(
    """
    INSERT INTO forum_asked_to_move (id, question_id, surgery_id, asker_id, asked_by_id, section_id, asked_at)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (question_id) DO NOTHING
    """
)
_TAKEN = Query("UPDATE forum_topic SET version = version + 1, asked_at_id = ? WHERE id = ? RETURNING id, forum_id")
_PROPOSED = Query(
    """
    UPDATE forum_topic SET version = version + 1, proposal_id = ? WHERE id = ? AND proposal_id IS NULL
    RETURNING id, forum_id
    """
)

_ABOUT = Query(
    """
    SELECT id FROM forum_topic WHERE forum_id = ? AND proposal_id = ? AND state <> 'withdrawn'
    ORDER BY id DESC LIMIT 1
    """
)


async def add_asked(question: str, surgery: str, asker: str, by: str, section: str) -> JSON:
    """Note that somebody asks whether a question may become a topic; gives the row, of who asked first."""
    await _ADD.rows(new_id(), question, surgery, asker, by, section, clock.now())
    [row] = await _OF_QUESTION.rows(question)
    return row


async def find_asked(asked_id: str) -> JSON | None:
    rows = await _BY_ID.rows(asked_id)
    return rows[0] if rows else None


async def asked_of_question(question: str) -> JSON | None:
    rows = await _OF_QUESTION.rows(question)
    return rows[0] if rows else None


async def asked_of_surgery(surgery: str) -> list[JSON]:
    """Each with the state that its topic is in, as `topic_state`."""
    return await _OF_SURGERY.rows(surgery)


async def question_shown_in(topic_id: str) -> JSON | None:
    """The question that goes on in a topic, with its author's role, if that was agreed and the topic is shown."""
    rows = await _SHOWN_IN.rows(topic_id)
    return rows[0] if rows else None


async def set_decided(asked_id: str, *, agreed: bool, topic_id: str | None) -> bool:
    """Write what became of it; False where it was decided before."""
    open_one = AskedToMove.filter(id=asked_id, decided_at=None)
    return bool(await open_one.update(decided_at=clock.now(), agreed=agreed, topic_id=topic_id))


async def surgery_of_question(question: str) -> str | None:
    found = await AskedToMove.filter(question_id=question).values_list("surgery_id", flat=True)
    return str(found[0]) if found else None


async def set_asked_at(topic_id: str, surgery: str) -> JSON | None:
    """Note which surgery a topic was taken to; gives the topic's `id` and `forum_id`."""
    rows = await _TAKEN.rows(surgery, topic_id)
    return rows[0] if rows else None


async def topic_about(forum: str, proposal: str) -> str | None:
    """The topic of a forum that names a proposal, and that its author has not taken back; the newest of several."""
    rows = await _ABOUT.rows(forum, proposal)
    return str(rows[0]["id"]) if rows else None


async def set_proposal(topic_id: str, proposal: str) -> JSON | None:
    """The same of a proposal; None where it was put forward before."""
    rows = await _PROPOSED.rows(proposal, topic_id)
    return rows[0] if rows else None


async def topic_ids(questions: list[str]) -> dict[str, str]:
    """The topics that go on from these questions, by the questions' ids."""
    rows = await Topic.filter(question_id__in=questions).values("id", "question_id") if questions else []
    return {row["question_id"]: row["id"] for row in rows}
