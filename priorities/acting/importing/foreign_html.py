"""The words of HTML that somebody else wrote: what data.police.uk gives holds tags, entities and worse."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Final

from foundation.cleaning import clean_text

_CODE: Final = frozenset({"script", "style"})
_NO_WORDS: Final = _CODE | {"head", "title", "iframe", "object", "template", "noscript"}
_BLOCKS: Final = frozenset({"p", "div", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})


def words_of(html: str) -> tuple[str, Sequence[str]]:
    """The words alone, paragraphs apart, each point of a list on a line with a dash; no tag is left, closed or not.

    With them the names of tags that hold no words and are closed nowhere: what comes after such a one is kept, but for
    code.
    """
    unclosed: list[str] = []
    reader = _read(html)
    while reader.within:
        tag, begins = reader.within[0]
        unclosed.append(tag)
        if tag in _CODE or len(unclosed) == len(_NO_WORDS):
            break
        # Once it is not there it holds nothing; the same again behind it is closed as little.
        html = html[:begins] + re.sub(rf"<{tag}\b[^>]*>?", "", html[begins:], flags=re.IGNORECASE)
        reader = _read(html)
    lines = ("".join(reader.parts)).split("\n")
    shown = [" ".join(line.split()) for line in lines]
    text = "\n".join(shown)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return clean_text(text), unclosed


def is_code(tag: str) -> bool:
    """Whether what comes after such a tag, where it is not closed, is no words of anybody."""
    return tag in _CODE


def _read(html: str) -> "_Reader":
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return reader


class _Reader(HTMLParser):
    """Keeps what is read, and drops what is in a tag that holds no words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.within: list[tuple[str, int]] = []
        """Tags without words that were not closed yet, the outer ones first, and where each begins."""
        self._lines = [0, *(place + 1 for place, letter in enumerate(html) if letter == "\n")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NO_WORDS:
            line, column = self.getpos()
            self.within.append((tag, self._lines[line - 1] + column))
        self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        opened = [place for place, (each, _begins) in enumerate(self.within) if each == tag]
        if opened:
            del self.within[opened[-1] :]
        if tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.within:
            self.parts.append(data if "\n" not in data else " ".join(data.split("\n")))

    def _begin(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n- ")
