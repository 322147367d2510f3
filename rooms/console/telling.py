"""What the log's entries about pinned notices and key moments say of them now: no words once they were taken off."""

from collections.abc import Collection, Mapping
from typing import Any

from foundation.text import plain_words
from rooms.console import store

JSON = dict[str, Any]


async def told_of_pins(ids: Collection[str]) -> Mapping[str, JSON]:
    """`{id, text, html}` of each, `text` in plain words; both null once it is not pinned any more."""
    return {pin["id"]: pin_shown(pin) for pin in await store.pins_by_id(ids)}


async def told_of_moments(ids: Collection[str]) -> Mapping[str, JSON]:
    """`{id, label}` of each; the label is null once the mark was taken back, and empty where it had none."""
    rows = await store.moments_by_id(ids)
    return {row["id"]: {"id": row["id"], "label": None if row["withdrawn_at"] else row["label"]} for row in rows}


def pin_shown(pin: JSON) -> JSON:
    """A pinned notice as screens get it: `text` is for the log's line and has no marks of Markdown."""
    gone = pin["ended_at"] is not None
    return {"id": pin["id"], "text": None if gone else plain_words(pin["html"]), "html": None if gone else pin["html"]}
