"""You said, we did: of a neighbourhood and of a force, as a page, a poster, a feed, JSON and a picture."""

from datetime import timedelta
from io import BytesIO
from xml.etree.ElementTree import fromstring

import aiohttp
from PIL import Image

from foundation import clock
from foundation.qr import qr_poster
from priorities.acting.models import Action, Status
from priorities.models import Method
from priorities.reviewing.models import ReviewEnd
from tests.cast import ELSEWHERE, HOME, Cast
from tests.house import House
from tests.priorities.acting.agreed import FIRST, SPEEDING, agree, did
from tests.priorities.poll import Poll
from tests.priorities.results.counted import close

PAGE = f"/neighbourhoods/{HOME}/you-said-we-did"
OF_FORCE = "/forces/south-wales/you-said-we-did"


async def _ended(priority: str, met: bool, **figures: int) -> None:
    said = {"fixed": 0, "better": 0, "same": 0, "worse": 0, **figures}
    await ReviewEnd.create(id=priority, figures=said, met=met, at=clock.now())


async def test_everybody_reads_what_was_wanted_done_and_said_of_it(house: House, cast: Cast) -> None:
    met = await agree(status=Status.MET, title="Bikes stolen at the station")
    await did(met, cast.ada.id, figures=[{"label": "Bikes stolen", "before": "31", "after": "9"}])
    await _ended(met, True, fixed=9, same=2)
    await agree(next_update_on=clock.now().date() - timedelta(days=3))
    other = await agree(neighbourhood_id=ELSEWHERE, title="Noise at the pier")
    for path, places in ((PAGE, 1), (OF_FORCE, 2)):
        page = (await house.page(path)).text
        for words in ("You said", "We did", SPEEDING, FIRST, "9 of 11 neighbours say that it got better", "Late"):
            assert words in page, (path, words)
        assert ("Noise at the pier" in page) == (places == 2)
    told = (await house.caller().get(PAGE)).json
    assert told["counts"] == {"agreed": 2, "under_way": 1, "met": 1, "unmet": 0, "late": 1}
    [first, second] = told["items"]
    assert (first["said"], first["status"], first["done"]) == (SPEEDING, "open", [])
    assert (second["better"], second["reviewers"], second["met"]) == (9, 11, True)
    of_force = (await house.caller().get(f"{OF_FORCE}?limit=1")).json
    assert [item["id"] for item in of_force["items"]] == [other]
    rest = (await house.caller().get(f"{OF_FORCE}?limit=2&cursor={of_force['next']}")).json
    assert (len(rest["items"]), rest["next"]) == (2, None)


async def test_the_answers_of_fewer_than_ten_are_shown_nowhere(house: House, cast: Cast) -> None:
    unmet = await agree(status=Status.UNMET)
    await _ended(unmet, False, worse=6, better=3)
    assert "Fewer than ten answers" in (await house.page(PAGE)).text
    [item] = (await house.caller().get(PAGE)).json["items"]
    assert (item["met"], item["reviewers"], item["better"]) == (False, None, None)
    assert "neighbours say that it got better" not in (await house.page(f"{PAGE}/poster")).text


async def test_points_are_not_said_to_be_people(house: House, cast: Cast, poll: Poll) -> None:
    round_id, options = await close(poll, [("email", ((0, 7), (1, 3)))] * 2, method=Method.POINTS)
    await agree(round_id=round_id, option_id=options[0])
    [item] = (await house.caller().get(PAGE)).json["items"]
    assert (item["voted"], item["ballots"]) == (None, None)
    assert "ballots asked for it" not in (await house.page(PAGE)).text


async def test_a_cursor_of_elsewhere_is_refused(house: House, cast: Cast) -> None:
    here, abroad = await agree(), await agree(force_id="gwent", neighbourhood_id="abroad")
    for path in (PAGE, OF_FORCE, f"/neighbourhoods/{HOME}/priorities"):
        assert (await house.caller().get(f"{path}?cursor={here}")).status == 200
        for cursor in ("~~~", abroad):
            assert (await house.caller().get(f"{path}?cursor={cursor}")).status == 422, (path, cursor)


async def test_what_is_taken_down_is_gone_from_each_of_them(house: House, cast: Cast) -> None:
    action = await did(await agree(), cast.ada.id)
    doors = [
        PAGE,
        OF_FORCE,
        f"{PAGE}/poster",
        f"/api/v1{PAGE}",
        f"/api/v1{PAGE}/feed.atom",
        f"/api/v1{OF_FORCE}/feed.atom",
    ]
    for door in doors:
        assert FIRST in (await house.page(door)).text, door
    await Action.filter(id=action).update(state="hidden")
    for door in doors:
        assert FIRST not in (await house.page(door)).text, door


async def test_a_reader_of_feeds_has_what_was_done_by_whom(house: House, cast: Cast) -> None:
    priority = await agree()
    await did(priority, cast.ada.id)
    await did(priority, cast.ada.id, body="New lamps.", partner="Cardiff Council")
    feed = await house.caller().get(f"{PAGE}/feed.atom")
    space = "{http://www.w3.org/2005/Atom}"
    entries = fromstring(feed.text).findall(f"{space}entry")
    names = [entry.findtext(f"{space}author/{space}name") for entry in entries]
    assert names == ["PC Ada Okafor", "PC Ada Okafor"], "what she typed as the partner is no byline"
    assert "Done by Cardiff Council" in (entries[0].findtext(f"{space}content") or "")
    done = (await house.caller().get(PAGE)).json["items"][0]["done"]
    assert [(one["author"]["name"], one["partner"]) for one in done] == [
        ("Ada Okafor", "Cardiff Council"),
        ("Ada Okafor", ""),
    ]
    assert "Done by Cardiff Council" in (await house.page(f"{PAGE}/poster")).text
    again = await house.caller().get(f"{PAGE}/feed.atom", headers={"If-None-Match": feed.headers["ETag"]})
    assert again.status == 304


async def test_a_poster_and_the_picture_to_share_can_be_had(house: House, cast: Cast) -> None:
    await did(await agree(title="Bikes " * 19), cast.ada.id)
    poster = (await house.page(f"{PAGE}/poster")).text
    assert house.url + PAGE in poster
    assert (await house.page(f"{PAGE}/qr.svg")).text == qr_poster(house.url + PAGE).decode()
    for path in (PAGE, OF_FORCE):
        assert f'property="og:image" content="{house.url}{path}/share.png"' in (await house.page(path)).text
        async with aiohttp.ClientSession() as session, session.get(f"{house.url}{path}/share.png") as answer:
            assert Image.open(BytesIO(await answer.read())).size == (1200, 630)


async def test_an_empty_neighbourhood_has_a_page_and_an_unknown_one_none(house: House, cast: Cast) -> None:
    for path in (PAGE, OF_FORCE):
        assert "Nothing has been agreed yet" in (await house.page(path)).text
        assert (await house.caller().get(f"{path}/feed.atom")).status == 200
    for path in ("/neighbourhoods/nowhere", "/forces/nowhere"):
        for rest in ("", "/share.png"):
            assert (await house.page(f"{path}/you-said-we-did{rest}")).status == 404
        assert (await house.caller().get(f"{path}/you-said-we-did")).status == 404
        assert (await house.caller().get(f"{path}/you-said-we-did/feed.atom")).status == 404
