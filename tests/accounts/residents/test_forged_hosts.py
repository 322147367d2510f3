"""No mail believes a Host header that could lead its reader, and the link's token, to a stranger's site."""

import pytest

from foundation.models import OutboxMail
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House

# As a mail program and a browser read these, the part before the / or the \ is the site.
FORGED = (
    "evil.example.com", "evil.example.com/@localhost", "evil.example.com\\@localhost", "evil.example.com?@localhost",
    "evil.example.com#@localhost", "evil.example.com@localhost", "localhost@evil.example.com", "localhost/x",
    "localhost:80:evil.example.com", "evil%2eexample", "[::1].evil.example.com", "134744072", "0x08080808", "8.8.8.8",
    "8.8", "[::ffff:8.8.8.8]", "[2001:4860:4860::8888]", "localhost:evil", "local host",
)  # fmt: skip
OURS = ("localhost", "localhost:8080", "bluelamp", "127.0.0.1:8080", "10.1.2.3", "[::1]:8080")


@pytest.mark.parametrize("host", FORGED)
async def test_rosas_link_does_not_go_to_a_stranger(house: House, cast: Cast, browser: NewBrowser, host: str) -> None:
    here = browser()
    await here.get("/forgotten")
    here._session.headers["Host"] = host
    assert (await here.post("/forgotten", email="rosa@example.org")).status == 503
    assert not await OutboxMail.all().count()


@pytest.mark.parametrize("host", OURS)
async def test_a_server_that_nobody_gave_an_address_still_sends_links_nearby(
    house: House, cast: Cast, browser: NewBrowser, host: str
) -> None:
    here = browser()
    await here.get("/forgotten")
    here._session.headers["Host"] = host
    assert (await here.post("/forgotten", email="rosa@example.org")).status == 200
    mail = await OutboxMail.get(recipient="rosa@example.org")
    assert f"http://{host}/reset/" in mail.text
