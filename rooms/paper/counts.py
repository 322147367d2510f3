"""What was ticked on printed sheets, which counts like what was ticked on a screen."""

from collections.abc import Collection

from rooms.paper import store

QUESTION = -1
"""The option that stands for a question itself: it has but one box."""


async def counts(subject_ids: Collection[str]) -> dict[str, dict[int, int]]:
    """How many ticked what: `{subject_id: {option: n}}`. A subject that nobody ticked on paper has no entry.

    A subject is a question's id, whose one option is QUESTION (-1), or a poll's, whose options count from 0.
    """
    found: dict[str, dict[int, int]] = {}
    for row in await store.counts(subject_ids) if subject_ids else ():
        if row["count"]:
            found.setdefault(row["subject_id"], {})[row["option"]] = row["count"]
    return found
