"""The words of HTML that somebody else wrote: what data.police.uk gives holds tags, entities and worse."""

from html.parser import HTMLParser
from typing import Final

from foundation.cleaning import clean_text

_NO_WORDS: Final = frozenset({"script", "style", "head", "title", "iframe", "object", "template", "noscript"})
_BLOCKS: Final = frozenset({"p", "div", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})


def words_of(html: str) -> str:
    """The words alone, paragraphs apart, each point of a list on a line with a dash; no tag is left, closed or not."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = ("".join(reader.parts)).split("\n")
    shown = [" ".join(line.split()) for line in lines]
    text = "\n".join(shown)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return clean_text(text)


class _Reader(HTMLParser):
    """Keeps what is read, and drops what is in a tag that holds no words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._in_nothing = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NO_WORDS:
            self._in_nothing += 1
        self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _NO_WORDS and self._in_nothing:
            self._in_nothing -= 1
        if tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._in_nothing:
            self.parts.append(data if "\n" not in data else " ".join(data.split("\n")))

    def _begin(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n- ")
