"""Photos of officers: what is taken, what is left of it, who may send one, and when it is gone."""

import io
import resource
import time
from typing import Any

import aiohttp
import pytest
from PIL import Image

from accounts.avatars.models import OfficerPhoto
from accounts.avatars.photos import LARGEST, encode
from accounts.models import OfficerRecord, Person
from accounts.people import persons
from foundation import clock
from foundation.errors import Invalid
from foundation.models import AuditEntry
from tests.accounts.avatars import pictures
from tests.accounts.avatars.sending import Sender
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast, Member
from tests.clients import Answer
from tests.house import House
from tests.rooms_from_outside import Room


async def _src(person: Member) -> str:
    return str((await persons([person.id]))[person.id]["avatar"]["src"])


async def _fetch(house: House, path: str, **headers: str) -> tuple[int, bytes, Any]:
    async with aiohttp.ClientSession(house.url) as client, client.get(path, headers=headers) as answer:
        return answer.status, await answer.read(), answer.headers


@pytest.mark.parametrize("kind", pictures.GOOD)
async def test_a_still_picture_of_every_kind_becomes_three_squares(kind: str) -> None:
    small, middle, large = await encode(pictures.GOOD[kind])
    for size, data in ((64, small), (128, middle), (512, large)):
        image = Image.open(io.BytesIO(data))
        assert (image.format, image.size, image.mode) == ("WEBP", (size, size), "RGB")
        assert b"script" not in data
    assert len(middle) < 12_000


@pytest.mark.parametrize("kind", [kind for kind in pictures.BAD if kind != "nothing"])
async def test_what_is_no_photo_is_refused_with_what_to_do(kind: str) -> None:
    data, words = pictures.BAD[kind]
    with pytest.raises(Invalid, match=words):
        await encode(data)


