"""A phone goes into a tunnel in the middle of a ballot: nothing of ours has failed, and the log must not say so."""

import asyncio
import errno
import os
import re
from urllib.parse import urlsplit

import pytest

from priorities.ballots.models import Ballot
from priorities.models import Phase
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast, Member
from tests.clients import BASE, PATIENCE
from tests.house import House
from tests.priorities.poll import Poll

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=x"
DOORS = {
    "ballot as JSON": ("PUT", BASE + "/rounds/{}/ballot", "application/json", b'{"choices": ["'),
    "ballot by the form": ("POST", "/rounds/{}/vote", FORM, b"csrf_token="),
    "proposal with a picture": (
        "POST",
        "/rounds/{}/proposals/new",
        PARTS,
        b"--x\r\nContent-Disposition: form-data; name=",
    ),
}


@pytest.mark.parametrize("signed_in", [True, False])
@pytest.mark.parametrize("door", DOORS)
async def test_who_hangs_up_in_the_middle_is_no_fault_of_the_database(
    poll: Poll, cast: Cast, browser: NewBrowser, capsys: pytest.CaptureFixture[str], door: str, signed_in: bool
) -> None:
    route, head, words = _asked(door, await poll.begin(Phase.VOTE), cast.rosa if signed_in else None)
    capsys.readouterr()
    await _hang_up(poll.house, head + b"\r\n" + words)
    said = await _line_of(route, capsys)
    assert "database_unreachable" not in said
    assert re.search(r"status\W+(303|40[0-9])", said), said
    assert not await Ballot.exists()


@pytest.mark.parametrize("number", [errno.ETIMEDOUT, errno.EHOSTUNREACH])
@pytest.mark.parametrize("signed_in", [True, False])
@pytest.mark.parametrize("door", DOORS)
async def test_a_link_that_is_lost_is_no_fault_of_ours(
    poll: Poll, cast: Cast, capsys: pytest.CaptureFixture[str], door: str, signed_in: bool, number: int
) -> None:
    """Without a word of goodbye, as where the last mast is out of reach."""
    route, head, words = _asked(door, await poll.begin(Phase.VOTE), cast.rosa if signed_in else None)
    where = urlsplit(poll.house.url)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    writer.write(head + b"Expect: 100-continue\r\n\r\n")
    assert b"100" in await asyncio.wait_for(reader.readline(), PATIENCE)
    capsys.readouterr()
    writer.write(words)
    poll.house.lose_links(OSError(number, os.strerror(number)))
    said = await _line_of(route, capsys)
    writer.transport.abort()
    assert "database_unreachable" not in said
    assert "unforeseen" not in said
    assert re.search(r"status\W+(303|40[0-9])", said), said


def _asked(door: str, round_id: str, member: Member | None) -> tuple[str, bytes, bytes]:
    """The route, the head of a request without its last line, and the beginning of the 900 bytes that it promises."""
    method, path, media, words = DOORS[door]
    head = [f"{method} {path.format(round_id)} HTTP/1.1", "Host: here", f"Content-Type: {media}", "Content-Length: 900"]
    if member is not None:
        head.append(f"Authorization: Bearer {member.token}")
    return path.replace("{}", "{id}"), "".join(f"{line}\r\n" for line in head).encode(), words


async def _hang_up(house: House, sent: bytes) -> None:
    where = urlsplit(house.url)
    _reader, writer = await asyncio.open_connection(where.hostname, where.port)
    writer.write(sent)
    await writer.drain()
    writer.transport.abort()


async def _line_of(route: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What was logged until the request was."""
    said = ""
    async with asyncio.timeout(PATIENCE):
        while f"route={route}" not in said:
            await asyncio.sleep(0.01)
            output = capsys.readouterr()
            said += output.out + output.err
    return said
