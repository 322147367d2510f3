"""What panels hold about a person, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from priorities.agreeing.models import Agreement, PanelMember

JSON = dict[str, Any]


async def _sat(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(PanelMember.filter(person_id=person), "round_id", "at", "accepted_at", "left_at"):
        yield row


async def _named(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(PanelMember.filter(named_by_id=person), "round_id", "at"):
        yield row


async def _agreed(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Agreement.filter(by_id=person), "agreed", "reason", "at"):
        yield row


HELD_BY_AGREEING = (
    Holding("panels", ("priority_panel_member.person_id",), _sat),
    Holding("panels_named", ("priority_panel_member.named_by_id",), _named),
    Holding("panels_agreed", ("priority_agreement.by_id",), _agreed),
)
