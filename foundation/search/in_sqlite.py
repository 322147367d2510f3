"""Searching on SQLite, by FTS5: it gives the newest first, and is asked for no more than are ranked."""

import math
from collections.abc import Sequence
from typing import Any

from foundation.queries import Query
from foundation.search.asked import Asked, Match, Matches
from foundation.search.excerpts import BEGIN, END
from foundation.search.marks import marks_of
from foundation.search.words import Words

JSON = dict[str, Any]
_RANKED = 200
_FROM_OUTSIDE = ("n", "s")

_FOUND = Query(
    """
    SELECT entry.id, entry.at, entry.kind, entry.answered, length(entry.words) AS length,
           length(highlight(search_word, 0, '.', '')) - length(entry.title) AS in_title,
           length(highlight(search_word, 1, '.', '')) - length(entry.words) AS in_words
    FROM search_word JOIN search_entry entry ON entry.number = search_word.rowid
    WHERE search_word MATCH ? AND entry.at >= ? AND entry.at < ?
        AND (entry.audience = 'everybody' OR entry.force_id = ?)
    ORDER BY search_word.rowid DESC LIMIT ?
    """,
    moments=("at",),
    truths=("answered",),
)
_MARKED = Query(
    """
    SELECT entry.id, highlight(search_word, 0, ?, ?) AS title, highlight(search_word, 1, ?, ?) AS words
    FROM search_word JOIN search_entry entry ON entry.number = search_word.rowid
    WHERE search_word MATCH ? AND search_word.rowid IN (SELECT number FROM search_entry WHERE id IN ?)
    """
)


async def matches(asked: Asked) -> Matches:
    """What has the words that are asked for: everything, or where that is very much the newest, and what is so named"""
    rows = await _rows(asked, "{title words}")
    if len(rows) <= _RANKED:
        return Matches([_match(row) for row in rows], all_of_them=True)
    named = await _rows(asked, "title")
    return Matches([_match(row) for row in (*rows[:_RANKED], *named[:_RANKED])], all_of_them=False)


async def marked(words: Words, keys: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The titles and words of these entries, with marks around what was asked for."""
    rows = await _MARKED.rows(BEGIN, END, BEGIN, END, f"{{title words}} : ({_wanted(words)})", list(keys))
    return {row["id"]: (row["title"], row["words"]) for row in rows}


async def _rows(asked: Asked, columns: str) -> list[JSON]:
    """The newest that match, one more than are ranked."""
    return await _FOUND.rows(_query(asked, columns), asked.since, asked.until, asked.staff_of or "", _RANKED + 1)


def _query(asked: Asked, columns: str) -> str:
    """As FTS5 reads it: only quoted words of letters and digits, in a form of our own."""
    marks = " AND ".join(f"({' OR '.join(_mark(*mark) for mark in one_of)})" for one_of in marks_of(asked))
    query = f"({columns} : ({_wanted(asked.words)}){f' AND marks : ({marks})' if marks else ''})"
    unwanted = " OR ".join(map(str, asked.words.unwanted))
    return f"{query} NOT {{title words}} : ({unwanted})" if unwanted else query


def _wanted(words: Words) -> str:
    return " AND ".join(map(str, words.wanted))


def _mark(what: str, value: str) -> str:
    """As the table makes it: what comes from outside in hexadecimal digits, an x at the end against stemming."""
    written = value.encode("utf-8", "replace").hex() if what in _FROM_OUTSIDE else value
    return f'"{what}{written}x"'


def _match(row: JSON) -> Match:
    return Match(row["id"], row["at"], row["kind"], row["answered"], _relevance(row))


def _relevance(row: JSON) -> float:
    """By how often it matches: FTS5's own measure changes with every text that is added, and with it the pages."""
    in_title, in_words = row["in_title"], row["in_words"]
    return float(6 * in_title / (in_title + 1) + 3 / (2 + math.log10(1 + row["length"])) * in_words / (in_words + 1))
