"""Quotes, lists and emphasis stand in each other no deeper than anybody reads: what is deeper is text, and none of it
is lost.

A parser of Markdown stops at some depth and drops what is beyond it. With these bounds it never comes there: on a line
stand at most six marks, and in the six columns before each of them three lists may go on that began on a line above. A
quote is one level, a list two: 42 at most.
"""

import re
from typing import Final

from markdown_it.rules_core import StateCore

DEEPEST: Final = 6
"""Marks of quotes and lists at the beginning of a line."""
_WIDEST: Final = 6
"""Columns of space before each of them."""
_MARK = r"(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))"
_BEGINNING = re.compile(rf"^(?:(?:[ \t]*+{_MARK})+[ \t]*+|[ \t]++)", re.MULTILINE)
_PART = re.compile(rf"([ \t]*)({_MARK})")


def shallow(source: str) -> str:
    """The same text, with the marks at the beginning of each line that are too many as text, and deeper quotes flat."""
    return _BEGINNING.sub(_flattened, source)


def flatten_emphasis(state: StateCore) -> None:
    """A rule of markdown-it: the marks of emphasis inside six others are text. Its parser has no bound of its own."""
    for block in state.tokens:
        depth = 0
        for token in block.children or ():
            if token.tag not in ("em", "strong"):
                continue
            step = token.nesting
            if max(depth, depth + step) > DEEPEST:
                token.type, token.tag, token.nesting, token.content = "text", "", 0, token.markup
            depth += step


def _flattened(beginning: re.Match[str]) -> str:
    words = beginning[0]
    parts, last = _parts(words)
    if len(parts) <= DEEPEST and len(words.expandtabs(4)) <= _WIDEST:
        return words
    kept = "".join(_narrow(space) + mark for space, mark in parts[:DEEPEST])
    beyond = " ".join(_as_text(mark) for _space, mark in parts[DEEPEST:] if mark != ">")
    return f"{kept} {beyond}{_narrow(last)}" if len(parts) > DEEPEST else kept + _narrow(last)


def _parts(words: str) -> tuple[list[tuple[str, str]], str]:
    """Each mark with the space before it, and the space after the last."""
    parts: list[tuple[str, str]] = []
    at = 0
    while found := _PART.match(words, at):
        parts.append((found[1], found[2]))
        at = found.end()
    return parts, words[at:]


def _narrow(space: str) -> str:
    return space.expandtabs(4)[:_WIDEST]


def _as_text(mark: str) -> str:
    return f"{mark[:-1]}\\{mark[-1]}"
