"""What decisions, bans and presets hold about a person, as they take it away: other people are in it by role only."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from moderation.decisions.models import Ban, Preset
from moderation.models import Decision

JSON = dict[str, Any]
_DECIDED = (
    "target_type", "target_id", "revision", "action", "clause", "rules_version", "reason", "seconds", "until", "at",
)  # fmt: skip
_BANNED = ("force_id", "reason", "until", "proposed_at", "ends_unless_confirmed_at", "confirmed_at", "ended_at")


async def _decisions_about(person: str) -> AsyncIterator[JSON]:
    """By which role, not by whom; and not the note, which staff write for each other."""
    async for row in by_key(Decision.filter(author_id=person), *_DECIDED, "actor_role"):
        yield {**row, "by": row.pop("actor_role") or "rule"}


async def _decisions_made(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Decision.filter(actor_id=person), *_DECIDED, "note"):
        yield row


async def _bans_of(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Ban.filter(person_id=person), *_BANNED):
        yield row


async def _bans_proposed(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Ban.filter(proposed_by_id=person), *_BANNED):
        yield row


async def _bans_confirmed(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Ban.filter(confirmed_by_id=person), *_BANNED):
        yield row


async def _bans_ended(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Ban.filter(ended_by_id=person), *_BANNED):
        yield row


async def _presets(person: str) -> AsyncIterator[JSON]:
    made = Preset.filter(made_by_id=person)
    async for row in by_key(made, "name", "action", "clause", "reason", "seconds", "made_at", "removed_at"):
        yield row


HELD_BY_DECISIONS = (
    Holding("decisions_about_me", ("decision.author_id",), _decisions_about),
    Holding("decisions_made", ("decision.actor_id",), _decisions_made),
    Holding("bans_of_me", ("ban.person_id",), _bans_of),
    Holding("bans_proposed", ("ban.proposed_by_id",), _bans_proposed),
    Holding("bans_confirmed", ("ban.confirmed_by_id",), _bans_confirmed),
    Holding("bans_ended", ("ban.ended_by_id",), _bans_ended),
    Holding("decision_presets", ("decision_preset.made_by_id",), _presets),
)
