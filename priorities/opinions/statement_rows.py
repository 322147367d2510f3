"""The rows of statements, as the rest of opinions reads them."""

from typing import Any, Final

from foundation.queries import Query

JSON = dict[str, Any]
SELECT: Final = (
    "SELECT id, round_id, author_id, client_id, text, state, held_reason, version, created_at FROM priority_statement"
)
_STATEMENT = Query(SELECT, "WHERE id = ?", moments=("created_at",))


async def find_statement(statement_id: str) -> JSON | None:
    """A statement, whatever its state."""
    rows = await _STATEMENT.rows(statement_id)
    return rows[0] if rows else None
