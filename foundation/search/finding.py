"""Finding: the entries that have what is asked for, the best first, a page at a time."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from foundation.database import dialect
from foundation.queries import Query
from foundation.search import in_postgres, in_sqlite, postgres_index
from foundation.search.asked import Asked, Found, Result
from foundation.search.cursors import Cursor
from foundation.search.excerpts import excerpt, pieces, places, unmarked
from foundation.search.ranking import ranked

JSON = dict[str, Any]
_ENTRIES = Query(
    """
    SELECT entry.id, entry.kind, entry.target_id, entry.path, entry.at, entry.answered, entry.neighbourhood_id,
           entry.section, entry.audience, entry.title, entry.words, COALESCE(parent.title, '') AS parent_title
    FROM search_entry entry
    LEFT JOIN search_entry parent ON parent.id = CASE entry.kind
        WHEN 'reply' THEN 'topic:' || entry.parent_id WHEN 'message' THEN 'surgery:' || entry.parent_id END
    WHERE entry.id IN ?
    """,
    moments=("at",),
    truths=("answered",),
)


async def find(asked: Asked) -> Found:
    """A page of what is found; nothing where no word is asked for. Only what its audience may read at this moment."""
    if not asked.words:
        return Found()
    asked = replace(asked, asked_at=asked.after.asked_at if asked.after else asked.asked_at)
    matches = await (in_sqlite.matches if dialect() == "sqlite" else in_postgres.matches)(asked)
    every = ranked(matches.found, asked.asked_at)
    rest = [each for each in every if _is_after(each[0], each[1].key, asked.after)]
    page = rest[: asked.limit]
    scores = {match.key: score for score, match in page}
    last = Cursor(asked.asked_at, page[-1][0], page[-1][1].key) if len(rest) > len(page) > 0 else None
    results = await _results(asked, scores)
    return Found(results, len(every), matches.all_of_them, last.given_out(asked.name) if last else None)


def _is_after(score: float, key: str, cursor: Cursor | None) -> bool:
    return cursor is None or (-score, key) > (-cursor.score, cursor.key)


async def _results(asked: Asked, scores: dict[str, float]) -> Sequence[Result]:
    if not scores:
        return []
    mark = in_sqlite.marked if dialect() == "sqlite" else postgres_index.marked
    marked = await mark(asked.words, list(scores))
    rows = {row["id"]: row for row in await _ENTRIES.rows(list(scores))}
    # What was taken down since is in none of the rows.
    return [_result(rows[key], *marked[key], score) for key, score in scores.items() if key in rows and key in marked]


def _result(row: JSON, title: str, words: str, score: float) -> Result:
    shared = ("kind", "path", "at", "answered", "neighbourhood_id", "section", "audience", "parent_title")
    return Result(
        **{name: row[name] for name in shared},
        id=row["target_id"],
        title=pieces(row["title"], _places(row["title"], title)),
        excerpt=excerpt(row["words"], _places(row["words"], words)),
        score=score,
    )


def _places(text: str, marked: str) -> list[tuple[int, int]]:
    """Where the matches are; nowhere in a text that was changed after it was marked."""
    return places(marked) if len(unmarked(marked)) == len(text) else []
