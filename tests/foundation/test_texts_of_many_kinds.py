"""Nothing in a text of any kind becomes more than a little Markdown, leads but where it says, or takes long."""

import gc
import re
import time
from html.parser import HTMLParser

import pytest

from foundation.cleaning import clean_text
from foundation.errors import Invalid
from foundation.text import MAX_LENGTH, check_text, plain_words, render_text
from tests.foundation.texts_of_many_kinds import KINDS

LONGEST = 0.2
"""Seconds of one processor that a text may take, however long it is."""
_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "a"}
_ADDRESS = r"https?://[^/\\%]|mailto:"


class _Reader(HTMLParser):
    """The tags that were opened, with their attributes, and how deep they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append((tag, dict(attrs)))
        if tag != "br":
            self.stack.append(tag)
        self.deepest = max(self.deepest, len(self.stack))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag, "every tag ends where it began"


@pytest.mark.parametrize("text", KINDS.values(), ids=KINDS)
def test_it_becomes_a_little_markdown_and_nothing_else(text: str) -> None:
    reader = _Reader()
    reader.feed(render_text(clean_text(text)[:MAX_LENGTH]))
    reader.close()
    assert reader.stack == []
    assert reader.deepest < 20
    assert {tag for tag, _attributes in reader.opened} <= _TAGS
    for tag, attributes in reader.opened:
        assert set(attributes) <= {"a": {"href", "rel"}, "ol": {"start"}}.get(tag, set())
        if tag == "a":
            assert re.match(_ADDRESS, attributes["href"] or "", re.IGNORECASE), "another site, never a page of ours"
            assert attributes["rel"] == "nofollow noopener ugc"


@pytest.mark.parametrize("text", KINDS.values(), ids=KINDS)
def test_it_takes_no_time_to_speak_of(text: str) -> None:
    gc.collect()  # what thousands of tests left behind is no part of what a text takes
    began = time.thread_time()
    try:
        plain_words(render_text(check_text(text)))
    except Invalid:
        assert len(text) > MAX_LENGTH or not clean_text(text)
    clean_text(text)
    assert time.thread_time() - began < LONGEST


def test_of_emphasis_that_is_too_deep_nothing_is_lost() -> None:
    for text in ("*" * 30 + "a" + "*" * 30, "*_" * 9 + "a" + "_*" * 9, "***a** b*", "**a *b* c**"):
        shown = re.sub(r"<(em|strong)>|</(em|strong)>", _typed, render_text(text))
        assert re.sub(r"[*_]", "*", plain_words(shown)) == re.sub(r"[*_]", "*", text)
    assert render_text("***a** b*") == "<p><em><strong>a</strong> b</em></p>\n"


def _typed(tag: re.Match[str]) -> str:
    return "**" if "strong" in tag[0] else "*"


@pytest.mark.parametrize("kind", ["homograph in words", "punycode in words", "user in front"])
def test_a_link_that_says_another_site_shows_its_own(kind: str) -> None:
    reader = _Reader()
    words = plain_words(render_text(KINDS[kind]))
    reader.feed(render_text(KINDS[kind]))
    for _tag, attributes in (each for each in reader.opened if each[0] == "a"):
        assert str(attributes["href"]).removesuffix("/") in words
