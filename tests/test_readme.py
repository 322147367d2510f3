"""The README's commands, as a newcomer types them, and the job that they promise, on the real South Wales."""

import asyncio
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from foundation import clock
from server.features import EVENTS
from tests.accounts.browsing import Browser
from tests.accounts.coming_in import come_in
from tests.clients import Answer
from tests.running.ports import free_port
from tests.running.processes import end, wait_until
from tests.running.server_process import ROOT, status_of

README = (ROOT / "README.md").read_text()
DEMO, RECOUNT, LOAD, SERVE = re.findall(r"^ *```sh\n(.*?)```", README, re.DOTALL | re.MULTILINE)
SOUTH_WALES = ROOT.parent / "shared" / "data" / "south-wales"
PASSWORD = "three random words"

needs_south_wales = pytest.mark.skipif(
    not SOUTH_WALES.is_dir(), reason="the real South Wales is not there: ../shared/data/south-wales"
)


@contextmanager
def running(script: str, folder: Path, port: int, patience: float) -> Iterator[str]:
    """A script of the README that serves, until the block ends; gives the address."""
    log = folder / "readme.log"
    with log.open("wb") as out:
        # `exec`, so that the process that is ended is the server itself.
        last = re.sub(r"^(?=make|\.venv)", "exec ", script, flags=re.MULTILINE)
        process = subprocess.Popen(["sh", "-ec", last], cwd=folder, stdout=out, stderr=out, env=environment(port))
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until(lambda: status_of(f"{address}/readyz") == 200, process, f"the README's server, see {log},", patience)
        yield address
    finally:
        end(process)


def environment(port: int) -> dict[str, str]:
    path = f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"
    return {"PATH": path, "PORT": str(port), "DATA": str(SOUTH_WALES), "HOME": str(Path.home())}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """An empty clone of what is committed."""
    folder = tmp_path / "bluelamp"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    return folder


