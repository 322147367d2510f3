"""The calls of surgeries: list, schedule, change, open, close, cancel, events."""

from datetime import timedelta

import pytest

from foundation import clock
from tests.cast import ELSEWHERE, HOME, Cast
from tests.house import House
from tests.rooms_from_outside import Room, plan


async def test_ada_schedules_a_surgery_in_her_neighbourhood(house: House, cast: Cast):
    wanted = plan(mode="premoderated")
    answer = await house.caller(cast.ada).post("/surgeries", wanted)
    assert answer.status == 201
    surgery = answer.json
    assert {name: surgery[name] for name in ("title", "neighbourhood", "status", "mode", "last_seq")} == {
        "title": "Bikes and street lights",
        "neighbourhood": HOME,
        "status": "scheduled",
        "mode": "premoderated",
        "last_seq": 0,
    }
    assert (surgery["starts_at"], surgery["ends_at"]) == (wanted["starts_at"], wanted["ends_at"])
    assert [host["id"] for host in surgery["hosts"]] == [cast.ada.id]
    assert surgery.pop("warnings") == []
    assert (await house.caller().get(f"/surgeries/{surgery['id']}")).json == surgery


async def test_amir_finds_behind_adas_badge_what_she_hosts(scheduled: Room, cast: Cast):
    card = f'href="/surgeries/{scheduled.id}"'
    adas, huws = f"/officers/{cast.ada.id}", f"/officers/{cast.huw.id}"
    for status in ("scheduled", "open"):
        if status == "open":
            await scheduled.act("open")
        assert card in (await scheduled.house.page(adas, cast.amir)).text, status
        assert card not in (await scheduled.house.page(huws, cast.amir)).text, status


def _at(**ahead: float) -> str:
    return clock.rfc3339(clock.now() + timedelta(**ahead))


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""}, {"title": "   "}, {"title": "\u200b"}, {"title": 5}, {"title": "x" * 5000}, {"title": None},
        {"starts_at": "tomorrow"}, {"starts_at": 5}, {"starts_at": "2026-11-22T18:00:00"}, {"starts_at": None},
        {"ends_at": "2001-01-01T00:00:00Z"}, {"mode": "loud"}, {"ends_at": "9999-12-31T23:59:59Z"},
        {"neighbourhood": 5}, {"starts_at": "2001-01-01T00:00:00Z", "ends_at": "2001-01-01T01:00:00Z"},
    ],
)  # fmt: skip
async def test_a_surgery_that_can_not_be_is_refused(house: House, cast: Cast, wrong: dict):
    answer = await house.caller(cast.ada).post("/surgeries", plan(**wrong))
    assert answer.status == 422, answer.text
    assert [error["field"] for error in answer.json["errors"]] in [[name] for name in wrong]
    assert (await house.caller().get("/surgeries")).json["items"] == []


@pytest.mark.parametrize("missing", ["neighbourhood", "title", "starts_at", "ends_at"])
async def test_a_missing_field_is_named(house: House, cast: Cast, missing: str):
    whole = plan()
    del whole[missing]
    answer = await house.caller(cast.ada).post("/surgeries", whole)
    assert answer.status == 422
    assert [error["field"] for error in answer.json["errors"]] == [missing]


@pytest.mark.parametrize("body", [b"{", b"", b"\xff\xfe", b"[" * 100_000, b"nul", b'{"title": "\\ud800"}'])
async def test_what_is_no_json_is_refused(house: House, cast: Cast, body: bytes):
    headers = {"Content-Type": "application/json"}
    answer = await house.caller(cast.ada).send("POST", "/api/v1/surgeries", data=body, headers=headers)
    assert answer.status in {400, 422}, answer.text


@pytest.mark.parametrize(
    ("path", "form"), [("/api/v1/surgeries", "application/json"), ("/sign-in", "application/x-www-form-urlencoded")]
)
async def test_what_can_not_be_unpacked_is_refused(house: House, cast: Cast, path: str, form: str):
    packed = {"Content-Type": form, "Content-Encoding": "gzip"}
    assert (await house.caller(cast.ada).send("POST", path, data=b"not packed", headers=packed)).status == 400


