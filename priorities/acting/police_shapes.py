"""Priorities in the shape of data.police.uk, as what reads them there can read them here."""

from datetime import date
from typing import Annotated, Literal

import msgspec

_POLICE = {"issue_date": "issue-date", "action_date": "action-date"}


class PolicePriority(msgspec.Struct, rename=_POLICE):
    """As data.police.uk has one, `action` the latest; `status`, `owner` (role and rank) and `next_update` are added.

    `partner`: who did that action, null where it was the police. `issue` and `action` are plain words in one line,
    without HTML; dates are midnight of their day, without a zone, as there.
    """

    id: str
    issue: str
    issue_date: str | None
    action: str | None
    action_date: str | None
    status: Literal["open", "reviewing", "met", "unmet", "closed"]
    owner: str | None
    partner: str | None
    next_update: date | None


class PolicePriorities(msgspec.Struct):
    items: list[PolicePriority]
    next: str | None


class PriorityPage(msgspec.Struct):
    """Which page of a list: after the `next` of an earlier answer."""

    cursor: Annotated[str, msgspec.Meta(max_length=16)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 50
