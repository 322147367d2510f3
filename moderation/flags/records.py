"""How often each flagger was right: what a decision counts for those who asked for it, and what they are told."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from foundation import clock
from foundation.language import _
from moderation.content import Tell
from moderation.flags import store
from moderation.flags.weights import weight_of
from notices.kinds import NoticeKind
from notices.service import noticed, notify_all
from notices.taking_back_service import take_back

MINE = "/flags"
"""The page where everybody finds what they flagged, and what came of it."""


@dataclass(frozen=True, slots=True)
class Record:
    """How often moderators agreed with somebody's flags, and until when they may not flag."""

    upheld: int = 0
    refused: int = 0
    muted_until: datetime | None = None
    muted_reason: str = ""

    @property
    def is_muted(self) -> bool:
        return self.muted_until is not None and self.muted_until > clock.now()

    def weight(self, *, guest: bool) -> int:
        """What a flag of theirs counts now, in hundredths."""
        return weight_of(self.upheld, self.refused, guest=guest, muted=self.is_muted)


async def records_of(people: Collection[str]) -> dict[str, Record]:
    """The record of each of these people; an empty one for who has none. One query."""
    rows = await store.records_of(people)
    return {person: _record(rows[person]) if person in rows else Record() for person in people}


def _record(row: store.JSON) -> Record:
    return Record(row["upheld"], row["refused"], row["muted_until"], row["muted_reason"] or "")


async def judged(item_id: str, upheld: bool) -> Sequence[Tell]:
    """A person decided about an item: count it for everybody who flagged its thing, and tell them what came of it.

    Inside the decision's transaction; gives what is to be told after the commit. `upheld`: something was done about it.
    What a rule decides by itself counts for nobody: call this for people's decisions only.
    """
    await store.add_to_records(item_id, **{"upheld" if upheld else "refused": 1})
    sentence = _acted if upheld else _left
    people = await store.flaggers_of(item_id)
    told = await notify_all(people, NoticeKind.FLAGGED, sentence, MINE, key=_key(item_id)) if people else []
    return [noticed(person) for person in told]


async def unjudged(item_id: str, upheld: bool) -> Sequence[Tell]:
    """That decision was undone: it counts for nobody, and who was told of it is told no more. Inside a transaction."""
    await store.add_to_records(item_id, **{"upheld" if upheld else "refused": -1})
    people = await store.flaggers_of(item_id)
    for person in people:
        await take_back(person, _key(item_id))
    return [noticed(person) for person in people]


def _key(item: str) -> str:
    return f"flagged.{item}"


def _acted() -> str:
    return _("Something that you flagged was looked at, and a moderator acted on it. Thank you.")


def _left() -> str:
    return _("Something that you flagged was looked at. A moderator decided that it can stay. Thank you for asking.")