@pytest.mark.parametrize(
    ("body", "form"),
    [(b"body=x", "application/x-www-form-urlencoded; charset=none"), (b"x", "multipart/form-data"),
     (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
     (b'--x\r\nContent-Disposition: form-data; name="email"\r\nContent-Transfer-Encoding: own\r\n\r\nx\r\n--x--',
      "multipart/form-data; boundary=x")],
)  # fmt: skip
async def test_a_form_that_can_not_be_read_is_refused(house: House, body: bytes, form: str):
    answer = await house.caller().send("POST", "/sign-in", data=body, headers={"Content-Type": form})
    assert answer.status == 400


async def test_a_huge_body_is_refused(house: House, cast: Cast):
    answer = await house.caller(cast.ada).post("/surgeries", plan(title="x" * 3_000_000))
    assert answer.status == 413
    assert answer.headers["Content-Type"].startswith("application/problem+json")


async def test_ada_changes_the_time_until_it_is_open(scheduled: Room, cast: Cast):
    ada = scheduled.house.caller(cast.ada)
    times = {"starts_at": _at(minutes=90)[:17] + "00.000Z", "ends_at": _at(hours=3)[:17] + "00.000Z"}
    changed = await ada.patch(f"/surgeries/{scheduled.id}", {"title": "Bikes", "mode": "slow", **times})
    assert (changed.status, changed.json["title"], changed.json["mode"]) == (200, "Bikes", "slow")
    assert {name: changed.json[name] for name in times} == times
    assert (await ada.patch(f"/surgeries/{scheduled.id}", {})).json == changed.json
    await scheduled.act("open")
    refused = await ada.patch(f"/surgeries/{scheduled.id}", {"title": "Too late"})
    assert (refused.status, refused.json["title"]) == (409, "Conflict")


@pytest.mark.parametrize(
    ("acts", "refused"),
    [(["open", "close"], "open"), (["open", "close"], "close"), (["open", "close"], "cancel"), (["cancel"], "open"),
     (["open"], "cancel"), ([], "close"), (["cancel"], "cancel")],
)  # fmt: skip
async def test_a_surgery_goes_one_way(scheduled: Room, cast: Cast, acts: list, refused: str):
    for act in acts:
        await scheduled.act(act)
    before = (await scheduled.house.caller().get(f"/surgeries/{scheduled.id}")).json
    answer = await scheduled.house.caller(cast.ada).post(f"/surgeries/{scheduled.id}/{refused}")
    assert answer.status in {200, 409}
    after = (await scheduled.house.caller().get(f"/surgeries/{scheduled.id}")).json
    assert after["status"] == before["status"]
    assert after["last_seq"] == before["last_seq"]


async def test_surgeries_are_found_by_place_status_and_time(scheduled: Room, cast: Cast):
    nobody = scheduled.house.caller()

    async def found(**query: str) -> list[str]:
        answer = await nobody.get("/surgeries", params=query)
        assert answer.status == 200, answer.text
        return [item["id"] for item in answer.json["items"]]

    assert await found() == [scheduled.id]
    assert await found(neighbourhood=HOME, status="scheduled") == [scheduled.id]
    assert await found(neighbourhood=ELSEWHERE) == []
    assert await found(status="open") == []
    assert await found(**{"from": _at(minutes=30), "to": _at(hours=2)}) == [scheduled.id]
    assert await found(**{"from": _at(hours=2)}) == []
    assert await found(to=_at(minutes=30)) == []
    for wrong in ({"status": "loud"}, {"from": "yesterday"}, {"limit": "0"}, {"to": "2026-01-01"}):
        assert (await nobody.get("/surgeries", params=wrong)).status == 422, wrong


async def test_surgeries_come_page_by_page(room: Room, cast: Cast):
    others = [await room.beside() for _ in range(4)]
    seen, cursor = [], ""
    while True:
        answer = await room.house.caller().get(f"/surgeries?limit=2{cursor}")
        seen += [item["id"] for item in answer.json["items"]]
        if answer.json["next"] is None:
            break
        cursor = f"&cursor={answer.json['next']}"
    assert sorted(seen) == sorted([room.id, *(other.id for other in others)])


async def test_a_page_ends_between_moments_finer_than_are_shown(house: House, cast: Cast):
    """The demonstration's surgeries begin at any microsecond: none may come again on the next page."""
    ada = house.caller(cast.ada)
    starts = [_at(hours=1)[:-1] + f"{microseconds:03}Z" for microseconds in (1, 500, 999)]
    made = [(await ada.post("/surgeries", plan(starts_at=start, ends_at=_at(hours=2)))).json["id"] for start in starts]
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None and len(seen) < 9:
        answer = await ada.get(f"/surgeries?limit=1{cursor and '&cursor=' + cursor}")
        seen += [item["id"] for item in answer.json["items"]]
        cursor = answer.json["next"]
    assert sorted(seen) == sorted(made)


@pytest.mark.parametrize(
    ("query", "status"),
    [("from=0001-01-01T00:00:00%2B23:59", 200), ("to=9999-12-31T23:59:59-23:59", 200), ("cursor=1-%00", 422),
     ("cursor=99999999999999999999999-0", 422), ("cursor=-1-0", 422), ("neighbourhood=%00", 422)],
)  # fmt: skip
async def test_the_list_bears_what_no_surgery_has(house: House, query: str, status: int):
    assert (await house.caller().get(f"/surgeries?{query}")).status == status


@pytest.mark.parametrize("query", ["after=-1", "after=x", "limit=0", "limit=501", "limit=x"])
async def test_events_refuse_numbers_that_can_not_be(room: Room, cast: Cast, query: str):
    assert (await room.house.caller().get(f"/surgeries/{room.id}/events?{query}")).status == 422


async def test_a_surgery_that_is_none_is_not_found(house: House, cast: Cast):
    for path in ("", "/events", "/transcript"):
        for id_ in ("0" * 16, "nonsense", "%00", "x" * 300):
            assert (await house.caller().get(f"/surgeries/{id_}{path}")).status == 404, (id_, path)
    for act in ("open", "close", "cancel"):
        assert (await house.caller(cast.ada).post(f"/surgeries/{'0' * 16}/{act}")).status == 404
