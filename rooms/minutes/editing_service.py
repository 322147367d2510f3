"""What a host does to paragraphs: words them anew, moves them, leaves them out, adds some."""

from typing import Any

from aiohttp import web

from foundation.cleaning import cleaned_line
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer
from moderation.sealed.service import check_unsealed
from rooms.minutes import store
from rooms.minutes.changing import change, place_of
from rooms.minutes.kinds import OWN, ItemKind
from rooms.minutes.policy import access_to_write
from rooms.promises.vows import checked_words

JSON = dict[str, Any]
LONGEST_REASON = 300


async def word_item(
    app: web.Application,
    viewer: Viewer,
    surgery_id: str,
    version: int,
    item_id: str,
    text: str,
    *,
    confirm: bool = False,
) -> None:
    """Give a paragraph the host's own wording. Raises Invalid where screening asks first, and what `change` does."""
    words = await _checked(app, viewer, surgery_id, text, confirm=confirm)

    async def work(items: list[JSON]) -> JSON:
        place = place_of(items, item_id)
        await store.set_item(item_id, **words)
        return {"paragraph": place + 1}

    await change(viewer, surgery_id, version, "minutes.word", work)


async def unword_item(viewer: Viewer, surgery_id: str, version: int, item_id: str) -> None:
    """Let a paragraph say what its source says."""

    async def work(items: list[JSON]) -> JSON:
        place = place_of(items, item_id)
        _check_own(items[place], own=False)
        await store.set_item(item_id, text=None, html=None)
        return {"paragraph": place + 1}

    await change(viewer, surgery_id, version, "minutes.unword", work)


async def redact_item(
    app: web.Application, viewer: Viewer, surgery_id: str, version: int, item_id: str, reason: str
) -> None:
    """Leave a paragraph out; readers see that something was, and why."""
    reason = cleaned_line(reason)
    if not reason:
        raise Invalid.at("reason", _("Say why it is left out: everybody can read it."))
    if len(reason) > LONGEST_REASON:
        raise Invalid.at("reason", _("Keep the reason under %(most)s characters.", most=LONGEST_REASON))
    standing = await access_to_write(viewer, surgery_id)
    await check_unsealed(app, standing.room["force_id"], reason, field="reason")

    async def work(items: list[JSON]) -> JSON:
        place = place_of(items, item_id)
        await store.set_item(item_id, redacted=True, redaction_reason=reason)
        return {"paragraph": place + 1}

    await change(viewer, surgery_id, version, "minutes.redact", work)


async def unredact_item(viewer: Viewer, surgery_id: str, version: int, item_id: str) -> None:
    """Put a paragraph back in."""

    async def work(items: list[JSON]) -> JSON:
        place = place_of(items, item_id)
        await store.set_item(item_id, redacted=False, redaction_reason=None)
        return {"paragraph": place + 1}

    await change(viewer, surgery_id, version, "minutes.unredact", work)


async def move_item(viewer: Viewer, surgery_id: str, version: int, item_id: str, by: int) -> None:
    """Move a paragraph up (-1) or down (1); at the end of the minutes it stays."""

    async def work(items: list[JSON]) -> JSON:
        place = place_of(items, item_id)
        ids = [item["id"] for item in items]
        ids.insert(max(0, place + by), ids.pop(place))
        await store.set_order(ids)
        return {"paragraph": ids.index(item_id) + 1}

    await change(viewer, surgery_id, version, "minutes.move", work)


async def add_paragraph(
    app: web.Application,
    viewer: Viewer,
    surgery_id: str,
    version: int,
    kind: ItemKind,
    text: str,
    after: str,
    *,
    confirm: bool = False,
) -> None:
    """Add a heading or paragraph of the host's own after another one; `after` empty: on top."""
    if kind not in OWN:
        raise Invalid(_("Choose a paragraph or a heading."))
    words = await _checked(app, viewer, surgery_id, text, confirm=confirm)

    async def work(items: list[JSON]) -> JSON:
        place = place_of(items, after) + 1 if after else 0
        ids = [item["id"] for item in items]
        ids.insert(place, await store.add_item(surgery_id, kind, None, place, **words))
        await store.set_order(ids)
        return {"paragraph": place + 1}

    await change(viewer, surgery_id, version, "minutes.add", work)


async def remove_item(viewer: Viewer, surgery_id: str, version: int, item_id: str) -> None:
    """Take a paragraph of the host's own away. What has a source can only be left out, where readers see it."""

    async def work(items: list[JSON]) -> JSON:
        place = place_of(items, item_id)
        _check_own(items[place], own=True)
        await store.remove_item(item_id)
        await store.set_order([item["id"] for item in items if item["id"] != item_id])
        return {"paragraph": place + 1}

    await change(viewer, surgery_id, version, "minutes.remove", work)


async def _checked(app: web.Application, viewer: Viewer, surgery_id: str, text: str, *, confirm: bool) -> JSON:
    """The words of a paragraph; nothing in them is of a sealed case: minutes are read by everybody."""
    standing = await access_to_write(viewer, surgery_id)
    words = await checked_words(text, "text", confirm=confirm)
    await check_unsealed(app, standing.room["force_id"], words["text"], field="text")
    return words


def _check_own(item: JSON, *, own: bool) -> None:
    if (item["kind"] in OWN) != own:
        sentence = _("Only a paragraph that a host added can be removed. Leave this one out instead.")
        raise Invalid(sentence if own else _("This paragraph has no other words."))
