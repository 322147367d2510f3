"""The lists that rules name: words, phrases or patterns, one entry a line; `#` begins a comment."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import re2

from moderation.screening_rules.faults import BadRules

T = TypeVar("T")
_QUIET = re2.Options()
_QUIET.log_errors = False
_QUIET.max_mem = 64 << 20
_LONGEST = 4000


@dataclass(frozen=True)
class Entry:
    """One entry, with where it stands; line 0: in a force's own file."""

    text: str
    file: str
    line: int


def read_list(name: str, text: str) -> list[Entry]:
    """The entries of a file, without comments and empty lines."""
    lines = enumerate(text.splitlines(), 1)
    return [Entry(entry, name, at) for at, line in lines if (entry := line.partition("#")[0].strip())]


class Lists:
    """Lists by name."""

    def __init__(self, entries: Mapping[str, Sequence[Entry]]) -> None:
        self._entries = entries
        self._made: dict[str, Any] = {}

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What rules share that is made of these lists, made once."""
        if name not in self._made:
            self._made[name] = make()
        made: T = self._made[name]
        return made

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def words(self, name: str) -> list[str]:
        """The entries of a list; none for the name "". Raises KeyError for a list that there is not."""
        return [entry.text for entry in self._entries[name]] if name else []

    def patterns(self, name: str) -> "re2._Regexp":
        """A list of patterns as one; `<name> = …` in it gives a name to alternatives. Raises BadRules, KeyError."""
        return one_of(_expanded(self._entries[name]))


def one_of(entries: Sequence[Entry]) -> "re2._Regexp":
    """Patterns as one that finds whole words. Raises BadRules for the first that can't be read."""
    try:
        return compiled("|".join(entry.text for entry in entries))
    except re2.error:
        for entry in entries:
            _check(entry)
        raise BadRules(entries[0].file, entries[0].line, "all these patterns together are too large") from None


def compiled(pattern: str) -> "re2._Regexp":
    """A pattern between the bounds of words; raises re2.error."""
    return re2.compile(rf"\b(?:{pattern})(?:\b| |$)", _QUIET)


def _check(entry: Entry) -> None:
    try:
        compiled(entry.text)
    except re2.error as error:
        raise BadRules(entry.file, entry.line, f"the pattern can't be read ({_said(error)})") from None


def _said(error: Exception) -> str:
    why = error.args[0] if error.args else error
    return why.decode("utf-8", "replace") if isinstance(why, bytes) else str(why)


def _expanded(entries: Sequence[Entry]) -> list[Entry]:
    names: dict[str, str] = {}
    patterns = []
    for entry in entries:
        text = entry.text
        name, is_name, alternatives = text.partition(" = ")
        for known, meaning in names.items():
            text, alternatives = text.replace(known, meaning), alternatives.replace(known, meaning)
        if is_name and name.startswith("<"):
            names[name] = f"(?:{alternatives})"
        else:
            patterns.append(Entry(text, entry.file, entry.line))
    return patterns
