"""A migration is for filled tables: what it adds to them, the rows of before must be able to have."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture import history


def _columns_that_old_rows_lack(migration: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(migration.read_text())):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("AddField"):
            given = {word.arg: word.value for word in node.keywords}
            field = given["field"]
            assert isinstance(field, ast.Call)
            said = {word.arg: ast.unparse(word.value) for word in field.keywords}
            if said.get("null") != "True" and "db_default" not in said:
                yield f"{ast.unparse(given['model_name'])}.{ast.unparse(given['name'])}"


@pytest.mark.parametrize("migration", history.migrations(), ids=lambda path: path.stem)
def test_a_column_that_is_added_is_null_or_has_a_default_of_the_database(migration: Path) -> None:
    assert list(_columns_that_old_rows_lack(migration)) == []
