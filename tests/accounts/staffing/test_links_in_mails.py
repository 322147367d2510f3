"""Where the links in the mails to staff lead: to this site, whatever address an administrator's request claims."""

import pytest

from accounts.models import OneTimeLink, Person
from accounts.staffing.models import Enrolment
from foundation.models import OutboxMail
from tests.accounts.browsing import NewBrowser
from tests.accounts.staffing.acts import BEN, entered
from tests.cast import Cast

FORGED = "evil.example.com"


async def test_dee_gets_no_link_of_dais_or_adas_by_a_forged_host(cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    for member in (cast.dai, cast.ada):
        page = f"/admin/people/{member.id}/link"
        await dee.get(page)
        dee._session.headers["Host"] = FORGED
        assert (await dee.post(page, reason="Lost phone")).status == 503
        del dee._session.headers["Host"]
    assert not await OneTimeLink.all().count()
    assert not await OutboxMail.all().count()


async def test_bens_first_link_is_not_sent_by_a_forged_host(cast: Cast, browser: NewBrowser) -> None:
    dai, id_ = browser(cast.dai), await entered(browser(cast.dee))
    await dai.get(f"/admin/enrolments/{id_}")
    dai._session.headers["Host"] = FORGED
    assert (await dai.post(f"/admin/enrolments/{id_}/confirm")).status == 503
    assert not await Person.filter(email="ben.cole@example.org").exists()
    assert not await OutboxMail.filter(text__contains=FORGED).exists()


@pytest.mark.parametrize("path", ["/admin/people", "/admin/people/{ada}/change"])
async def test_dai_is_not_led_elsewhere_to_confirm(cast: Cast, browser: NewBrowser, path: str) -> None:
    dee = browser(cast.dee)
    await dee.get("/admin/people/new")
    dee._session.headers["Host"] = FORGED
    assert (await dee.post(path.format(ada=cast.ada.id), **{**BEN, "number": "7002"})).status == 503
    assert not await Enrolment.all().count()
    assert not await OutboxMail.all().count()
