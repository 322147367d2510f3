"""In the demonstration a password is enough: no second factor is asked, at the sign-in, the link or the proof."""

from dataclasses import replace

import pytest

from accounts.links import add_link
from foundation.database import atomic
from foundation.settings import Settings
from tests.accounts.browsing import NewBrowser
from tests.accounts.conftest import PASSWORD
from tests.accounts.factors.conftest import GivePhone
from tests.cast import Cast
from tests.house import House


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, demonstration=True)


async def test_ada_signs_in_by_password_alone_with_an_app_or_without(
    house: House, cast: Cast, give_phone: GivePhone
) -> None:
    await give_phone(cast.ada)
    for who in ("ada", "dee"):
        body = {"email": f"{who}@example.org", "password": PASSWORD}
        assert (await house.caller().post("/session", body)).status == 201


async def test_a_link_takes_a_password_alone(house: House, cast: Cast, browser: NewBrowser) -> None:
    link, ada = await atomic(lambda: add_link(cast.ada.id, "enrol")), browser()
    await ada.get(link.path)
    answer = await ada.post(link.path, password=PASSWORD)
    assert (answer.status, answer.headers["Location"]) == (303, "/account")
    assert (await ada.get(link.path)).status == 410


async def test_a_proof_takes_the_password_alone(
    house: House, cast: Cast, give_phone: GivePhone, browser: NewBrowser
) -> None:
    await give_phone(cast.ada)
    for member in (cast.ada, cast.dee):
        staff = browser(member)
        assert 'name="code"' not in (await staff.get("/prove")).text
        assert (await staff.post("/prove", password=PASSWORD, back="/account")).status == 303
