"""An evening that minutes are written of: marked, asked, answered, promised, polled, and closed."""

import re
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from foundation import clock
from foundation.ids import new_id
from rooms.console.models import Moment
from rooms.log import append
from rooms.polls.models import Poll, PollState, PollVote
from rooms.promises.models import Promise
from rooms.questions.models import Question, QuestionState
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.clients import Answer
from tests.rooms_from_outside import Room


@dataclass(frozen=True)
class Evening:
    """The ids of what was said."""

    room: Room
    bins: str
    answer: str
    lights: str
    promise: str
    poll: str
    moment: str

    async def page(self, form: str = "", member: Member | None = None) -> Answer:
        return await self.room.house.page(f"/surgeries/{self.room.id}/minutes{form}", member)


async def held(room: Room, cast: Cast) -> Evening:
    """Rosa asks about bins, which Ada answers, and about lights, which she promises; then a poll, and the close."""
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    moment = await Moment.create(id=new_id(), room_id=room.id, label="Streets", by=cast.ada.id, at=clock.now())
    await append(room.id, "moment_marked", subject_id=moment.id)
    bins = await rosa.ask("Who empties the bins?")
    lights = await rosa.ask("When are the lights mended?")
    await ada.ok("answer_question", id=bins, client_id=str(uuid4()), body="The council, on Mondays.")
    [entry] = [entry for entry in await room.log() if entry["kind"] == "question_answered"]
    promise = await _promise(room, cast, lights)
    poll = await Poll.create(
        id=new_id(), room_id=room.id, question="Where next?", options=["Park", "School"], state=PollState.CLOSED,
        opened_by=cast.ada.id, opened_at=clock.now(),
    )  # fmt: skip
    await append(room.id, "poll_opened", subject_id=poll.id)
    await PollVote.create(id=new_id(), poll=poll, person_id=cast.rosa.id, option=1, voted_at=clock.now())
    await room.act("close")
    return Evening(room, bins, entry["data"]["answer_id"], lights, promise, poll.id, moment.id)


async def _promise(room: Room, cast: Cast, question: str) -> str:
    day = (clock.now() + timedelta(days=3)).date().isoformat()
    promise = await Promise.create(
        id=new_id(), force_id="south-wales", neighbourhood_id="cathays", room_id=room.id, question_id=question,
        text="We ask the council.", html="<p>We ask the council.</p>", owner="PC Okafor", owner_id=cast.ada.id,
        due_on=day, made_by=cast.ada.id, made_at=clock.now(),
    )  # fmt: skip
    await Question.create(id=question, room_id=room.id, state=QuestionState.PROMISED, promise_id=promise.id)
    return promise.id


class Writer:
    """One of the staff with the draft open: sends each form with the version that their page shows."""

    def __init__(self, evening: Evening, member: Member) -> None:
        self._base = f"/surgeries/{evening.room.id}/minutes"
        self.browser = Browser(evening.room.house.url, member)

    async def look(self) -> str:
        return (await self.browser.get(f"{self._base}/edit")).text

    async def send(self, act: str, **fields: str) -> Answer:
        version = re.search(r'name="version" value="(\d+)"', self.browser.page.text)
        return await self.browser.post(f"{self._base}/{act}", **{"version": version[1] if version else "0", **fields})

    async def do(self, act: str, **fields: str) -> str:
        """Send what must be taken, and look at the draft again."""
        answer = await self.send(act, **fields)
        assert answer.status == 303, answer.text
        return await self.look()

    async def publish(self) -> None:
        await self.do("approve")
        await self.do("publish")

    def item(self, words: str) -> str:
        """The id of the paragraph whose words these are."""
        [id_] = re.findall(r'id="i-(\w+)"(?:(?!id="i-).)*?' + re.escape(words), self.browser.page.text, re.DOTALL)[:1]
        return str(id_)
