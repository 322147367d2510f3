"""Making the demonstration: places by the import's own way, people by accounts' store, talk by the rooms' verbs."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from aiohttp import web

from accounts import store
from accounts.models import Person
from accounts.passwords import hash_password
from foundation import clock
from foundation.client_ids import new_client_id
from foundation.database import atomic
from foundation.models import Mark
from foundation.permissions import Role, Viewer
from neighbourhoods.importing import import_neighbourhoods, import_postcodes
from rooms.messages.drafts import Draft
from rooms.messages.questions import answer_question
from rooms.messages.service import post_message
from rooms.models import MeetingKind, MessageKind
from rooms.series.service import schedule_series
from rooms.surgeries import service
from rooms.surgeries.changing_service import cancel_surgery
from rooms.surgeries.plans import Plan
from server.demonstration.evenings import EVENINGS, Evening
from server.demonstration.people import CAST, HOME, PASSWORD
from server.demonstration.talk import Line

_WEEKS = 9
_AREA = Path(__file__).parent / "area"


async def make(app: web.Application) -> None:
    """Fill an empty database; it is marked first, so that one that was broken off is known as ours."""
    await Mark.create(name="demonstration", value="1")
    await import_neighbourhoods(_AREA / "neighbourhoods.geojson")
    await import_postcodes(_AREA / "postcodes.csv")
    await _add_people()
    await _hold_last_weeks(app)
    await _plan_next_weeks(app)


async def viewer(key: str) -> Viewer:
    """One of the cast as the server takes them."""
    person = await Person.get(email=f"{key}@example.org").values("id", "name", "role", "force_id")
    places = frozenset({HOME}) if person["role"] in {Role.OFFICER, Role.RESIDENT} else frozenset()
    return Viewer(person["id"], person["name"], Role(person["role"]), person["force_id"], places)


async def hold(app: web.Application, surgery_id: str, lines: Sequence[Line]) -> None:
    """Let the cast say their lines in an open surgery, half a minute apart."""
    asked: dict[str, str] = {}
    for number, line in enumerate(lines):
        speaker = await viewer(line.who)
        draft = Draft(
            new_client_id(), line.words, MessageKind.QUESTION if line.question else MessageKind.MESSAGE, confirm=True
        )
        with clock.elsewhen(timedelta(seconds=30 * (number - len(lines)))):
            if line.answers:
                outcome = await answer_question(app, speaker, surgery_id, asked[line.answers], draft)
            else:
                outcome = await post_message(app, speaker, surgery_id, draft)
        if line.question:
            asked[line.question] = str(outcome.id)


def evening(days: int, hour: int = 18) -> datetime:
    """Six o'clock in so many days (UTC is near enough for a town that is not there)."""
    return (clock.now() + timedelta(days=days)).replace(hour=hour, minute=0, second=0, microsecond=0)


async def _add_people() -> None:
    hashed = await hash_password(PASSWORD)

    async def add() -> None:
        for member in CAST:
            await store.add_person(member.new_person(hashed))

    await atomic(add)


async def _hold_last_weeks(app: web.Application) -> None:
    """Two evenings a week, the oldest first: their words are what a past month of the report counts."""
    days = [7 * week + more for week in range(1, _WEEKS + 1) for more in (0, 3)]
    for ago, past in reversed(list(zip(days, cycle(EVENINGS)))):
        with clock.elsewhen(evening(-ago) - clock.now()):
            await _hold_one(app, past)


async def _hold_one(app: web.Application, past: Evening) -> None:
    host = await viewer(past.host)
    surgery = await service.schedule_surgery(app, host, HOME, _plan(past.title, clock.now()))
    await service.open_surgery(app, host, surgery["id"])
    await hold(app, surgery["id"], past.lines)
    await service.close_surgery(app, host, surgery["id"])


async def _plan_next_weeks(app: web.Application) -> None:
    hughes, okafor, jo = [await viewer(key) for key in ("hughes", "okafor", "jo")]
    await service.schedule_surgery(app, hughes, HOME, _plan("Ask your sergeant", evening(3)))
    evenings = _plan("Safer evenings in the Old Town", evening(10), topic="Lights, doors and getting home")
    await service.schedule_surgery(app, okafor, HOME, evenings, [str(jo.id)])
    tea = _plan(
        "Tea with your officers", evening(6, hour=10), kind=MeetingKind.MEETING, online=False,
        place="Old Town Hall, Market Square", access_notes="Level entrance by the library. There is a hearing loop.",
    )  # fmt: skip
    await service.schedule_surgery(app, okafor, HOME, tea)
    door = _plan("Our door is open", evening(2, hour=17), kind=MeetingKind.OFFICE_HOURS, topic="Drop in, one by one")
    await schedule_series(app, okafor, HOME, door, "FREQ=WEEKLY", [str(hughes.id)])
    called_off = await service.schedule_surgery(app, hughes, HOME, _plan("Parking by the harbour", evening(5)))
    await cancel_surgery(
        app, hughes, called_off["id"], "We are needed at the fair that evening. It will be planned anew."
    )


def _plan(title: str, starts: datetime, **more: Any) -> Plan:
    """An hour from then on."""
    return Plan(title, starts, starts + timedelta(hours=1), **more)
