"""People who leave: what they said before, and the form on which they go."""

from collections.abc import Awaitable, Callable

import pytest

from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Member
from tests.clients import Answer

Close = Callable[..., Awaitable[Answer]]


@pytest.fixture
def close(browser: NewBrowser) -> Close:
    """Closes somebody's account on their page; gives the page that they see then."""

    async def closing(member: Member, words: str = "go", sure: str = "yes") -> Answer:
        page: Browser = browser(member)
        shown = await page.get("/account/close")
        assert shown.status == 200, shown.text
        answer = await page.post("/account/close", words=words, sure=sure)
        return answer if answer.status != 303 else await page.get(answer.headers["Location"])

    return closing
