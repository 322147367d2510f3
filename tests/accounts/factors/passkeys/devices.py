"""A device with a real authenticator in a real browser: Chromium's own virtual one, over the DevTools protocol."""

import asyncio
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
from playwright.async_api import Browser, CDPSession, Page, Route

from foundation.cookies import csrf_token
from tests.cast import Member
from tests.clients import JSON, Answer
from tests.house import House

_AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def by_name(house: House) -> str:
    """The house at the name of this machine: a passkey belongs to a name."""
    return house.url.replace("127.0.0.1", "localhost")


async def add_authenticator(page: Page) -> tuple[CDPSession, str]:
    """Give the page's device an authenticator; how to talk about it, and its id."""
    protocol = await page.context.new_cdp_session(page)
    await protocol.send("WebAuthn.enable")
    added = await protocol.send("WebAuthn.addVirtualAuthenticator", {"options": _AUTHENTICATOR})
    return protocol, str(added["authenticatorId"])


class Device:
    """`page` is what its owner sees; `credentials` are the passkeys that its authenticator holds."""

    def __init__(self, house: House, page: Page, protocol: CDPSession, authenticator: str) -> None:
        self.house, self.page = house, page
        self._protocol, self._authenticator = protocol, authenticator

    @classmethod
    async def switch_on(cls, browser: Browser, house: House, member: Member | None = None) -> "Device":
        context = await browser.new_context(base_url=by_name(house), reduced_motion="reduce")
        context.set_default_timeout(10_000)
        if member:
            await context.add_cookies([{"name": "bluelamp_session", "value": member.token, "url": by_name(house)}])
        page = await context.new_page()
        return cls(house, page, *await add_authenticator(page))

    async def close(self) -> None:
        await self.page.context.close()

    async def credentials(self) -> list[JSON]:
        return list((await self._ask("getCredentials"))["credentials"])

    async def take(self, credential: JSON, **changed: Any) -> None:
        """Let the authenticator hold this passkey, as a copy would."""
        await self._ask("clearCredentials")
        await self._ask("addCredential", credential={**credential, **changed})

    async def verify_nobody(self) -> None:
        """The finger is a stranger's."""
        await self._ask("setUserVerified", isUserVerified=False)

    async def cookie(self) -> str:
        cookies = await self.page.context.cookies()
        return next(str(cookie["value"]) for cookie in cookies if cookie["name"] == "bluelamp_session")

    async def press(self, name: str) -> None:
        """Press a button that leads to another page."""
        async with self.page.expect_navigation():
            await self.page.get_by_role("button", name=name).click()

    async def catch(self, path: str, button: str) -> dict[str, str]:
        """Press a button, and keep the form that it would have sent."""
        caught: asyncio.Queue[str] = asyncio.Queue()

        async def keep(route: Route) -> None:
            await route.fulfill(status=204)
            caught.put_nowait(route.request.post_data or "")

        await self.page.route(re.compile(re.escape(path) + "$"), keep)
        await self.page.get_by_role("button", name=button).click()
        form = await asyncio.wait_for(caught.get(), 10)
        await self.page.unroute_all()
        return {name: values[0] for name, values in parse_qs(form, keep_blank_values=True).items()}

    async def _ask(self, command: str, **more: Any) -> JSON:
        answer = await self._protocol.send(f"WebAuthn.{command}", {"authenticatorId": self._authenticator, **more})
        return dict(answer or {})


async def send(house: House, path: str, cookie: str, form: dict[str, str], host: str = "") -> Answer:
    """Post a form as the browser with this cookie, to the name of this machine or another `host`."""
    fields = {**form, "csrf_token": csrf_token(house.settings, cookie)}
    port = urlsplit(house.url).port
    headers = {"Host": f"{host or 'localhost'}:{port}", "Cookie": f"bluelamp_session={cookie}"}
    jar = aiohttp.DummyCookieJar()
    async with (
        aiohttp.ClientSession(house.url, cookie_jar=jar) as client,
        client.post(path, data=fields, headers=headers, allow_redirects=False) as answer,
    ):
        return Answer(answer.status, answer.headers, await answer.text())
