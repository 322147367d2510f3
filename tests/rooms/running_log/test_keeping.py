"""Who begins a log, writes in it, mends and takes down; what is refused."""

from datetime import timedelta

import pytest

from foundation import clock
from foundation.models import AuditEntry
from rooms.running_log.models import RunningEntry, RunningLog
from tests.cast import Cast
from tests.house import House
from tests.rooms.running_log.keeping import Keeper, local


async def test_ada_writes_and_everybody_reads_it(ada: Keeper, cast: Cast) -> None:
    await ada.entry("A lorry is stuck.", place="Cathays Terrace")
    page = (await ada.page()).text
    for words in ("A closed road", "A lorry is stuck.", "Cathays Terrace", "Traffic", "Ada Okafor", "4127"):
        assert words in page, words
    assert "Write an entry" not in page
    assert "Write an entry" in (await ada.page(member=cast.huw)).text, "who serves there keeps it too"
    assert "A closed road" in (await ada.house.page("/logs")).text


@pytest.mark.parametrize("name", ["rosa", "gwen", "nia", "max"])
async def test_nobody_else_writes_mends_or_closes(ada: Keeper, cast: Cast, name: str) -> None:
    entry = await ada.entry("A lorry is stuck.")
    other = Keeper(ada.house, getattr(cast, name))
    other.log = ada.log
    assert (await other.write("It is not true.")).status == 403
    assert (await other.mend(entry, "It is not true.")).status == 403
    await other.browser.get("/surgeries")
    for path in (f"entries/{entry}/hide", "close"):
        assert (await other.browser.post(f"/logs/{ada.log}/{path}", reason="No.")).status == 403
    assert await RunningEntry.all().values_list("body", "state") == [("A lorry is stuck.", "published")]
    await other.browser.close()


async def test_a_log_of_the_whole_force_is_for_who_serves_all_of_it(house: House, cast: Cast) -> None:
    ada, mo, rosa = Keeper(house, cast.ada), Keeper(house, cast.mo), Keeper(house, cast.rosa)
    assert (await ada.begin(neighbourhood="")).status == 403
    assert (await ada.begin(neighbourhood="penarth")).status == 403
    assert (await rosa.begin()).status == 403
    assert (await mo.begin(neighbourhood="")).status == 303
    assert await RunningLog.all().values_list("neighbourhood_id", "force_id") == [(None, "south-wales")]
    assert "South Wales Police" in (await mo.page()).text
    for keeper in (ada, mo, rosa):
        await keeper.browser.close()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": " "}, "Give the log a title"),
        ({"categories": ""}, "from 1 to 12 categories"),
        ({"categories": "Crime\ncrime"}, "stands there twice"),
        ({"categories": "\n".join(map(str, range(13)))}, "from 1 to 12 categories"),
        ({"categories": "x" * 41}, "under 40 characters"),
    ],
)
async def test_a_log_that_says_too_little_is_refused(ada: Keeper, changes: dict[str, str], sentence: str) -> None:
    answer = await ada.begin(**changes)
    assert (answer.status, sentence in answer.text) == (422, True)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"body": " "}, "Write something first"),
        ({"category": "Weather"}, "Choose one of the categories"),
        ({"at": "yesterday"}, "Give the day and the time"),
        ({"at": "2026-11-22T18:00+05:00"}, "Give the day and the time"),
        ({"at": "2026-03-29T01:30"}, "this time does not exist"),
        ({"at": "2099-01-01T00:00"}, "not later than now"),
        ({"at": "0001-01-01T00:00"}, "not later than now"),
        ({"place": "x" * 121}, "under 120 characters"),
    ],
)
async def test_an_entry_that_can_t_be_is_refused_and_what_was_written_stays(
    ada: Keeper, changes: dict[str, str], sentence: str
) -> None:
    body = changes.get("body", "A lorry is stuck.")
    others = {name: value for name, value in changes.items() if name != "body"}
    answer = await ada.write(body, picture=b"", **others)
    assert (answer.status, sentence in answer.text) == (422, True), answer.text
    assert body.strip() in answer.text
    assert await RunningEntry.all().count() == 0


