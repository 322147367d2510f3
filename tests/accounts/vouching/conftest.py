"""Sheets of codes, and residents who enter them."""

import re
from collections.abc import Awaitable, Callable

import pytest

from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Member
from tests.clients import Answer

Print = Callable[..., Awaitable[list[str]]]
Enter = Callable[[Member, str], Awaitable[Answer]]
_CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b")


@pytest.fixture
def print_codes(browser: NewBrowser) -> Print:
    """An officer prints a sheet; gives its codes as they stand on the page."""

    async def printing(officer: Member, count: int = 3, neighbourhood: str = HOME) -> list[str]:
        page = browser(officer)
        assert (await page.get("/account/codes")).status == 200
        made = await page.post("/account/codes", neighbourhood=neighbourhood, count=str(count))
        assert made.status == 201, made.text
        assert made.headers["Cache-Control"] == "no-store"
        return _CODE.findall(made.text)

    return printing


@pytest.fixture
def enter(browser: NewBrowser) -> Enter:
    """Somebody enters a code; gives what they see then."""

    async def entering(member: Member, code: str) -> Answer:
        page = browser(member)
        await page.get("/account")
        answer = await page.post("/account/confirm", code=code)
        return answer if answer.status != 303 else await page.get(answer.headers["Location"])

    return entering
