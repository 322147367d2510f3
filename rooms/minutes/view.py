"""Minutes as they are shown, in any form: each paragraph with what its source says now, or without any words."""

from collections.abc import Collection, Mapping
from typing import Any

from rooms.minutes.kinds import OWN
from rooms.minutes.sources import Source, sources_of

JSON = dict[str, Any]
_OF_KIND: Mapping[str, Any] = {
    "by": None, "wanted": None, "reason": None, "owner": None, "due_on": None, "state": None, "outcome": None,
    "outcome_html": None, "options": None, "counts": None, "paper": None, "people": None,
}  # fmt: skip
"""Every member that some kind has: a client finds the same ones in each paragraph."""


async def shown(room_id: str, items: Collection[Mapping[str, Any]]) -> list[JSON]:
    """Paragraphs `{id, kind, standing, text, html, left_out, …}` in their order.

    `standing`: `shown`; `redacted`, with the host's reason in `left_out`; or `withheld`, because the source was taken
    down, whatever the host wrote instead. Only the first has words.
    """
    sources = await sources_of(room_id, items)
    return [_shown(item, sources.get(item["source_id"] or "")) for item in items]


def _shown(item: Mapping[str, Any], source: Source | None) -> JSON:
    blank: JSON = {"id": item["id"], "kind": item["kind"], "text": None, "html": None, "left_out": None, **_OF_KIND}
    if item["redacted"]:
        return blank | {"standing": "redacted", "left_out": item["redaction_reason"]}
    if source is None and item["kind"] not in OWN:
        return blank | {"standing": "withheld"}
    if source is None:
        return blank | {"standing": "shown", "text": item["text"], "html": item["html"]}
    own = item["text"] is not None
    words = {"text": item["text"], "html": item["html"]} if own else {"text": source.text, "html": source.html}
    return blank | {"standing": "shown", **words, **source.facts}
