"""What two processes keep of a page is never behind: not at all where it was changed, and no second elsewhere."""

import asyncio
import re
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from foundation.settings import Settings
from tests.cast import HOME, Cast
from tests.clients import Caller
from tests.running.server_process import Server, running_server

WITHIN = 1.0
"""Seconds: the promise."""
EDITIONS = 24
_EDITION = re.compile(r"Edition (\d+)\.")


@dataclass
class Shelves:
    """A topic whose words are edited at both, and is read at both without a pause by who is signed out."""

    servers: list[Server]
    topic: str
    reply: str
    acknowledged: list[tuple[float, int, int]] = field(default_factory=list)
    """When an edition was acknowledged, its number and the server's."""
    behind: list[str] = field(default_factory=list)

    async def read(self, at: int, path: str) -> None:
        """Until it is cancelled."""
        caller = Caller(self.servers[at].url)
        try:
            while True:
                asked = time.monotonic()
                self._check(at, path, asked, (await caller.page(path)).text)
                await asyncio.sleep(0.005)
        finally:
            await caller.close()

    def _check(self, at: int, path: str, asked: float, text: str) -> None:
        found = _EDITION.search(text)
        shown = int(found[1]) if found else -1
        for moment, edition, where in self.acknowledged:
            if edition > shown and asked > moment + (0 if where == at else WITHIN):
                self.behind.append(f"{path} at {at}: {shown}, {asked - moment:.2f} s after {edition} at {where}")


@pytest.fixture(params=["with Redis", "without Redis"])
async def shelves(
    request: pytest.FixtureRequest, database: Settings, cast: Cast, redis_url: str, tmp_path: Path
) -> AsyncIterator[Shelves]:
    redis = redis_url if request.param == "with Redis" else ""
    more = {"BLUELAMP_REDIS_URL": redis, "BLUELAMP_LIMITS": "off"}
    with (
        running_server(settings=database, folder=tmp_path, **more) as one,
        running_server(settings=database, folder=tmp_path, **more) as other,
    ):
        caller = Caller(one.url, cast.rosa.token)
        words = {"title": "Lamps", "body": "Which are dark?"}
        topic = (await caller.post(f"/neighbourhoods/{HOME}/topics", words)).json["id"]
        reply = (await caller.post(f"/topics/{topic}/replies", {"body": "Edition 0."})).json["id"]
        await caller.close()
        yield Shelves([one, other], topic, reply)


@pytest.mark.redis
@pytest.mark.parametrize("dialect", [pytest.param("postgres", marks=pytest.mark.postgres)])
async def test_no_page_is_behind(shelves: Shelves, cast: Cast) -> None:
    writers = [Caller(server.url, cast.rosa.token) for server in shelves.servers]
    paths = [f"/topics/{shelves.topic}", f"/topics/{shelves.topic}?last"]
    reading = [asyncio.create_task(shelves.read(at, path)) for at in (0, 1) for path in paths]
    for edition in range(1, EDITIONS):
        where = edition // 3 % 2
        body = {"body": f"Edition {edition}.", "version": edition}
        answer = await writers[where].patch(f"/replies/{shelves.reply}", body)
        assert answer.status == 200, answer.text
        shelves.acknowledged.append((time.monotonic(), edition, where))
        await asyncio.sleep(0.02 * (edition % 4))
    assert (await writers[0].delete(f"/replies/{shelves.reply}")).status == 204
    gone = time.monotonic()
    texts = []
    while time.monotonic() - gone < 2 * WITHIN:
        page = (await writers[1].send("GET", paths[0], headers={"Authorization": "", "Accept": "text/html"})).text
        texts.append((time.monotonic() - gone, "Edition" in page))
    for task in reading:
        task.cancel()
    await asyncio.gather(*reading, return_exceptions=True)
    await asyncio.gather(*(writer.close() for writer in writers))
    late = [moment for moment, stands in texts if stands]
    assert not late or max(late) < WITHIN
    # Once the words are taken back no edition is on any page.
    assert [line for line in shelves.behind if ": -1," not in line] == []
