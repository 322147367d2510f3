"""Pictures of entries: encoded anew without what the camera wrote, described, and gone with their entry."""

import io
from typing import Any

import pytest
from PIL import Image

from rooms.running_log.models import RunningPicture
from tests.accounts.avatars.pictures import bomb, photo, with_position, written
from tests.rooms.running_log.keeping import Keeper

ALT = "A lorry across both lanes"


async def _addresses(ada: Keeper) -> dict[str, Any]:
    [entry] = (await ada.page("/entries.json")).json["entries"]
    return dict(entry["picture"])


async def _fetch(ada: Keeper, path: str) -> tuple[int, bytes]:
    async with ada.house.caller()._session.get(path) as answer:
        return answer.status, await answer.read()


async def test_a_phone_s_photo_loses_what_the_phone_wrote_and_keeps_its_shape(ada: Keeper) -> None:
    await ada.entry("A lorry is stuck.", picture=with_position(photo(3200, 1600)), alt=ALT)
    picture = await _addresses(ada)
    status, large = await _fetch(ada, picture["large"])
    assert status == 200
    image = Image.open(io.BytesIO(large))
    assert (image.format, image.size) == ("WEBP", (800, 1600)), "turned upright, nothing cut off"
    assert (picture["width"], picture["height"], picture["alt"]) == (800, 1600, ALT)
    for forbidden in (b"Secret Phone", b"Cathays", b"EXIF", b"ICCP"):
        assert forbidden not in large
    _status, small = await _fetch(ada, picture["small"])
    assert max(Image.open(io.BytesIO(small)).size) == 480
    assert f'alt="{ALT}"' in (await ada.page()).text


async def test_a_small_picture_is_not_made_larger(ada: Keeper) -> None:
    await ada.entry("A sign.", picture=written(photo(200, 150), "PNG"), alt=ALT)
    picture = await _addresses(ada)
    assert (picture["width"], picture["height"]) == (200, 150)


async def test_who_can_t_see_it_is_to_know_what_it_shows(ada: Keeper) -> None:
    refused = await ada.write("A lorry.", picture=written(photo(), "JPEG"))
    assert (refused.status, "Say what the picture shows" in refused.text) == (422, True)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (bomb(30_000, 30_000, 10), "more than 40 megapixels"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "not a photo that we can read"),
        (written(photo(), "JPEG")[:2000], "could not be read to its end"),
        (written(photo(60, 60), "PNG"), "too small"),
    ],
)
async def test_what_is_no_photo_or_a_bomb_is_refused_and_nothing_is_written(
    ada: Keeper, data: bytes, sentence: str
) -> None:
    refused = await ada.write("A lorry.", picture=data, alt=ALT)
    assert (refused.status, sentence in refused.text) == (422, True), refused.text
    assert (await ada.page("/entries.json")).json["entries"] == []


async def test_a_file_above_the_cap_is_refused(ada: Keeper) -> None:
    refused = await ada.write("A lorry.", picture=b"\xff\xd8" + b"x" * (5 * 1024 * 1024), alt=ALT)
    assert (refused.status, "larger than 5 MB" in refused.text) == (413, True)


async def test_the_picture_goes_with_its_entry(ada: Keeper) -> None:
    entry = await ada.entry("A lorry.", picture=written(photo(), "JPEG"), alt=ALT)
    picture = await _addresses(ada)
    assert (await _fetch(ada, picture["small"]))[0] == 200
    await ada.take_down(entry)
    for size in ("small", "large"):
        assert (await _fetch(ada, picture[size]))[0] == 404


async def test_a_picture_is_described_anew_replaced_or_taken_away(ada: Keeper) -> None:
    entry = await ada.entry("A lorry.", picture=written(photo(), "JPEG"), alt=ALT)
    before = await _addresses(ada)
    await ada.mend(entry, "A lorry.", alt="A lorry on its side")
    assert (await _addresses(ada))["alt"] == "A lorry on its side"
    assert (await ada.mend(entry, "A lorry.", alt="")).status == 422, "a picture is not left without words"
    await ada.mend(entry, "A lorry.", picture=written(photo(300, 300), "PNG"), alt="Another one")
    assert (await _fetch(ada, before["small"]))[0] == 404
    await ada.mend(entry, "A lorry.", without="yes")
    assert (await ada.page("/entries.json")).json["entries"][0]["picture"] is None
    assert await RunningPicture.all().count() == 0
