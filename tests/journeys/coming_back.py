"""Somebody who comes back after their sign-in has ended."""

import hashlib
from dataclasses import replace
from datetime import timedelta

from playwright.async_api import Page

from accounts.models import Session
from foundation import clock
from foundation.ids import new_id
from tests.cast import Member


async def signed_in_again(page: Page, url: str, member: Member) -> None:
    """Give their browser a new session with the house at `url`, as signing in on the clock of the house does."""
    again = replace(member, session=new_id())
    now = clock.now()
    await Session.create(
        id=again.session,
        token_hash=hashlib.sha256(again.token.encode()).hexdigest(),
        person_id=member.id,
        created_at=now,
        last_seen_at=now,
        expires_at=now + timedelta(days=1),
        proved_at=now,
    )
    await page.context.clear_cookies(name="bluelamp_session")
    await page.context.add_cookies([{"name": "bluelamp_session", "value": again.token, "url": url}])
