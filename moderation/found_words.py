"""Words as the page of legal holds shows them: see `moderation.ports.FindWords`."""

from typing import Any

from moderation.content import Content, State

JSON = dict[str, Any]


def found_words(content: Content, kept_as: str | None = None) -> JSON:
    """One thing that everybody reads, or could. `kept_as`: the id that a hold keeps it by, where that is another."""
    shown = content.state is State.PUBLISHED and content.pending is None
    return {
        "id": kept_as or content.id,
        "target": (content.type, content.id),
        "author_id": content.author_id,
        "force": content.force_id,
        "path": content.path,
        "body": content.words,
        "at": content.at,
        "revision": content.revision,
        "state": "published" if shown else str(content.state),
        "private": False,
    }