@pytest.fixture
def loaded(tmp_path: Path) -> tuple[Path, list[str], str]:
    """A folder where the README's commands loaded South Wales; with the administrators' links and the secret."""
    (tmp_path / ".venv").symlink_to(sys.prefix)
    script = LOAD + '\necho "secret=$BLUELAMP_SECRET_KEY"\n'
    done = subprocess.run(
        ["sh", "-ec", script],
        cwd=tmp_path,
        env=environment(0),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    links = re.findall(r"http://\S+(/link/\S+)", done.stdout)
    [secret] = re.findall(r"secret=(\S+)", done.stdout)
    return tmp_path, links, secret


def test_a_newcomer_finds_every_document_and_picture_from_the_readme() -> None:
    linked = set(re.findall(r"\]\((docs/[^)]+)\)", README))
    assert {str(page.relative_to(ROOT)) for page in (ROOT / "docs").glob("*.md")} <= linked
    assert [path for path in linked if not (ROOT / path).exists()] == []


def test_who_writes_a_client_finds_every_event_described() -> None:
    described = "".join(
        (ROOT / "docs" / name).read_text() for name in ("rooms.md", "floor.md", "forums.md", "acting.md")
    )
    assert [name for name in sorted(event.name for event in EVENTS) if f"`{name}" not in described] == []


def test_who_runs_it_finds_every_setting() -> None:
    described = (ROOT / "docs" / "running.md").read_text()
    known = set(re.findall(r"BLUELAMP_[A-Z_]+[A-Z]", (ROOT / "foundation" / "settings.py").read_text()))
    assert [name for name in sorted(known) if f"`{name}`" not in described] == []


async def test_a_newcomer_starts_the_demonstration_in_an_empty_clone(clone: Path) -> None:
    port = free_port()
    with running(DEMO, clone, port, patience=240) as address:
        gwen = Browser(address)
        found = await gwen.get("/neighbourhoods?postcode=gm21aa")
        assert found.status == 303
        assert "Your evening surgery" in (await gwen.get(found.headers["Location"])).text
        await check_the_officer(gwen, str(found.headers["Location"]), address)
        await count_again(gwen, str(found.headers["Location"]), clone)
        await gwen.close()


@needs_south_wales
async def test_the_surgery_is_held_with_the_real_south_wales(loaded: tuple[Path, list[str], str]) -> None:
    folder, links, secret = loaded
    port = free_port()
    script = f"export BLUELAMP_DATABASE_URL=sqlite://var/bluelamp.sqlite3 BLUELAMP_SECRET_KEY={secret}\n"
    with running(script + SERVE.replace("8080", str(port)), folder, port, patience=30) as address:
        officer = await enrolled_officer(address, folder, links, "W05000857")
        room = await open_surgery(officer, "W05000857")
        gwen = await joined_by_postcode(address, "cf10 1aa", room)
        asked = await gwen.post(f"{room}/messages", body="Who looks after the Hayes at night?", kind="question")
        question = re.search(r"#m-(\w+)", asked.headers["Location"])
        assert question, asked.headers
        await officer.get(room)
        await officer.post(f"{room}/messages/{question[1]}/answer", body="We do, every night until three.")
        assert "every night until three" in (await gwen.get(room)).text
        await officer.get(room)
        await officer.post(f"{room}/close")
        transcript = (await gwen.get(f"{room}/transcript.txt")).text
        assert "Who looks after the Hayes at night?" in transcript
        assert "Ben Cole [verified officer: PC 7001] (answer)" in transcript
        for browser in (officer, gwen):
            await browser.close()


async def check_the_officer(resident: Browser, neighbourhood: str, address: str) -> None:
    """The second tour, from the words in the room to the officer's going off duty."""
    page = (await resident.get(neighbourhood)).text
    room = re.search(r'href="(/surgeries/\w+)">Your evening surgery<', page)
    assert room
    words = words_in((await resident.get(room[1])).text)
    yes = (await check(resident, ", ".join(words).upper())).text
    for told in ("Yes, this is PC Ada Okafor", "4127, Glanmor Police", "Your evening surgery", "The words hold until"):
        assert told in yes, told
    other = "acorn" if words[2] != "acorn" else "badger"
    assert "No. These are not an officer’s words" in (await check(resident, " ".join([*words[:2], other]))).text

    officer = Browser(address)
    await officer.get("/sign-in")
    await officer.post("/sign-in", email="okafor@example.org", password="bluelamp-demo")
    assert "Go off duty" in (await officer.get("/account")).text
    await officer.post("/duty/end")
    await officer.close()
    assert words_in((await resident.get(room[1])).text) == []
    assert "These words are old" in (await check(resident, " ".join(words))).text


async def count_again(anybody: Browser, neighbourhood: str, folder: Path) -> None:
    """The fifth tour, from the page of the neighbourhood’s priorities to the file of the round that is done."""
    page = (await anybody.get(f"{neighbourhood}/priorities")).text
    [done] = [path for path in dict.fromkeys(re.findall(r"/rounds/\w+", page)) if await is_counted(anybody, path)]
    results = (await anybody.get(f"{done}/results")).text
    link = re.search(r'href="([^"]+)"[^>]*>Every ballot, to count again<', results)
    assert link
    (folder / "ballots.json").write_text((await anybody.get(link[1])).text)
    said = await asyncio.to_thread(
        subprocess.run, ["sh", "-ec", RECOUNT], cwd=folder, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stdout + said.stderr
    told = (await anybody.get(f"{neighbourhood}/you-said-we-did")).text
    for seen in ("Neighbours say it got better", "Not solved yet", "Poster to print"):
        assert seen in told, seen


async def is_counted(anybody: Browser, path: str) -> bool:
    """Whether the vote of a round is closed and counted."""
    return "Every ballot, to count again" in (await anybody.get(f"{path}/results")).text


def words_in(page: str) -> list[str]:
    """The words of the shift that a room shows."""
    return re.findall(r'<span class="bl-words__word">(\w+)</span>', page)


async def check(resident: Browser, words: str) -> Answer:
    assert "Check the words" in (await resident.get("/check")).text
    return await resident.post("/check", code=words)


async def enrolled_officer(address: str, folder: Path, links: list[str], neighbourhood: str) -> Browser:
    """Two administrators come in by their links; one enters an officer, the other confirms; the mail lets them in."""
    dee, dai, officer = Browser(address), Browser(address), Browser(address)
    for administrator, link in zip((dee, dai), links, strict=True):
        await come_in(administrator, link, PASSWORD)
    await dee.get("/admin/people/new")
    ben = {"email": "ben.cole@example.org", "name": "Ben Cole", "role": "officer", "rank": "PC", "number": "7001"}
    entered = await dee.post("/admin/people", **ben, neighbourhoods=neighbourhood)
    waiting = entered.headers["Location"].partition("?")[0]
    await dai.get(waiting)
    assert (await dai.post(f"{waiting}/confirm")).status == 303
    await come_in(officer, await mailed_link(folder / "var" / "mail"), PASSWORD)
    for administrator in (dee, dai):
        await administrator.close()
    return officer


async def mailed_link(folder: Path) -> str:
    """The path of the one-time link in the mail to Ben, once the server has written it."""
    for _try in range(100):
        if link := link_in(folder):
            return link
        await asyncio.sleep(0.1)
    raise AssertionError("no mail to Ben")


def link_in(folder: Path) -> str | None:
    """The link that was mailed to Ben."""
    for file in folder.glob("*.eml"):
        mail = message_from_bytes(file.read_bytes(), policy=policy.default)
        found = re.search(r"https?://\S*(/link/\S+)", mail.get_content())
        if found and "ben.cole@example.org" in mail["To"]:
            return found[1]
    return None


async def open_surgery(officer: Browser, neighbourhood: str) -> str:
    """The path of a surgery that the officer planned for tonight and opened at once."""
    plan = f"/neighbourhoods/{neighbourhood}/surgeries/new"
    await officer.get(plan)
    planned = await officer.post(
        plan,
        title="Your evening surgery",
        date=str(clock.now().date() + timedelta(days=3)),
        start="18:00",
        end="19:00",
        mode="open",
    )
    room = str(planned.headers["Location"])
    await officer.get(room)
    assert (await officer.post(f"{room}/open")).status == 303
    return room


async def joined_by_postcode(address: str, postcode: str, room: str) -> Browser:
    """A resident who typed a postcode, found the surgery on the neighbourhood's page, and joined it under a name."""
    gwen = Browser(address)
    found = await gwen.get(f"/neighbourhoods?postcode={postcode.replace(' ', '+')}")
    assert room in (await gwen.get(found.headers["Location"])).text
    await gwen.get(room)
    assert (await gwen.post("/guest", name="Gwen", back=room)).headers["Location"] == room
    await gwen.get(room)
    return gwen
