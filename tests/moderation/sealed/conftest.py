"""A house with a sealing key, and how a case is sealed."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from foundation.settings import Settings
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.running.schema import settings_for

KEY = "a-key-that-stands-in-no-database-at-all"
LATER = "2999-12-31"

Seal = Callable[..., Awaitable[str]]


@pytest.fixture
def settings(database_url: str, limits: bool, tmp_path: Path) -> Settings:
    plain = settings_for(database_url, limits=limits, folder=tmp_path / "var")
    return replace(plain, sealed_key=KEY)


@pytest.fixture
def seal(cast: Cast, browser: NewBrowser) -> Seal:
    """Seal a case with these terms, as Dee; gives its id."""

    async def sealed(*terms: str, label: str = "Blackbird", ends_on: str = LATER) -> str:
        dee = browser(cast.dee)
        await dee.get("/moderation/cases")
        answer = await dee.post("/moderation/cases", label=label, ends_on=ends_on, terms="\n".join(terms))
        assert answer.status == 303, answer.text
        return str(answer.headers["Location"]).split("/")[3].partition("?")[0]

    return sealed
