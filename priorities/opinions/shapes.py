"""What clients send and get of short statements, and of what people think of them."""

from typing import Literal
from uuid import UUID

import msgspec

Said = Literal["agree", "disagree", "pass"]


class StatementBody(msgspec.Struct):
    """Up to 140 characters that somebody can agree or disagree with. `confirm`: one was warned, and sends it anyway."""

    text: str
    client_id: UUID | None = None
    confirm: bool = False


class StatementAnswer(msgspec.Struct):
    """`mine`: what one said of it, while the vote is open."""

    id: str
    text: str
    mine: Said | None = None


class HeldStatement(msgspec.Struct):
    """It waits for a moderator. `notice` is `emergency` where 999 should be called at once."""

    status: Literal["held"]
    id: str
    reason: str
    notice: str | None = None


class StatementList(msgspec.Struct):
    """In an order of one’s own. All are there: `next` is null."""

    items: list[StatementAnswer]
    next: str | None = None


class OpinionBody(msgspec.Struct):
    opinion: Said


class Figures(msgspec.Struct, rename={"passed": "pass"}):
    """How many people."""

    agree: int
    disagree: int
    passed: int


class Mark(msgspec.Struct):
    """A statement with which a group agrees (or not `agrees`: disagrees) much more than the others."""

    id: str
    agrees: bool


class OpinionGroup(msgspec.Struct):
    """`place`: the middle of the group on the two axes on which opinions differ most, from -1 to 1."""

    name: str
    size: int
    place: tuple[float, float]
    marks: list[Mark]


class StatementResult(msgspec.Struct):
    """`said` and `bridge` are null where fewer than ten gave an opinion. `by_group` is in the order of the groups, null
    for small ones. `bridge` is from 0 to 1: how much the groups that are told agree.
    """

    id: str
    text: str
    said: Figures | None
    by_group: list[Figures | None]
    bridge: float | None


class OpinionResult(msgspec.Struct):
    """What bridges the groups comes first. `people` and `why` are null until groups were looked for; `why` there are
    none: `few` (under fifty people), `alike` (opinions don’t fall into groups), else empty.
    """

    people: int | None
    why: str | None
    groups: list[OpinionGroup]
    statements: list[StatementResult]
