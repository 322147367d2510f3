"""Replies, and lines of lists, found by everything that they were drawn from: nothing here can be out of date.

To draw a reply costs a hundred times what finding it does, and most of a page is the same for everybody.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final

from aiohttp import web

from foundation import language

JSON = dict[str, Any]
Macro = Callable[[JSON, JSON, JSON], str]
Line = Callable[[JSON, bool, int], str]
_MOST: Final = 6_000
"""Replies of about two kilobytes."""


class DrawnOnce:
    """The replies, and the lines of lists, that this process drew last."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._drawn: dict[tuple[Any, ...], str] = {}

    def draw(self, macro: Macro, replies: Iterable[JSON], topic: JSON, may: JSON) -> Iterator[tuple[bool, str]]:
        """What `macro` makes of each: `reply` of `forums/reply.html`; with whether it is new to the viewer."""
        page, people = _same_for_all(topic, may), dict[str, tuple[Any, ...]]()
        for reply in replies:
            author = reply["author"]
            if author["id"] not in people:
                people[author["id"]] = _shown(author)
            if reply["official"] or reply["pictures"]:
                # These hang on more.
                yield reply["is_new"], macro(reply, topic, may)
                continue
            is_solving = topic["solving_reply_id"] == reply["id"]
            key = (page, is_solving, people[author["id"]], *_made_of(reply))
            yield reply["is_new"], self._found_or(key, partial(macro, reply, topic, may))

    def draw_line(self, macro: Line, topic: JSON, sections: bool, level: int) -> str:
        """What `macro` makes of these: `topic_line` of `forums/topic_list.html`."""
        return self._found_or(_line_of(topic, sections, level), lambda: macro(topic, sections, level))

    def _found_or(self, key: tuple[Any, ...], draw: Callable[[], str]) -> str:
        html = self._drawn.pop(key, None)
        if html is None:
            html = draw()
            if len(self._drawn) >= self._most:
                del self._drawn[next(iter(self._drawn))]
        # Found last, dropped last.
        self._drawn[key] = html
        return html


DRAWN_ONCE: web.AppKey[DrawnOnce] = web.AppKey("replies_drawn_once", DrawnOnce)


def _same_for_all(topic: JSON, may: JSON) -> tuple[Any, ...]:
    """Everything that the macro reads of the page that replies stand on, but for which of them solved the topic."""
    return (language.current(), topic["id"], *(value for value in may.values() if value is True or value is False))


def _made_of(reply: JSON) -> tuple[Any, ...]:
    """Everything that the macro reads of a reply, but for its author."""
    to = reply["reply_to"]
    return (
        reply["id"], reply["number"], reply["stamp"], reply["state"], reply["html"], reply["at"], reply["depth"],
        reply["root"], reply["edited"], reply["staff_edited"], reply["is_new"], reply["may_edit"], reply["mine"],
        to and (to["id"], to["number"], to["author_name"]),
    )  # fmt: skip


def _line_of(topic: JSON, sections: bool, level: int) -> tuple[Any, ...]:
    """Everything that a list's macro reads of a topic."""
    author, latest, section = topic["author"], topic["latest_by"], topic["section"]
    return (
        "line", language.current(), sections, level, topic["id"], topic["path"], topic["title"], topic["pinned"],
        topic["answered"], topic["state"], topic["slow"], topic["is_new"], topic["unread"], topic["replies"],
        topic["active_at"], topic["place_name"], section and section["name"], latest and latest["name"],
        *(_shown(author) if author else ()),
    )  # fmt: skip


def _shown(author: JSON) -> tuple[Any, ...]:
    """Everything that is drawn of a person."""
    return (
        author["id"], author["name"], author["role"], _flat(author["officer"]), _flat(author["partner"]),
        _flat(author["avatar"]),
    )  # fmt: skip


def _flat(part: JSON | None) -> tuple[Any, ...] | None:
    return tuple(part.values()) if part else None
