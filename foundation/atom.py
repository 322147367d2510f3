"""Atom (RFC 4287): a feed's XML, of words that a page shows too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from foundation import clock, language

_NAMESPACE = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write."""


@dataclass(frozen=True)
class Entry:
    """One thing that is told. `path` is of ours, `html` was sanitised when it was stored."""

    id: str
    path: str
    title: str
    author: str
    html: str
    published: datetime
    updated: datetime
    category: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed: `path` is the page of what it tells of, `own` its own address; `began` is said by one that is empty."""

    title: str
    path: str
    own: str
    began: datetime
    entries: Sequence[Entry] = ()


def written(feed: Feed, origin: str) -> bytes:
    """The feed as XML in UTF-8; `origin` is ours, without a slash at its end."""
    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": language.current()})
    _text(root, "id", origin + feed.path)
    _text(root, "title", feed.title)
    _text(root, "updated", clock.rfc3339(max((entry.updated for entry in feed.entries), default=feed.began)))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": origin + feed.own})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": origin + feed.path})
    _text(root, "generator", "Bluelamp")
    for entry in feed.entries:
        _add(root, entry, origin)
    xml: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return xml


def _add(root: Element, entry: Entry, origin: str) -> None:
    one = SubElement(root, "entry")
    _text(one, "id", origin + entry.id)
    _text(one, "title", entry.title)
    _text(one, "published", clock.rfc3339(entry.published))
    _text(one, "updated", clock.rfc3339(entry.updated))
    SubElement(one, "link", {"rel": "alternate", "type": "text/html", "href": origin + entry.path})
    _text(SubElement(one, "author"), "name", entry.author)
    if entry.category:
        SubElement(one, "category", {"term": _clean(entry.category)})
    content = _text(one, "content", entry.html)
    content.set("type", "html")


def _text(parent: Element, name: str, words: str) -> Element:
    element = SubElement(parent, name)
    element.text = _clean(words)
    return element


def _clean(words: str) -> str:
    return _NO_XML.sub("", words)
