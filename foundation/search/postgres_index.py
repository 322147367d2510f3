"""What PostgreSQL's index is asked for: each look at a bounded number of entries."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from foundation.queries import Query
from foundation.search.asked import Asked
from foundation.search.excerpts import BEGIN, END
from foundation.search.marks import Mark, marks_of
from foundation.search.words import Words

JSON = dict[str, Any]
_EXPECTED = Query(
    """
    EXPLAIN (FORMAT JSON) SELECT 1 FROM search_entry
    WHERE found @@ (websearch_to_tsquery('bluelamp', ?) && CAST(CAST(? AS text) AS tsquery))
    """
)
_FOUND = """
    SELECT id, at, kind, answered, ts_rank(found, websearch_to_tsquery('bluelamp', ?), 1) AS relevance
    FROM (
        SELECT id, at, kind, answered, audience, force_id, found FROM search_entry WHERE at >= ? AND at < ?
    """
_THAT_MATCH = """
        ORDER BY at DESC LIMIT ?
    ) newest
    WHERE found @@ (websearch_to_tsquery('bluelamp', ?) && CAST(CAST(? AS text) AS tsquery))
        AND (audience = 'everybody' OR force_id = ?)
    LIMIT ?
    """
_OF_ALL = Query(_FOUND, _THAT_MATCH)
_OF_KIND = Query(_FOUND, "AND kind = ?", _THAT_MATCH)
_OF_PLACE = Query(_FOUND, "AND neighbourhood_id = ?", _THAT_MATCH)
_LOOK_AT = """
    SELECT id, at, kind, answered, found @@ websearch_to_tsquery('bluelamp', ?) AS has_all,
           ts_rank(found, websearch_to_tsquery('bluelamp', ?), 1) AS relevance
    FROM (
        SELECT id, at, kind, answered, found FROM search_entry
        WHERE found @@ ("""
_AND_MARKS = """
            && CAST(CAST(? AS text) AS tsquery))
            AND at >= ? AND at < ? AND (audience = 'everybody' OR force_id = ?)
        LIMIT ?
    ) indexed
    """
_INDEXED = Query(_LOOK_AT, "websearch_to_tsquery('bluelamp', ?)", _AND_MARKS)
_TITLED = Query(_LOOK_AT, "search_in_title(?)", _AND_MARKS)
_HEADLINE = f"HighlightAll = true, StartSel = {BEGIN}, StopSel = {END}"
_MARKED = Query(
    """
    SELECT id, ts_headline('bluelamp', search_folded(title), asked, ?) AS title,
           ts_headline('bluelamp', search_folded(words), asked, ?) AS words
    FROM search_entry, websearch_to_tsquery('bluelamp', ?) asked WHERE id IN ?
    """
)


@dataclass(frozen=True)
class Question:
    """What is asked for, as the index is asked for it."""

    asked: Asked

    @property
    def typed(self) -> str:
        return _typed(self.asked.words)

    @property
    def single(self) -> str:
        """Each wanted word by itself: what the index knows by itself."""
        return " ".join(f'"{word}"' for word in self.asked.words.single)

    def marks(self, *more: Sequence[Mark]) -> str:
        """The marks that an entry must have: one of each list, and one of each of `more` that is not empty."""
        return " & ".join(_one_of(marks) for marks in (*marks_of(self.asked), *more) if marks)


async def expected(question: Question) -> int:
    """How many entries the planner expects to have each of these words, and these marks."""
    [row] = await _EXPECTED.rows(question.single, question.marks())
    [plan] = row["QUERY PLAN"] if isinstance(row["QUERY PLAN"], list) else json.loads(row["QUERY PLAN"])
    return int(plan["Plan"]["Plan Rows"])


async def newest(question: Question, looked_through: int, most: int) -> list[JSON]:
    """So many of what matches at the most, among so many of the newest entries."""
    asked, typed = question.asked, question.typed
    query, narrowed = _OF_ALL, []
    if asked.neighbourhood is not None:
        query, narrowed = _OF_PLACE, [asked.neighbourhood]
    elif len(asked.kinds) == 1:
        query, narrowed = _OF_KIND, [asked.kinds[0]]
    values = (typed, asked.since, asked.until, *narrowed, looked_through, typed, question.marks())
    return await query.rows(*values, asked.staff_of or "", most)


async def indexed(question: Question, most: int, at: Sequence[Mark] = ()) -> list[JSON]:
    """So much, of one of these months or years, as has each of the wanted words somewhere.

    `has_all`: it has them as they are asked for.
    """
    return await _INDEXED.rows(*_values(question, question.marks(at), most))


async def titled(question: Question, most: int) -> list[JSON]:
    """Of so much at the most as has the words in its title, what has all that is asked for."""
    return [row for row in await _TITLED.rows(*_values(question, question.marks(), most)) if row["has_all"]]


async def marked(words: Words, keys: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The folded titles and words of these entries, with marks around what was asked for."""
    rows = await _MARKED.rows(_HEADLINE, _HEADLINE, _typed(words, unwanted=False), list(keys))
    return {row["id"]: (row["title"], row["words"]) for row in rows}


def _values(question: Question, marks: str, most: int) -> Sequence[object]:
    asked, typed = question.asked, question.typed
    return (typed, typed, question.single, marks, asked.since, asked.until, asked.staff_of or "", most)


def _typed(words: Words, *, unwanted: bool = True) -> str:
    """As `websearch_to_tsquery` reads it: each word or phrase in quotes."""
    without = [f"-{term}" for term in words.unwanted] if unwanted else []
    return " ".join([*map(str, words.wanted), *without])


def _one_of(marks: Iterable[Mark]) -> str:
    return f"({' | '.join(_mark(*mark) for mark in marks)})"


def _mark(what: str, value: str) -> str:
    escaped = value.replace("\x00", "").replace("\\", "\\\\").replace("'", "''")
    return f"'@{what}{escaped}'"
