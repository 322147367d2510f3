"""Setting up how one signs in behind a one-time link of staff: a password, and an app that makes codes."""

import re

import pyotp

from foundation import clock
from tests.accounts.browsing import Browser


async def come_in(browser: Browser, link: str, password: str) -> pyotp.TOTP:
    """Somebody opens their link without scripts, and is in; gives the app on their phone."""
    await browser.get(link)
    page = await browser.post(link, password=password)
    secret = re.search(r'class="bl-secret">([A-Z2-7 ]+)<', page.text)
    draft = re.search(r'name="draft" value="([^"]*)"', page.text)
    assert secret, page.text
    assert draft, page.text
    app = pyotp.TOTP(secret[1].replace(" ", ""))
    done = await browser.post(f"{link}/app", draft=draft[1], code=app.at(int(clock.now().timestamp())))
    assert done.status == 200, done.text
    return app
