"""Where a topic is about: a street that everybody knows, and never a house."""

import pytest

from foundation.errors import Invalid
from neighbourhoods.named_places import checked_place
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import Talk

ABUSE = "You are a spastic"
HOUSES = (
    "12 Lowther Road", "Lowther Road 12a", "12-14 High Street", "Flat 3, Crwys Road", "No. 5 The Green",
    "23b, Mill Lane", "CF24 4AB", "Lowther Road cf244ab", "5",
)  # fmt: skip
STREETS = (
    "Lowther Road", "A470 at Gabalfa", "M4 junction 32", "Bus stop 14, City Road", "Roath Park, by the lake",
    "St. Mary’s 2nd gate", "",
)  # fmt: skip


@pytest.mark.parametrize("place", HOUSES)
def test_a_house_is_refused(place: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_place(place)
    assert refused.value.fields[0].field == "place_name"


@pytest.mark.parametrize("place", STREETS)
def test_a_street_is_kept(place: str) -> None:
    assert checked_place(place)["place_name"] == place


def test_coordinates_are_kept_to_about_a_hundred_metres() -> None:
    kept = checked_place("Lowther Road", 51.4912345, -3.1765432)
    assert (kept["place_latitude"], kept["place_longitude"]) == (51.491, -3.177)
    assert checked_place("", 51.49, -3.17)["place_latitude"] is None
    with pytest.raises(Invalid):
        checked_place("Lowther Road", 151.0, 0.0)


async def test_rosa_is_told_which_words_say_enough_and_loses_none_of_hers(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    rosa, forum = browser(cast.rosa), (await talk.forum())["id"]
    await rosa.get(f"/topics/new?forum={forum}")
    said = {"forum": forum, "title": "The lamp", "body": "It is dark"}
    page = (await rosa.post("/topics/new", **said, place_name="12 Lowther Road")).text
    assert "“Lowther Road” says enough" in page
    assert "It is dark" in page
    assert 'value="12 Lowther Road"' in page
    posted = await rosa.post("/topics/new", **said, place_name="Lowther Road")
    assert "Lowther Road" in await talk.shown(posted.headers["Location"].rpartition("/")[2])


async def test_a_place_is_screened_with_the_words(talk: Talk, cast: Cast) -> None:
    outcome = await talk.topic(cast.rosa, columns=checked_place(f"{ABUSE} of Roath Park"))
    assert outcome.status in ("held", "warned")
