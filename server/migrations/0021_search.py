"""What the databases search in: FTS5 on SQLite, a `tsvector` with a GIN index on PostgreSQL, both made of the rows.

Nothing is a stop word: "am" is one in English and a word in Welsh, and a phrase is found as it was written. Marks (the
kind, the place, the month …) stand beside the words in the same index, so that it finds what has both at once.
"""

from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops

from foundation.database import connection, dialect
from foundation.queries import Query
from foundation.search.folding import FOLDED, FOLDED_INTO, SIGNS
from foundation.text import plain_words

_BLANKS = " " * len(SIGNS)
_SQLITE = (
    "ALTER TABLE search_entry ADD COLUMN number INTEGER",
    "CREATE UNIQUE INDEX idx_search_entry_number ON search_entry (number)",
    """
    ALTER TABLE search_entry ADD COLUMN marks TEXT GENERATED ALWAYS AS (
        'k' || kind || 'x n' || hex(COALESCE(neighbourhood_id, '')) || 'x s' || hex(section) || 'x o' || answered
        || 'x m' || (substr(at, 1, 4) * 12 + substr(at, 6, 2)) || 'x'
    ) VIRTUAL
    """,
    """
    CREATE VIRTUAL TABLE search_word USING fts5 (
        title, words, marks, content = 'search_entry', content_rowid = 'number',
        tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
        UPDATE search_entry SET number = (SELECT COALESCE(MAX(number), 0) + 1 FROM search_entry) WHERE id = NEW.id;
        INSERT INTO search_word (rowid, title, words, marks)
            SELECT number, title, words, marks FROM search_entry WHERE id = NEW.id;
    END
    """,
    """
    CREATE TRIGGER search_entry_changed
    AFTER UPDATE OF kind, neighbourhood_id, section, answered, title, words, at ON search_entry BEGIN
        INSERT INTO search_word (search_word, rowid, title, words, marks)
            VALUES ('delete', OLD.number, OLD.title, OLD.words, OLD.marks);
        INSERT INTO search_word (rowid, title, words, marks) VALUES (NEW.number, NEW.title, NEW.words, NEW.marks);
    END
    """,
    """
    CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
        INSERT INTO search_word (search_word, rowid, title, words, marks)
            VALUES ('delete', OLD.number, OLD.title, OLD.words, OLD.marks);
    END
    """,
    "INSERT INTO search_word (search_word, rank) VALUES ('pgsz', 4050)",
)
_POSTGRES = (
    "CREATE TEXT SEARCH DICTIONARY bluelamp_stem (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION bluelamp (COPY = pg_catalog.simple)",
    """
    ALTER TEXT SEARCH CONFIGURATION bluelamp
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH bluelamp_stem
    """,
    f"""
    CREATE FUNCTION search_folded(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        -- Most texts have plain letters only, and `translate` takes its time for each that it is to look for.
        WHEN octet_length(written) = length(written) THEN translate(written, '{SIGNS}', '{_BLANKS}')
        ELSE translate(written, '{FOLDED}', '{FOLDED_INTO}')
    END
    """,
    """
    CREATE FUNCTION search_titled(title text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(SELECT '@t' || word FROM unnest(tsvector_to_array(to_tsvector('bluelamp', search_folded(title)))) word)
    """,
    """
    CREATE FUNCTION search_in_title(asked text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CAST(
        (SELECT string_agg('''' || word || '''', ' & ') FROM unnest(search_titled(asked)) word) AS tsquery
    )
    """,
    """
    ALTER TABLE search_entry ADD COLUMN found tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('bluelamp', search_folded(title)), 'A')
        || setweight(to_tsvector('bluelamp', search_folded(words)), 'D')
        || array_to_tsvector(ARRAY[
            '@k' || kind, '@n' || COALESCE(neighbourhood_id, ''), '@s' || section, '@o' || answered::int,
            '@m' || (extract(year FROM at AT TIME ZONE 'UTC') * 12 + extract(month FROM at AT TIME ZONE 'UTC'))::int,
            '@y' || extract(year FROM at AT TIME ZONE 'UTC')::int
        ] || search_titled(title))
    ) STORED
    """,
    "CREATE INDEX idx_search_entry_found ON search_entry USING gin (found) WITH (gin_pending_list_limit = 1024)",
    # Else the planner takes all but the hundred most common words for equally rare.
    "ALTER TABLE search_entry ALTER COLUMN found SET STATISTICS 300",
)
_BOTH = (
    "CREATE INDEX idx_search_entry_at ON search_entry (at, id)",
    "CREATE INDEX idx_search_entry_parent_kind ON search_entry (parent_id, kind)",
)


# Of the surgeries that are closed already, what their transcripts give.
_TOGETHER = 500
_SURGERIES = Query(
    """
    INSERT INTO search_entry (
        id, kind, target_id, force_id, neighbourhood_id, section, audience, answered, title, words, path, at
    )
    SELECT 'surgery:' || surgery.id, 'surgery', surgery.id, room.force_id, room.neighbourhood_id, '', 'everybody',
           (1 = 0), surgery.title, surgery.topic, '/surgeries/' || surgery.id || '/transcript', surgery.starts_at
    FROM surgery JOIN room ON room.id = surgery.room_id
    WHERE room.kind = 'surgery' AND room.status = 'closed'
    """
)
_SAID = Query(
    """
    SELECT message.id, message.html, message.created_at, room.id AS room_id, room.force_id, room.neighbourhood_id,
           message.kind = 'answer' OR EXISTS (
               SELECT 1 FROM room_message answer
               WHERE answer.reply_to = message.id AND answer.kind = 'answer' AND answer.state = 'published'
           ) AS answered
    FROM room_message message JOIN room ON room.id = message.room_id
    LEFT JOIN room_message question ON question.id = message.reply_to
    WHERE room.kind = 'surgery' AND room.status = 'closed' AND message.state = 'published' AND message.id > ?
        AND (message.kind <> 'answer' OR question.state = 'published')
    ORDER BY message.id LIMIT ?
    """,
    moments=("created_at",),
    truths=("answered",),
)
_ADD = Query(
    """
    INSERT INTO search_entry (
        id, kind, target_id, parent_id, force_id, neighbourhood_id, section, audience, answered, title, words, path, at
    ) VALUES (?, 'message', ?, ?, ?, ?, '', 'everybody', ?, '', ?, ?, ?)
    """
)


async def _prepare(_apps: object, _editor: object) -> None:
    for statement in (*(_SQLITE if dialect() == "sqlite" else _POSTGRES), *_BOTH):
        await connection().execute_query(statement)


async def _fill(_apps: object, _editor: object) -> None:
    await _SURGERIES.rows()
    last = ""
    while rows := await _SAID.rows(last, _TOGETHER):
        await _ADD.each([_entry(row) for row in rows])
        last = rows[-1]["id"]


def _entry(row: dict[str, Any]) -> list[object]:
    words, path = plain_words(row["html"]), f"/surgeries/{row['room_id']}/transcript#m-{row['id']}"
    place = (row["room_id"], row["force_id"], row["neighbourhood_id"])
    return [f"message:{row['id']}", row["id"], *place, row["answered"], words, path, row["created_at"]]


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0020_forums")]

    initial = False

    operations = [ops.RunPython(_prepare), ops.RunPython(_fill)]
