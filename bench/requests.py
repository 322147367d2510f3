"""HTTP under load: pages and calls, signed out, over connections that are kept open."""

import random
from collections.abc import Callable
from typing import Any

import aiohttp

from bench.closed_loop import Act
from bench.people import ACCOUNTS, PASSWORD, email_of
from tests.clients import BASE


def session(url: str, connections: int) -> aiohttp.ClientSession:
    """A client that keeps no cookies: each request is from somebody new."""
    return aiohttp.ClientSession(
        url, connector=aiohttp.TCPConnector(limit=connections), cookie_jar=aiohttp.DummyCookieJar()
    )


def getting(client: aiohttp.ClientSession, address: Callable[[], str]) -> Act:
    """Asks for an address, which may be another one each time, and reads the answer."""

    async def act() -> bool:
        async with client.get(address()) as answer:
            return answer.status == 200 and bool(await answer.read())

    return act


def lookup(postcodes: list[str]) -> Callable[[], str]:
    """The call that finds the neighbourhood of one of the postcodes."""
    return lambda: f"{BASE}/neighbourhoods?postcode={random.choice(postcodes).replace(' ', '+')}"


def signing_in(client: aiohttp.ClientSession) -> Act:
    """Signs in as one of those with a password."""

    async def act() -> bool:
        who: dict[str, Any] = {"email": email_of(random.randrange(ACCOUNTS)), "password": PASSWORD}
        async with client.post(f"{BASE}/session", json=who) as answer:
            return answer.status == 201 and bool(await answer.read())

    return act
