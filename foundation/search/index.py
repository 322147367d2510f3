"""The databases' own index over all that can be found, as a whole."""

from foundation.database import connection, dialect


async def refresh() -> None:
    """Have the database tidy its index, and count its words: how it searches hangs on that. Outside any transaction."""
    if dialect() == "sqlite":
        await connection().execute_query("INSERT INTO search_word (search_word) VALUES ('rebuild')")
        return
    await connection().execute_query("SELECT gin_clean_pending_list('idx_search_entry_found')")
    await connection().execute_query("ANALYZE search_entry")
