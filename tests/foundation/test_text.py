"""People's text as HTML: what it may hold, and that nothing else gets through."""

import re
import time
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from foundation import text as texts
from foundation.errors import Invalid
from foundation.text import MAX_LENGTH, check_text, render_text, rendered

REL = 'rel="nofollow noopener ugc"'


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Hello there.", "<p>Hello there.</p>"),
        ("one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>"),
        ("*very* **much**", "<p><em>very</em> <strong>much</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. three\n4. four", '<ol start="3">\n<li>three</li>\n<li>four</li>\n</ol>'),
        ("> they said", "<blockquote>\n<p>they said</p>\n</blockquote>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        ("# no heading", "<p># no heading</p>"),
        ("tom & jerry <b>", "<p>tom &amp; jerry &lt;b&gt;</p>"),
        ("&lt;script&gt; &copy;", "<p>&amp;lt;script&amp;gt; &amp;copy;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[me](mailto:me@example.org)", f'<p><a href="mailto:me@example.org" {REL}>me</a></p>'),
        ("[here](https://example.org/a)", f'<p><a href="https://example.org/a" {REL}>here</a></p>'),
        ("see https://a.wales/x.", f'<p>see <a href="https://a.wales/x" {REL}>https://a.wales/x</a>.</p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](//evil.example)", "<p>[x](//evil.example)</p>"),
        ("[Sign in again](/sign-out)", "<p>[Sign in again](/sign-out)</p>"),
        ("[x](data:text/html,x)", "<p>[x](data:text/html,x)</p>"),
        ("example.org me@example.org", "<p>example.org me@example.org</p>"),
        ("`https://a.wales`", "<p><code>https://a.wales</code></p>"),
        ("![pic](https://a.wales/x.png)", f'<p>!<a href="https://a.wales/x.png" {REL}>pic</a></p>'),
        (
            "[https://south-wales.police.uk](https://evil.example/south-wales.police.uk)",
            f'<p><a href="https://evil.example/south-wales.police.uk" {REL}>'
            "https://evil.example/south-wales.police.uk</a></p>",
        ),
    ],
)
def test_a_little_markdown_becomes_html_and_nothing_else_does(source: str, html: str) -> None:
    assert render_text(source).strip() == html


@pytest.mark.parametrize("source", ["", "   ", "\u200b\u202e", "\n\n"])
def test_an_empty_text_is_refused_with_its_field(source: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_text(source)
    assert [wrong.field for wrong in refused.value.fields] == ["body"]


def test_a_text_that_is_too_long_is_refused_before_it_is_parsed() -> None:
    assert check_text("a" * MAX_LENGTH) == "a" * MAX_LENGTH
    with pytest.raises(Invalid):
        check_text("a" * (MAX_LENGTH + 1))
    with pytest.raises(Invalid):
        render_text("*" * 1_000_000)


async def test_a_long_text_is_rendered_off_the_loop_to_the_same_html() -> None:
    for source in ("short *one*", "a long *one* " * 100):
        assert await rendered(source) == render_text(source)


class _Reader(HTMLParser):
    """Collects every tag and attribute of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


MARKUP = st.text(alphabet="ab *_`[]()<>\"'&;:/!#-+.1\\\n\thps@?=%{}")
PIECES = st.lists(
    st.sampled_from(
        ["<script>", "</p>", "javascript:", "https://", "a.uk", "[", "](", ")", "onerror=", "<img src=x ", "`", "*",
         "&#106;", "<!--", "<svg/onload=", "\n\n", "\n", " ", "> ", "- ", "data:", '"', "'", ">", "<a href=", "\\"]
    )
).map("".join)  # fmt: skip


@given(MARKUP | PIECES | st.text(max_size=200))
@example("<svg><style><img src=x onerror=alert(1)></style></svg>")
@example('[a](https://a.uk/"onmouseover="alert(1))')
def test_whatever_is_written_only_our_tags_and_safe_links_come_out(source: str) -> None:
    reader = _Reader()
    reader.feed(render_text(source))
    assert reader.tags <= {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "a"}
    for name, value in reader.attributes:
        assert name in {"href", "rel", "start"}
        if name == "href":
            assert re.match(r"(?:https?://|mailto:)", value or "", re.IGNORECASE)


LINES = st.text(alphabet="abzAZ019 ,.;:?!'()%£’“”…–-/@*_\n", max_size=80)


@given(LINES)
@example("1. not a list?")
@example("a...b.uk")
@example("Ends with spaces  ")
def test_the_quick_way_for_plain_lines_gives_what_the_long_way_gives(source: str) -> None:
    assert render_text(source) == texts._rendered_in_full(source)


@given(st.from_regex(texts._PLAIN, fullmatch=True))
def test_every_plain_line_is_rendered_as_the_long_way_would(source: str) -> None:
    assert render_text(source) == texts._rendered_in_full(source) == f"<p>{escape(source.rstrip(), quote=False)}</p>\n"


@pytest.mark.parametrize("piece", ["*_", "[a](b ", "`", ">", "(", "&<", "https://a.b/", "((a.b", "- ", "a."])
def test_the_worst_text_that_may_be_posted_is_rendered_in_reach(piece: str) -> None:
    start = time.thread_time()
    render_text((piece * MAX_LENGTH)[:MAX_LENGTH])
    assert time.thread_time() - start < 1


_BUILT = [">" + " " * 6 * (row > 0) + "- - - > - -" for row in range(3)]
_DEEP = {
    "quotes": ">" * 200 + " deep",
    "spaced quotes": "> " * 200 + "deep",
    "quotes line by line": "\n".join(">" * row + f" w{row}w" for row in range(1, 80)),
    "lists": "- " * 60 + "deep",
    "numbers": "1. " * 60 + "deep",
    "both": "> - " * 60 + "deep",
    "stairs": "\n".join("  " * row + f"- w{row}w" for row in range(55)),
    "stairs of many": "\n".join(" " * 12 * row + "- " * 6 + f"w{row}w" for row in range(9)),
    "built up": "\n".join([*(f"{line} w{row}w" for row, line in enumerate(_BUILT)), ">      >    > - - - deep"]),
}


@pytest.mark.parametrize("source", _DEEP.values(), ids=_DEEP)
def test_no_word_is_lost_however_deep_it_stands(source: str):
    html = render_text(source)
    assert [word for word in re.findall(r"w\d+w|deep", source) if word not in html] == []
    assert html.count("<blockquote>") <= 42


def test_a_quote_in_a_quote_stays_one():
    assert render_text("> a\n>\n>> b").count("<blockquote>") == 2
