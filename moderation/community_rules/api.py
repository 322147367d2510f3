"""The community rules as JSON."""

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from moderation.community_rules import VERSION, shown_rules

api = Api()


class ClauseAnswer(msgspec.Struct):
    """One community rule; decisions cite it by `id`."""

    id: str
    title: str
    text: str


class RulesAnswer(msgspec.Struct):
    """The community rules in their order, in the language asked for, and their version."""

    items: list[ClauseAnswer]
    version: int


@api.get("/rules", permission=Permission.RULES_READ, answer=RulesAnswer, summary="The community rules")
async def list_rules(call: Call[None, None]) -> RulesAnswer:
    """The community rules."""
    return RulesAnswer(msgspec.convert(shown_rules(), list[ClauseAnswer]), VERSION)
