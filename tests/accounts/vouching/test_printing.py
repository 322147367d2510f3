"""An officer prints codes for a neighbourhood that they serve, and sees how many are left."""

from datetime import timedelta

from accounts.vouching.models import VouchBatch, VouchCode
from foundation import clock
from foundation.models import AuditEntry
from tests.accounts.browsing import NewBrowser
from tests.accounts.leaving.everything import tables_with
from tests.accounts.vouching.conftest import Enter, Print
from tests.cast import ELSEWHERE, HOME, Cast
from tests.house import House


async def test_ada_prints_a_sheet_in_both_languages_and_only_hashes_stay(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    ada = browser(cast.ada)
    await ada.get("/account/codes")
    page = await ada.post("/account/codes", neighbourhood=HOME, count="12")
    assert page.status == 201
    assert page.text.count("bl-code-card__code") == 12
    assert page.text.count('<div lang="cy">') == 12
    assert "/account/confirm" in page.text
    codes = [part.split("</strong>")[0] for part in page.text.split("<strong>") if part[5:6] == "-"]
    assert len(set(codes)) == 12
    for code in codes:
        assert await tables_with(code) == set()
        assert await tables_with(code.replace("-", "")) == set()
    assert await VouchCode.all().count() == 12
    batch = await VouchBatch.get()
    assert timedelta(days=27) < batch.expires_at - clock.now() <= timedelta(days=28)
    listed = (await ada.get("/account/codes")).text
    assert [code for code in codes if code in listed] == [], "they are shown this once"
    entry = await AuditEntry.get(act="vouching.print")
    assert entry.details == {"neighbourhood": HOME, "codes": 12}


async def test_ada_sees_how_many_are_used_and_not_by_whom(
    house: House, cast: Cast, print_codes: Print, enter: Enter, browser: NewBrowser
) -> None:
    codes = await print_codes(cast.ada, 4)
    await enter(cast.rosa, codes[0])
    ada = browser(cast.ada)
    listed = (await ada.get("/account/codes")).text
    assert "1 of 4 used, 3 left." in listed
    assert "Rosa" not in listed
    assert "of 4 used" not in (await browser(cast.huw).get("/account/codes")).text, "each sees their own"


async def test_codes_are_for_where_the_officer_serves(house: House, cast: Cast, browser: NewBrowser) -> None:
    assert ELSEWHERE not in cast.ada.places
    ada = browser(cast.ada)
    await ada.get("/account/codes")
    for neighbourhood, count in (
        (ELSEWHERE, "3"),
        ("", "3"),
        (HOME, "0"),
        (HOME, "101"),
        (HOME, "-1"),
        (HOME, "²"),
        (HOME, ""),
    ):
        refused = await ada.post("/account/codes", neighbourhood=neighbourhood, count=count)
        assert refused.status == 422, (neighbourhood, count)
        assert "There is a problem" in refused.text
    assert await VouchBatch.all().count() == 0


async def test_only_officers_print_and_each_ends_their_own(
    house: House, cast: Cast, print_codes: Print, browser: NewBrowser
) -> None:
    await print_codes(cast.ada, 2)
    batch = await VouchBatch.get()
    for member in (cast.rosa, cast.gwen, cast.mo, cast.dee):
        page = browser(member)
        assert (await page.get("/account/codes")).status == 403
        await page.get("/account")
        assert (await page.post("/account/codes", neighbourhood=HOME, count="1")).status == 403
    huw = browser(cast.huw)
    await huw.get("/account/codes")
    assert (await huw.post(f"/account/codes/{batch.id}/end")).status == 404
    assert (await VouchBatch.get()).ended_at is None


async def test_printing_asks_who_it_is(house: House, cast: Cast, browser: NewBrowser) -> None:
    clock.move(timedelta(minutes=20))
    ada = browser(cast.ada)
    asked = await ada.get("/account/codes")
    assert (asked.status, asked.headers["Location"]) == (303, "/prove?back=/account/codes")
    await ada.get("/account")
    assert (await ada.post("/account/codes", neighbourhood=HOME, count="1")).status == 303
    assert await VouchBatch.all().count() == 0
