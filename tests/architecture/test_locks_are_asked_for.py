"""A lock that is asked for is taken: Tortoise leaves FOR UPDATE out of what gives values instead of objects."""

import re

from tests.architecture import source

_LOST = re.compile(r"select_for_update\([^)]*\)(?:\s*\.\w+\([^()]*\))*?\s*\.values(?:_list)?\(")


def test_no_lock_is_asked_for_that_the_database_never_hears_of() -> None:
    files = [file for package in source.packages() for file in (source.ROOT / package).rglob("*.py")]
    assert [file for file in files if _LOST.search(file.read_text(encoding="utf-8"))] == []