async def test_a_position_and_all_else_that_a_phone_wrote_is_gone_and_the_photo_is_upright() -> None:
    sent = pictures.with_position(pictures.photo(600, 600))
    assert Image.open(io.BytesIO(sent)).getexif().get_ifd(0x8825), "the sent file must have a position"
    for data in await encode(sent):
        image = Image.open(io.BytesIO(data))
        assert dict(image.getexif()) == {}
        assert not {"exif", "xmp", "icc_profile", "comment"} & image.info.keys()
        for secret in (b"EXIF", b"XMP", b"ICCP", b"Secret", b"Cathays", b"profile"):
            assert secret not in data
        # Turned to the right, what was above is on the right.
        left, right = image.getpixel((5, image.height // 2)), image.getpixel((image.width - 6, image.height // 2))
        assert left[2] > left[0]  # type: ignore[index]
        assert right[0] > right[2]  # type: ignore[index]


async def test_a_bomb_of_41_megapixels_costs_little_time_and_memory() -> None:
    data, _words = pictures.BAD["41 megapixels"]
    assert len(data) < 20_000
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    began = time.perf_counter()
    with pytest.raises(Invalid, match="40 megapixels"):
        await encode(data)
    assert time.perf_counter() - began < 5
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert spent.ru_utime - before < 1.5
    whole = await encode(pictures.bomb(6_300, 6_300))
    assert len(whole) == 3, "39.7 megapixels are taken"


async def test_ada_sends_her_photo_and_it_is_shown_in_uniform(house: House, cast: Cast, sender: Sender) -> None:
    page = await sender.send(cast.ada, pictures.GOOD["JPEG of a camera"], "lies.gif", alt="Ada, smiling")
    assert page.status == 303, page.text
    [row] = await OfficerPhoto.all()
    ada = (await house.caller().get(f"/officers/{cast.ada.id}")).json
    assert ada["avatar"]["src"] == f"/avatars/photos/{row.id}/128.webp"
    assert ada["avatar"]["alt"] == "Ada, smiling"
    assert (ada["avatar"]["uniform"], "uniform/photo.svg" in ada["avatar"]["layer"]) == (True, True)
    for size in (64, 128, 512):
        status, body, headers = await _fetch(house, f"/avatars/photos/{row.id}/{size}.webp")
        assert (status, headers["Content-Type"]) == (200, "image/webp")
        assert Image.open(io.BytesIO(body)).size == (size, size)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "private, no-cache", "its browser asks again, nobody else keeps it"
    again, _nothing, _headers = await _fetch(
        house, f"/avatars/photos/{row.id}/512.webp", **{"If-None-Match": headers["ETag"]}
    )
    assert again == 304
    entry = await AuditEntry.get(act="photo.set")
    assert (entry.actor_id, entry.details) == (cast.ada.id, {"photo": row.id})


async def test_a_photo_that_was_replaced_or_deleted_is_gone(
    house: House, cast: Cast, sender: Sender, browser: NewBrowser
) -> None:
    await sender.send(cast.ada, pictures.GOOD["PNG"])
    first = await _src(cast.ada)
    kept = {"If-None-Match": (await _fetch(house, first))[2]["ETag"]}
    assert (await _fetch(house, first, **kept))[0] == 304
    await sender.send(cast.ada, pictures.GOOD["WebP"])
    second = await _src(cast.ada)
    assert first != second
    assert (await _fetch(house, first))[0] == 404
    assert (await _fetch(house, first, **kept))[0] == 404, "a kept copy is not confirmed"
    assert await OfficerPhoto.all().count() == 1, "what was replaced is kept nowhere"
    assert (await _fetch(house, second))[0] == 200
    ada = browser(cast.ada)
    await ada.get("/account/photo")
    assert (await ada.post("/account/photo/remove")).status == 303
    assert (await _fetch(house, second))[0] == 404
    assert (await _src(cast.ada)).startswith("/avatars/officer-plain-")
    assert await OfficerPhoto.all().count() == 0
    assert await AuditEntry.filter(act="photo.remove").count() == 1


@pytest.mark.parametrize("what", ["suspended", "left", "unconfirmed", "moderator"])
async def test_the_photo_of_who_is_no_officer_now_is_gone(house: House, cast: Cast, sender: Sender, what: str) -> None:
    await sender.send(cast.ada, pictures.GOOD["PNG"])
    src = await _src(cast.ada)
    _status, _body, headers = await _fetch(house, src)
    ada = Person.filter(id=cast.ada.id)
    if what == "unconfirmed":
        await OfficerRecord.filter(person_id=cast.ada.id).update(confirmed_at=None)
    elif what == "moderator":
        await ada.update(role="moderator")
    else:
        await ada.update(**{"suspended": {"suspended_at": clock.now()}, "left": {"closed_at": clock.now()}}[what])
    assert (await _fetch(house, src))[0] == 404
    assert (await _fetch(house, src, **{"If-None-Match": headers["ETag"]}))[0] == 404, "a kept copy is not confirmed"
    assert "photos" not in await _src(cast.ada)


async def test_the_room_sees_the_new_photo_at_once(room: Room, cast: Cast, sender: Sender) -> None:
    rosa = await room.enter(cast.rosa)
    await sender.send(cast.ada, pictures.GOOD["PNG"])
    told = await rosa.live.wait("person_changed", room=room.id)
    assert told["person"]["avatar"]["src"] == await _src(cast.ada)


@pytest.mark.parametrize("who", ["rosa", "gwen", "mo", "dee"])
async def test_nobody_but_an_officer_sends_a_photo(house: House, cast: Cast, sender: Sender, who: str) -> None:
    member = getattr(cast, who)
    assert (await house.page("/account/photo", member)).status == 403
    assert (await sender.send(member, pictures.GOOD["PNG"])).status == 403
    assert await OfficerPhoto.all().count() == 0


async def test_an_officer_whose_record_is_not_confirmed_waits(house: House, cast: Cast, sender: Sender) -> None:
    await OfficerRecord.filter(person_id=cast.ada.id).update(confirmed_at=None)
    assert (await sender.send(cast.ada, pictures.GOOD["PNG"])).status == 403


async def test_five_megabytes_are_read_and_one_byte_more_is_not(house: House, cast: Cast, sender: Sender) -> None:
    good = pictures.GOOD["JPEG"]
    most = good + b"\0" * (LARGEST - len(good))
    assert (await sender.send(cast.ada, most)).status == 303
    over = await sender.send(cast.ada, most + b"\0")
    assert (over.status, "larger than 5 MB" in over.text) == (413, True)
    assert (await sender.send(cast.ada, most + b"\0", chunked=True)).status == 413, "also when its length is not told"
    assert (await sender.send(cast.ada, b"", alt="x")).status == 422
    form = {"csrf_token": "x", "name": "x" * 300_000}
    assert (await sender.post(cast.ada, "/account/name", form)).status == 413, "other forms keep their own cap"


async def test_without_the_page_s_token_nothing_is_read(house: House, cast: Cast, sender: Sender) -> None:
    for token in (None, "forged"):
        answer: Answer = await sender.send(cast.ada, pictures.GOOD["PNG"], token=token)
        assert answer.status == 403
    late = await sender.send(cast.ada, pictures.GOOD["PNG"], token_last=True)
    assert late.status == 403
    assert await OfficerPhoto.all().count() == 0


@pytest.mark.parametrize("body", [b"", b"--x", b"--x\r\n\r\n", b"--x\r\nA: b\r\n\r\n--x--\r\n"])
async def test_a_form_that_is_none_is_refused(house: House, cast: Cast, sender: Sender, body: bytes) -> None:
    answer = await sender.raw(cast.ada, "/account/photo", body, "multipart/form-data; boundary=x")
    assert answer.status in (400, 403, 422)
    assert (await sender.raw(cast.ada, "/account/photo", body, "text/plain")).status == 400
