"""Something that Rosa said, to be kept: as a feature gives it to moderation."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from foundation.database import atomic, dialect
from foundation.ids import new_id
from foundation.queries import Query
from moderation.content import Content, Line, State
from moderation.evidence.service import keep
from tests.cast import HOME, Cast

AT = datetime(2026, 11, 20, 19, 30, tzinfo=UTC)


def said_by_rosa(cast: Cast, **changes: Any) -> Content:
    content = Content(
        type="message",
        id=new_id(),
        revision=1,
        state=State.PUBLISHED,
        author_id=cast.rosa.id,
        force_id="south-wales",
        neighbourhood_id=HOME,
        body="Mrs Tremlett lives at number 14",
        at=AT,
        path="/surgeries/x",
        place_type="room",
        place_name="Bikes",
    )
    return replace(content, **changes)


def around(cast: Cast, content: Content) -> list[Line]:
    return [
        Line(new_id(), cast.amir.id, "Who was robbed?", AT),
        Line(content.id, content.author_id, content.body, AT, this=True),
        Line(new_id(), cast.gwen.id, None, AT),
    ]


async def kept(content: Content, lines: list[Line], why: str = "flagged", kind: str = "names", **ids: str) -> str:
    return await atomic(lambda: keep(content, lines, why=why, kind=kind, **ids))


async def behind_the_server(work: Callable[[], Awaitable[object]]) -> None:
    """Change the database as somebody can who holds it: its guards are off for this one transaction."""

    async def unguarded() -> None:
        for statement in _UNGUARDED[dialect()]:
            await Query(statement).rows()
        await work()

    await atomic(unguarded)


_UNGUARDED = {
    "sqlite": [f"DROP TRIGGER {name}" for name in ("evidence_stands", "evidence_stays", "evidence_picture_stands")],
    "postgres": ["SET LOCAL session_replication_role = replica"],
}
