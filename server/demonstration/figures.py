"""Two months of moderation, so that the public log and the report of the demonstration have something to show.

Rows and no words: what they would be about is not there. The same ones each time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from foundation import clock
from foundation.ids import new_id
from moderation.appeals.models import Appeal
from moderation.drills.models import Drill
from moderation.drills.timing import week_of
from moderation.items.models import ReviewItem
from moderation.models import Decision, Flag
from server.demonstration.making import viewer
from server.demonstration.people import FORCE, HOME

_DAYS = 60
_OF_A_DAY = 0.7
"""How likely a day is to have a decision: about one for three things that were said."""
_WEEKS = 9
_DUE = {"personal_data": 15, "names": 15, "abuse": 1440, "link": 1440, "other": 1440, "child": 15}
"""Minutes."""
_KINDS = (*("abuse",) * 3, *("personal_data",) * 3, "names", "names", "link", "other", "child")
_CLAUSES = {"personal_data": "private", "names": "fair", "abuse": "kind", "link": "useful", "child": "children"}
_ACTIONS = ("hide", "approve", "approve", "none", "hide_and_warn", "reject")
_REASONS = ("abuse", "abuse", "personal_data", "other", "about_me", "child", "danger")


@dataclass(frozen=True)
class _Past:
    """One decision of the past, with what belongs to it."""

    item: ReviewItem
    decision: Decision
    later: Decision | None
    flag: Flag | None
    appeal: Appeal | None


async def add_past() -> None:
    """Write it down, in a few statements."""
    mo, dee = [str((await viewer(key)).id) for key in ("mo", "dee")]
    past = list(_past(Random(7), mo, dee))  # noqa: S311 -- nothing is secret here
    await ReviewItem.bulk_create([each.item for each in past])
    await Decision.bulk_create([each.decision for each in past])
    await Decision.bulk_create([each.later for each in past if each.later])
    await Flag.bulk_create([each.flag for each in past if each.flag])
    await Appeal.bulk_create([each.appeal for each in past if each.appeal])
    await Drill.bulk_create(list(past_drills(Random(7), mo)))  # noqa: S311 -- as above


def _past(random: Random, mo: str, dee: str) -> Iterator[_Past]:
    for day in range(1, _DAYS):
        if random.random() < _OF_A_DAY:
            opened = clock.now() - timedelta(days=day, minutes=random.randint(0, 600))
            yield _one(random, opened, mo, dee)


def _one(random: Random, opened: datetime, mo: str, dee: str) -> _Past:
    kind = random.choice(_KINDS)
    minutes = min(random.expovariate(1 / (_DUE[kind] * 0.4)), _DUE[kind] * 1.4)
    at = opened + timedelta(minutes=minutes)
    flagged = random.random() < 0.5
    item = _item(kind, "flagged" if flagged else "held", opened, at)
    host = random.random() < 0.2
    decision = _decision(item, at, mo, kind, random.choice(_ACTIONS), "officer" if host else "moderator")
    appealed = decision.action in ("hide", "hide_and_warn", "reject") and random.random() < 0.25
    won = appealed and random.random() < 0.4
    later = _decision(item, at + timedelta(days=1), dee, kind, "overturn", "administrator") if won else None
    if later:
        later.supersedes_id = decision.id
    flag = _flag(item, opened, random.choice(_REASONS)) if flagged else None
    return _Past(
        item, decision, later, flag, _appeal(decision, "overturned" if won else "upheld") if appealed else None
    )


def _item(kind: str, cause: str, opened: datetime, at: datetime) -> ReviewItem:
    due = opened + timedelta(minutes=_DUE[kind])
    return ReviewItem(
        id=new_id(), target_type="message", target_id=new_id(), force_id=FORCE, neighbourhood_id=HOME, state="decided",
        cause=cause, kind=kind, kinds=[kind], priority=500, due_at=due, opened_at=opened, changed_at=at, decided_at=at,
    )  # fmt: skip


def _decision(item: ReviewItem, at: datetime, actor: str, kind: str, action: str, role: str) -> Decision:
    cited = action not in ("approve", "none", "overturn")
    values: dict[str, Any] = {"item_id": item.id, "opened_at": item.opened_at} if action != "overturn" else {}
    return Decision(
        id=new_id(), target_type="message", target_id=item.target_id, action=action, rules_version=1, kind=kind,
        clause=_CLAUSES.get(kind, "") if cited else "", actor_id=actor, actor_role=role, at=at, force_id=FORCE,
        neighbourhood_id=HOME, **values,
    )  # fmt: skip


def _flag(item: ReviewItem, at: datetime, reason: str) -> Flag:
    return Flag(id=new_id(), target_type="message", target_id=item.target_id, person_id=new_id(), reason=reason, at=at,
                item_id=item.id)  # fmt: skip


def _appeal(decision: Decision, state: str) -> Appeal:
    at = decision.at + timedelta(hours=5)
    return Appeal(id=new_id(), decision_id=decision.id, person_id=new_id(), force_id=FORCE, text="", at=at, state=state,
                  decided_at=at + timedelta(hours=19))  # fmt: skip


def past_drills(random: Random, mo: str) -> Iterator[Drill]:
    """A drill a week, each of a week of its own whenever the demonstration is made."""
    for week in range(1, _WEEKS):
        # Its week is counted from now, not from its own hour: one for each, also in the first hours of a Monday.
        due = clock.now() - timedelta(weeks=week)
        at = due - timedelta(minutes=random.randint(0, 300))
        seen = None if week == 6 else at + timedelta(seconds=random.randint(20, 400))
        yield Drill(
            id=new_id(), force_id=FORCE, week=week_of(due.date()), posted_at=at, seen_at=seen,
            seen_by_id=mo if seen else None, given_up_at=None if seen else at + timedelta(hours=1),
        )  # fmt: skip
