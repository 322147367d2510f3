"""What stands on a meeting's printed sheet, each with the number that it keeps however often the sheet is printed."""

from typing import Any

from foundation.text import stored_html
from rooms.models import MessageState
from rooms.paper.counts import QUESTION, counts
from rooms.polls.models import PollState
from rooms.sheet import store

JSON = dict[str, Any]


async def printable(room_id: str) -> JSON:
    """`questions` that still wait, {number, html}, and `polls` that are open, {number, question, options}."""
    settled = await store.settled_questions(room_id)
    return {
        "questions": [question for question in await _questions(room_id) if question["id"] not in settled],
        "polls": [poll for poll in await _polls(room_id) if poll["state"] == PollState.OPEN],
    }


async def enterable(room_id: str) -> JSON:
    """Every box of any sheet that was printed: `questions` with `boxes` and `polls` with `boxes`, in their order.

    A box is {field, words, count}; `field` is the subject's id and the option.
    """
    questions, polls = await _questions(room_id), await _polls(room_id)
    ticked = await counts([subject["id"] for subject in [*questions, *polls]])
    for question in questions:
        question["boxes"] = [_box(question["id"], QUESTION, "", ticked)]
    for poll in polls:
        poll["boxes"] = [_box(poll["id"], option, words, ticked) for option, words in enumerate(poll["options"])]
    return {"questions": questions, "polls": polls}


def _box(subject_id: str, option: int, words: str, ticked: dict[str, dict[int, int]]) -> JSON:
    count = ticked.get(subject_id, {}).get(option, 0)
    return {"field": f"{subject_id}.{option}", "words": words, "count": count}


async def _questions(room_id: str) -> list[JSON]:
    """Those that are shown now. One that is taken down keeps its number, so that older sheets stay right."""
    merged = await store.merged_questions(room_id)
    posted = enumerate(await store.posted_questions(room_id), start=1)
    return [
        {"id": row["id"], "number": number, "html": stored_html(row["html"])}
        for number, row in posted
        if row["state"] == MessageState.PUBLISHED and row["id"] not in merged
    ]


async def _polls(room_id: str) -> list[JSON]:
    return [row | {"number": number} for number, row in enumerate(await store.polls(room_id), start=1)]
