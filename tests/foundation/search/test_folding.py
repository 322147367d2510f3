"""Python folds a word as PostgreSQL's function does, and each character stands for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.database import connection
from foundation.queries import Query
from foundation.search.folding import FOLDED, FOLDED_INTO, folded
from foundation.settings import Settings


@pytest.mark.postgres
@pytest.mark.parametrize("dialect", ["postgres"], indirect=True)
@pytest.mark.parametrize("text", [FOLDED, "Tŷ Ffynnon-on-Taf", "anti-social", "plain", "a/b.c@d:e_f", "Ærø ß ı"])
async def test_the_database_folds_the_same(database: Settings, text: str) -> None:
    [row] = await Query("SELECT search_folded(?) AS folded").rows(text)
    assert row["folded"] == folded(text)
    assert connection().capabilities.dialect == "postgres"


@given(st.text())
def test_every_place_stays_where_it_is(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert len(FOLDED) == len(FOLDED_INTO)
