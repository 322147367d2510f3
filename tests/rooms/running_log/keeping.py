"""A running log as staff keep it by forms, and as everybody meets it."""

import re
from datetime import datetime
from typing import Any
from uuid import uuid4

import aiohttp
from yarl import URL

from tests.accounts.browsing import Browser
from tests.cast import Member
from tests.clients import Answer, Live
from tests.house import House


class Keeper:
    """One of the staff with a browser; `log` is the log that they began last."""

    def __init__(self, house: House, member: Member) -> None:
        self.house = house
        self.member = member
        self.browser = Browser(house.url, member)
        self.log = ""

    async def begin(self, **changes: str) -> Answer:
        """Begin a log of Cathays; gives the answer."""
        form = {"title": "A closed road", "about": "Cathays Terrace", "categories": "Traffic\nCrime",
                "neighbourhood": "cathays", **changes}  # fmt: skip
        await self.browser.get("/logs/new")
        answer = await self.browser.post("/logs/new", **form)
        if answer.status == 303:
            self.log = answer.headers["Location"].removeprefix("/logs/")
        return answer

    async def write(self, body: str, *, picture: bytes = b"", path: str = "write", **changes: str) -> Answer:
        """Send the form of an entry, as a browser does: with a file, or with none chosen."""
        form = {"client_id": str(uuid4()), "at": "", "place": "Queen Street", "category": "Traffic", **changes}
        return await self._send(f"/logs/{self.log}/{path}", {"body": body, **form}, picture)

    async def entry(self, body: str, **more: Any) -> str:
        """Write an entry that must be taken; gives its id."""
        answer = await self.write(body, **more)
        assert answer.status == 303, answer.text
        return str(answer.headers["Location"]).partition("#e-")[2]

    async def mend(self, entry: str, body: str, **more: Any) -> Answer:
        return await self.write(body, path=f"entries/{entry}/edit", **more)

    async def take_down(self, entry: str, reason: str = "Shows a face.") -> Answer:
        await self.browser.get(f"/logs/{self.log}/entries/{entry}/edit")
        return await self.browser.post(f"/logs/{self.log}/entries/{entry}/hide", reason=reason)

    async def page(self, form: str = "", member: Member | None = None) -> Answer:
        return await self.house.page(f"/logs/{self.log}{form}", member)

    async def follow(self, member: Member | None = None) -> Live:
        """Somebody follows live."""
        live = await self.house.live(member)
        await live.ok("enter", room=self.log, after=0)
        return live

    async def _send(self, path: str, fields: dict[str, str], picture: bytes) -> Answer:
        await self.browser.get("/logs/new")
        token = re.search(r'name="csrf_token" value="([^"]*)"', self.browser.page.text)
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("csrf_token", token[1] if token else "")
        for name, value in fields.items():
            form.add_field(name, value)
        form.add_field("picture", picture, filename="DSC_1.jpg" if picture else "", content_type="image/jpeg")
        jar = aiohttp.CookieJar(unsafe=True)
        jar.update_cookies({"bluelamp_session": self.member.token}, URL(self.house.url))
        client = aiohttp.ClientSession(self.house.url, cookie_jar=jar)
        async with client, client.post(path, data=form, allow_redirects=False) as answer:
            return Answer(answer.status, answer.headers, await answer.text())


def local(at: datetime) -> str:
    """As a browser's own field writes it; the tests' force is in London, and it is winter."""
    return at.strftime("%Y-%m-%dT%H:%M")