async def test_sent_twice_it_is_one_entry(ada: Keeper) -> None:
    client_id = "0d3e6c1e-3a44-4c86-9f1c-6d2f0b8d7a11"
    first = await ada.entry("A lorry is stuck.", client_id=client_id)
    assert await ada.entry("A lorry is stuck.", client_id=client_id) == first
    assert await RunningEntry.all().count() == 1


async def test_what_screening_asks_about_is_asked_once(ada: Keeper) -> None:
    words = "Ring Mrs Evans on 07700 900123."
    warned = await ada.write(words)
    assert (warned.status, words in warned.text) == (422, True)
    await ada.entry(words, confirm="true")


async def test_a_mended_entry_says_that_it_was_revised(ada: Keeper) -> None:
    at = local(clock.now() - timedelta(hours=2))
    entry = await ada.entry("A lorry is stuck.", at=at)
    assert (await ada.mend(entry, "A bus is stuck.", at=at, category="Crime")).status == 303
    page = (await ada.page()).text
    assert "A bus is stuck." in page
    assert "A lorry is stuck." not in page
    assert 'data-part="edited" >' in page
    assert await AuditEntry.filter(act="log.change", subject_id=entry).count() == 1


async def test_what_is_taken_down_needs_a_reason_and_is_gone_from_every_answer(ada: Keeper, cast: Cast) -> None:
    entry = await ada.entry("A name that should not be here.")
    assert (await ada.take_down(entry, " ")).status == 422
    assert (await ada.take_down(entry)).status == 303
    for form in ("", "/summary", "/entries.csv", "/entries.json"):
        assert "should not be here" not in (await ada.page(form, cast.ada)).text, form
    log = await ada.house.caller().get(f"/surgeries/{ada.log}/events")
    assert "should not be here" not in log.text
    assert (await ada.mend(entry, "Again.")).status == 404
    [written] = await AuditEntry.filter(act="log.hide").values("subject_id", "reason", "actor_id")
    assert written == {"subject_id": entry, "reason": "Shows a face.", "actor_id": cast.ada.id}


async def test_a_closed_log_takes_nothing_new_and_is_still_mended(ada: Keeper) -> None:
    entry = await ada.entry("A lorry is stuck.")
    await ada.browser.get(f"/logs/{ada.log}")
    assert (await ada.browser.post(f"/logs/{ada.log}/close")).status == 303
    assert (await ada.write("One more.")).status == 409
    assert (await ada.mend(entry, "A bus is stuck.")).status == 303
    assert (await ada.browser.post(f"/logs/{ada.log}/close")).status == 409
    assert "Write an entry" not in (await ada.browser.get(f"/logs/{ada.log}")).text


async def test_entries_are_found_by_category_place_and_time(ada: Keeper) -> None:
    now = clock.now()
    early = local(now - timedelta(hours=5))
    await ada.entry("A lorry is stuck.", place="Cathays Terrace", at=early)
    await ada.entry("A bike was stolen.", place="Queen Street", category="Crime")
    for query, found, not_found in [
        ("category=Crime", "A bike", "A lorry"), ("place=terrace", "A lorry", "A bike"),
        (f"from={local(now - timedelta(hours=1))}", "A bike", "A lorry"), (f"to={early}", "A lorry", "A bike"),
    ]:  # fmt: skip
        page = (await ada.page(f"?{query}")).text
        assert found in page, query
        assert not_found not in page, query
    assert "No entry is like that." in (await ada.page("?place=nowhere")).text
    assert "Give the day and the time" in (await ada.page("?from=soon")).text
    assert "a bike" not in (await ada.page("?place=%25")).text.lower(), "a sign of the database’s own finds nothing"


async def test_of_a_long_log_earlier_pages_follow(ada: Keeper) -> None:
    for number in range(103):
        await RunningEntry.create(
            id=f"{number:016}", room_id=ada.log, number=number + 1, client_id=str(number), author_id=ada.member.id,
            at=clock.now(), category="Crime", body="x", html=f"<p>Entry number {number + 1}.</p>", posted_seq=1,
            text_seq=1, created_at=clock.now(),
        )  # fmt: skip
    page = (await ada.page()).text
    assert "Entry number 103." in page
    assert "Entry number 3." not in page
    assert "?before=4" in page
    assert "Entry number 3." in (await ada.page("?before=4")).text
