"""Mail that comes back: we give up kindly, say so where it is read, and take up again when it is taken."""

from datetime import timedelta

from foundation import clock
from foundation.models import OutboxMail
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House
from tests.notices.telling import tell
from tests.running.smtp import Postbox

SAID = "are refused, so we send none for now"


async def test_rosa_reads_that_her_address_is_refused(house: House, cast: Cast, browser: NewBrowser, postbox: Postbox):
    postbox.refusal = "550 There is no Rosa here"
    await tell(house, cast.rosa)
    await house.run_jobs()
    assert SAID in (await browser(cast.rosa).get("/notices")).text
    assert SAID not in (await browser(cast.amir).get("/notices")).text
    await tell(house, cast.rosa, key="second")
    assert await OutboxMail.filter(recipient=cast.rosa.email).count() == 1, "nothing more is sent there"


async def test_a_server_that_is_busy_has_refused_nobody(
    house: House, cast: Cast, browser: NewBrowser, postbox: Postbox
):
    postbox.refusal = "451 Come back later"
    await tell(house, cast.rosa)
    await house.run_jobs()
    assert SAID not in (await browser(cast.rosa).get("/notices")).text


async def test_rosa_has_her_address_tried_again(house: House, cast: Cast, browser: NewBrowser, postbox: Postbox):
    postbox.refusal = "550 There is no Rosa here"
    await tell(house, cast.rosa)
    await house.run_jobs()
    postbox.refusal = ""
    rosa = browser(cast.rosa)
    await rosa.get("/notices")
    assert (await rosa.post("/notices/try-address")).headers["Location"] == "/notices?tried"
    await house.run_jobs()
    assert [mail["Subject"] for mail in postbox.mails] == ["Your address works again"]
    assert SAID not in (await rosa.get("/notices")).text
    await tell(house, cast.rosa, key="second")
    await house.run_jobs()
    assert len(postbox.mails) == 2


async def test_what_is_a_month_ago_is_forgotten(house: House, cast: Cast, browser: NewBrowser, postbox: Postbox):
    postbox.refusal = "550 There is no Rosa here"
    await tell(house, cast.rosa)
    for _each in range(10):
        await house.run_jobs()
        clock.move(timedelta(hours=8))
    clock.move(timedelta(days=31))
    await house.run_jobs()
    assert await OutboxMail.filter(recipient=cast.rosa.email).count() == 0
