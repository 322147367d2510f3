"""`bluelamp demo`: a force to try, on this machine only."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from foundation import clock
from foundation.settings import Settings
from tests.clients import Caller
from tests.running.demonstration import PASSWORD, database_in, running_demonstration
from tests.running.ports import free_port
from tests.running.server_process import run

PEOPLE = {
    "rosa": "resident", "amir": "resident", "okafor": "officer", "hughes": "officer", "mo": "moderator",
    "dee": "administrator", "dai": "administrator", "olga": "resident",
}  # fmt: skip


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture
def demonstration(tmp_path: Path, settings: Settings) -> Iterator[str]:
    """The address of a demonstration; what it says is in demo.log."""
    with running_demonstration(settings=settings, folder=tmp_path) as server:
        yield server.url


async def test_everybody_signs_in_and_a_surgery_is_open(demonstration: str, tmp_path: Path):
    said = (tmp_path / "demo.log").read_text()
    nobody = Caller(demonstration)
    for name, role in PEOPLE.items():
        answer = await nobody.post("/session", {"email": f"{name}@example.org", "password": PASSWORD})
        assert (answer.status, answer.json["person"]["role"]) == (201, role), name
        assert f"{name}@example.org" in said
        # What the picker would take: a picture by a wrong name would be drawn as another.
        assert name in ("dai", "olga") or "/plant-" not in answer.json["person"]["avatar"]["src"], name
    rosa = await nobody.post("/session", {"email": "rosa@example.org", "password": PASSWORD})
    me = Caller(demonstration, rosa.json["token"])
    home = (await me.get("/me")).json["neighbourhood"]
    [surgery] = (await nobody.get("/surgeries", params={"neighbourhood": home, "status": "open"})).json["items"]
    assert [host["name"] for host in surgery["hosts"]] == ["Ada Okafor"]
    assert "demonstration" in (await nobody.page("/")).text.lower()
    for caller in (nobody, me):
        await caller.close()


async def test_past_months_have_more_words_than_decisions_about_them(demonstration: str):
    month = clock.now().replace(day=1) - timedelta(days=1)
    answer = await Caller(demonstration).get(f"/moderation/report?month={month:%Y-%m}")
    assert answer.status == 200, answer.text
    assert answer.json["posts"] > 2 * answer.json["decisions"] > 0


async def test_its_forums_have_a_topic_in_every_state(demonstration: str):
    nobody = Caller(demonstration)
    topics = (await nobody.get("/neighbourhoods/GM02/topics?limit=100")).json["items"]
    assert {topic["state"] for topic in topics} == {"open", "answered", "solved", "locked", "archived"}
    assert len(topics) >= 15
    assert [topic["title"] for topic in topics if topic["pinned"]] == [
        "How this forum works, and when to call us instead"
    ]
    [lamps] = [topic for topic in topics if topic["title"] == "Street lamps out in Bridge Lane"]
    page = (await nobody.page(f"/topics/{lamps['id']}")).text
    for seen in ("Is it anyone’s job to mend a lamp?", "A row of street lamps at night, none of them lit"):
        assert seen in page
    for path in (
        "/neighbourhoods/GM04/topics",
        f"/forums/{(await nobody.get('/forums')).json['items'][0]['id']}/topics",
    ):
        assert len((await nobody.get(path)).json["items"]) >= 2
    await nobody.close()


async def test_its_people_begin_with_little_that_is_new_to_them(demonstration: str):
    """Nobody who looks at it for the first time is met by forty notices, nor by their own words as unread."""
    for name in PEOPLE:
        person, own = await signed_in(demonstration, name)
        assert (await person.get("/notices/unread")).json["unread"] <= 6, name
        unread = (await person.get("/unread")).json["items"]
        assert len(unread) <= 5, name
        for topic in unread:
            newest = (await person.get(f"/topics/{topic['id']}/replies?after={topic['last_number'] - 1}")).json["items"]
            assert newest[-1]["author"]["id"] != own, (name, topic["title"])
        if name == "rosa":
            assert [topic["title"] for topic in unread] == ["Street lamps out in Bridge Lane"]
        await person.close()


async def signed_in(demonstration: str, name: str) -> tuple[Caller, str]:
    nobody = Caller(demonstration)
    answer = await nobody.post("/session", {"email": f"{name}@example.org", "password": PASSWORD})
    await nobody.close()
    return Caller(demonstration, answer.json["token"]), answer.json["person"]["id"]


def test_its_database_is_not_served_to_others(demonstration: str, settings: Settings, tmp_path: Path):
    its = {"BLUELAMP_DATABASE_URL": database_in(tmp_path)}
    for host in ("0.0.0.0", "::", "192.0.2.1"):
        refused = run("serve", "--host", host, "--port", str(free_port()), settings=settings, folder=tmp_path, **its)
        assert refused.returncode == 1, host
        assert "demonstration" in refused.stderr
        assert "Traceback" not in refused.stderr


async def test_it_leaves_a_database_alone_that_it_did_not_make(settings: Settings, cast: object, tmp_path: Path):
    refused = run("demo", "--port", str(free_port()), settings=settings, folder=tmp_path)
    assert refused.returncode == 1
    assert "demonstration" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_it_adds_no_table_to_a_database_that_it_leaves_alone(settings: Settings, tmp_path: Path):
    """One of an older version: a force that tries the demonstration by mistake goes on running what it has."""
    file = tmp_path / "older.sqlite3"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE mark (name TEXT PRIMARY KEY, value TEXT)")
        connection.execute("CREATE TABLE force (id TEXT PRIMARY KEY, name TEXT)")
        connection.execute("INSERT INTO force VALUES ('glanmor', 'Glanmor Police')")
    its = {"BLUELAMP_DATABASE_URL": f"sqlite://{file}"}
    refused = run("demo", "--port", str(free_port()), settings=settings, folder=tmp_path, **its)
    assert "leaves it alone" in refused.stderr
    with sqlite3.connect(file) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        assert [name for (name,) in tables] == ["force", "mark"]


def test_it_leaves_a_new_force_alone_that_has_an_administrator_only(settings: Settings, tmp_path: Path):
    assert run("create-admin", "chief@example.org", settings=settings, folder=tmp_path).returncode == 0
    refused = run("demo", "--port", str(free_port()), settings=settings, folder=tmp_path)
    assert refused.returncode == 1
    assert "leaves it alone" in refused.stderr
