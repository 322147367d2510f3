"""Every query and insert about minutes."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from foundation import clock
from foundation.ids import new_id
from rooms.minutes.models import Minutes, MinutesEdition, MinutesItem, MinutesState
from rooms.models import LogEntry, Message, MessageKind, MessageState

JSON = dict[str, Any]
ITEM = ("id", "kind", "source_id", "text", "html", "redacted", "redaction_reason")


async def find_minutes(surgery_id: str) -> JSON | None:
    found = await Minutes.filter(id=surgery_id).values()
    return found[0] if found else None


async def add_minutes(surgery_id: str, by: str) -> None:
    """Insert empty minutes; raises IntegrityError where there are some."""
    now = clock.now()
    await Minutes.create(id=surgery_id, drafted_by=by, drafted_at=now, changed_at=now)


async def claim_change(surgery_id: str, version: int, state: MinutesState, only: MinutesState | None) -> bool:
    """Raise the version; False where it is another by now, or the state is not the `only` one that may be changed."""
    values = {"version": version + 1, "changed_at": clock.now(), "state": state}
    before = {"version": version} | ({"state": only} if only else {})
    return bool(await Minutes.filter(id=surgery_id, **before).update(**values))


async def set_approved(surgery_id: str, by: str) -> None:
    await Minutes.filter(id=surgery_id).update(approved_by=by, approved_at=clock.now())


async def set_published(surgery_id: str) -> None:
    """Note when they could be read first."""
    await Minutes.filter(id=surgery_id, published_at=None).update(published_at=clock.now())


async def items_of(surgery_id: str) -> list[JSON]:
    """The paragraphs in their order."""
    return list(await MinutesItem.filter(minutes_id=surgery_id).order_by("position", "id").values(*ITEM))


async def add_item(surgery_id: str, kind: str, source_id: str | None, position: int, **words: Any) -> str:
    item = await MinutesItem.create(
        id=new_id(), minutes_id=surgery_id, position=position, kind=kind, source_id=source_id, **words
    )  # fmt: skip
    return item.id


async def set_item(item_id: str, **changes: Any) -> None:
    await MinutesItem.filter(id=item_id).update(**changes)


async def remove_item(item_id: str) -> None:
    await MinutesItem.filter(id=item_id).delete()


async def set_order(ids: Sequence[str]) -> None:
    """Let the paragraphs stand in this order."""
    for position, item_id in enumerate(ids, start=1):
        await MinutesItem.filter(id=item_id).exclude(position=position).update(position=position)


async def add_edition(surgery_id: str, items: Sequence[Mapping[str, Any]], by: str) -> int:
    """Keep what is published now; gives its number."""
    number = await MinutesEdition.filter(minutes_id=surgery_id).count() + 1
    await MinutesEdition.create(
        id=new_id(), minutes_id=surgery_id, number=number, items=[dict(item) for item in items], published_by=by,
        published_at=clock.now(),
    )  # fmt: skip
    return number


async def last_edition(surgery_id: str) -> JSON | None:
    """`number`, `items` and `published_at` of what people read."""
    editions = MinutesEdition.filter(minutes_id=surgery_id).order_by("-number").limit(1)
    found = await editions.values("number", "items", "published_at")
    return found[0] if found else None


async def first_published_at(surgery_id: str) -> Any:
    return (await Minutes.filter(id=surgery_id).values_list("published_at", flat=True))[0]


async def published_among(surgery_ids: Collection[str]) -> set[str]:
    """Which of these surgeries have minutes that people can read."""
    found = MinutesEdition.filter(minutes_id__in=list(surgery_ids), number=1)
    return {str(id_) for id_ in await found.values_list("minutes_id", flat=True)}


async def answers_in(room_id: str) -> list[JSON]:
    """The answers that were given and not taken down: `id`, `reply_to`, in the order of the log."""
    given = Message.filter(room_id=room_id, kind=MessageKind.ANSWER, state=MessageState.PUBLISHED)
    return list(await given.order_by("posted_seq").values("id", "reply_to"))


async def first_entries(room_id: str) -> dict[str, int]:
    """Where in the log each poll, promise and moment stands first: its `seq` by its id."""
    about = LogEntry.filter(room_id=room_id, subject_id__not_isnull=True).order_by("-seq")
    return {str(row["subject_id"]): int(row["seq"]) for row in await about.values("subject_id", "seq")}
