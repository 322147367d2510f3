"""Signing up as people do: the form, the mail, the button behind its link."""

import re
from typing import Any

from accounts.models import Person
from foundation.models import OutboxMail
from tests.accounts.browsing import Browser

PASSWORD = "three random words"
FORM = {"email": "sian@example.org", "name": "Siân Rees", "shown_as": "initial", "age_band": "18_or_over"}


async def ask(browser: Browser, **changes: str) -> Any:
    """Fill the form of sign-up in and send it; gives the answer."""
    await browser.get("/sign-up")
    return await browser.post("/sign-up", **{**FORM, **changes})


async def last_mail(recipient: str) -> OutboxMail:
    """The newest mail to somebody."""
    found = await OutboxMail.filter(recipient=recipient).order_by("-id").first()
    assert found is not None, f"nothing was sent to {recipient}"
    return found


async def link_to(recipient: str) -> str:
    """The path in the newest mail to somebody."""
    text = (await last_mail(recipient)).text
    found = re.search(r"https?://[^/\s]+(/\S+)", text)
    assert found, text
    return found[1]


async def subjects_to(recipient: str) -> list[str]:
    """What somebody was sent, oldest first."""
    mails = await OutboxMail.filter(recipient=recipient).order_by("id")
    return [mail.subject for mail in mails]


async def press(browser: Browser, link: str, **fields: str) -> Any:
    """Open a page behind a link, choose a password, and press its button."""
    await browser.get(link)
    return await browser.post(link, **{"password": PASSWORD, **fields})


async def sign_up(browser: Browser, **changes: str) -> Person:
    """The whole way, in one browser; gives the person."""
    email = {**FORM, **changes}["email"]
    assert (await ask(browser, **changes)).status == 200
    assert (await press(browser, await link_to(email))).status == 303
    return await Person.get(email=email)


async def sign_in(browser: Browser, email: str, password: str) -> Any:
    await browser.get("/sign-in")
    return await browser.post("/sign-in", email=email, password=password)
