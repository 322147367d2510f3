"""The one place that makes HTML of what people write: plain text with a little Markdown.

Rendered once, when it is written (markdown-it, HTML off), then sanitised (bleach: a tiny set of tags, links only by
https, http and mailto). Nothing else in the project imports bleach, and it is never the only barrier: markdown-it has
escaped every tag before, and the pages' CSP allows no inline script.
"""

import asyncio
import re
import threading
from collections.abc import Iterator, MutableMapping
from functools import partial
from html import escape, unescape
from typing import Any, Final
from urllib.parse import urlsplit

from bleach.linkifier import LinkifyFilter
from bleach.sanitizer import Cleaner
from markdown_it import MarkdownIt
from markupsafe import Markup

from foundation.cleaning import clean_text as clean_text  # callers know one module for people's text
from foundation.errors import Invalid
from foundation.language import _
from foundation.nesting import flatten_emphasis, shallow

MAX_LENGTH: Final = 4000
"""The longest text a person may post, in characters, as sent; checked before anything parses it."""

_LONG = 500
_RULES = ("newline", "escape", "backticks", "emphasis", "link", "list", "blockquote")
_TAGS = frozenset({"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "a"})
_ATTRIBUTES = {"a": ["href", "rel"], "ol": ["start"]}
_SCHEMES = frozenset({"https", "http", "mailto"})
# One line that begins with a letter and holds nothing that Markdown or the finder of links could read as theirs.
_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ,;:?!'()%£’“”…–-]++|\.(?![^ .]))*+")
# Not bleach's own: its list of endings is old (no .wales, no .cymru), and it is quadratic in opening brackets.
_URL = re.compile(r"\bhttps?://(?:[\w-]+\.)+[a-z]{2,}\b(?::\d{1,5})?(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^/%]|mailto:", re.IGNORECASE)
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_ANCHOR = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|br|ul|ol|li|blockquote)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_TEXT: Any = "_text"  # bleach's key for the words of a link, the only one that is no pair
_Attributes = MutableMapping[tuple[str | None, str], str]


def check_text(source: str, field: str = "body") -> str:
    """The cleaned text; raises Invalid, naming the field, when it is empty or longer than MAX_LENGTH."""
    if len(source) > MAX_LENGTH:
        raise Invalid.at(
            field, _("This is too long. Keep it under %(most)s characters, or send it in parts.", most=MAX_LENGTH)
        )
    text = clean_text(source)
    if not text:
        raise Invalid.at(field, _("There is nothing to send yet. Write something first."))
    return text


def render_text(source: str) -> str:
    """Safe HTML of a person's text: paragraphs, line breaks, emphasis, lists, quotes, inline code and links.

    HTML in the source is shown as text. Raises Invalid when it is longer than MAX_LENGTH.
    """
    if len(source) > MAX_LENGTH:
        raise Invalid(_("This is too long. Keep it under %(most)s characters, or send it in parts.", most=MAX_LENGTH))
    if _PLAIN.fullmatch(source):
        return f"<p>{escape(source.rstrip(), quote=False)}</p>\n"
    return _rendered_in_full(source)


async def rendered(source: str) -> str:
    """The same as `render_text`; a long text is parsed in a thread, off the event loop."""
    if len(source) <= _LONG:
        return render_text(source)
    return await asyncio.to_thread(render_text, source)


def stored_html(html: str) -> Markup:
    """HTML that `render_text` made and a table kept, marked so that a page shows it as HTML."""
    return Markup(html)  # noqa: S704 -- made by render_text, which sanitises


def plain_words(html: str) -> str:
    """HTML that `render_text` made, as one line of words without it; a link's address follows words that hide it."""
    shown = _ANCHOR.sub(lambda link: link[2] if link[1] in link[2] else f"{link[2]} ({link[1]})", html)
    return " ".join(unescape(_TAG.sub("", _BLOCK.sub(" ", shown))).split())


def _link(attributes: _Attributes, new: bool = False, /) -> _Attributes:
    """What a link may say: no words of a link hide another address than its own."""
    text, address = attributes.get(_TEXT, ""), attributes.get((None, "href"), "")
    if not new and any(site.lower() != _host(address) for site in _SITE.findall(text)):
        attributes[_TEXT] = address
    attributes[(None, "rel")] = "nofollow noopener ugc"
    return attributes


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:  # not an address at all, such as http://[
        return None


class _Links(LinkifyFilter):
    """bleach's finder of links, behind its sanitiser, which has taken entities apart already: twice is too often."""

    def extract_entities(self, token: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield token


class _Markdown(MarkdownIt):
    """A link names its scheme and its site: //another.site does not look like one, and a page of ours, which
    https:sign-out leads to, needs no words of others.
    """

    def validateLink(self, url: str) -> bool:
        return _ADDRESS.match(url) is not None


class _Renderer(threading.local):
    """The parser and the sanitiser of one thread: bleach's keeps state while it works."""

    def __init__(self) -> None:
        self.markdown = _Markdown("zero", {"html": False, "breaks": True, "maxNesting": 48}).enable(list(_RULES))
        self.markdown.core.ruler.push("flat", flatten_emphasis)
        self.cleaner = Cleaner(
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            protocols=_SCHEMES,
            filters=[partial(_Links, callbacks=[_link], skip_tags={"code"}, url_re=_URL)],
        )


_renderer = _Renderer()


def _rendered_in_full(source: str) -> str:
    return str(_renderer.cleaner.clean(_renderer.markdown.render(shallow(source))))
