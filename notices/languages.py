"""The language that somebody is told things in."""

from collections.abc import Mapping, Sequence
from typing import Any

from accounts.reach import Reach
from notices.push.store import subscriptions_of_all


def languages_of(reach: Mapping[str, Reach], browsers: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """By person: the one they chose, or that of their newest browser; English for who never chose, for they read it.

    `browsers`: everybody's, the newest first.
    """
    read_in = {browser["person_id"]: str(browser["language"]) for browser in reversed(browsers)}
    return {id_: one.language or read_in.get(id_, "en") for id_, one in reach.items()}


async def language_of(one: Reach) -> str:
    """The same of one person."""
    browsers = [] if one.language else await subscriptions_of_all([one.id])
    return languages_of({one.id: one}, browsers)[one.id]
