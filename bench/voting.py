"""A crowded room in which everybody votes on the questions within ten seconds, while people talk in it."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from uuid import uuid4

from picows import WSFrame, WSTransport

from bench import words
from bench.crowd import CrowdFigure, measure_crowd
from bench.live_client import Hear, Resident
from bench.samples import quantile
from bench.talking import entered

ALLOWED = 200.0
"""Milliseconds in which words must be seen meanwhile, in 99 of 100 cases."""
_QUESTIONS = 30
_UPDATE = b'42/rooms,["question_votes",'


@dataclass
class Votes:
    """What became of the votes: seconds that each took, how many were refused, and when each person heard of counts."""

    took: list[float] = field(default_factory=list)
    lost: int = 0
    heard: dict[int, list[float]] = field(default_factory=dict)

    @property
    def p99(self) -> float:
        return quantile(self.took, 0.99) * 1000

    @property
    def closest(self) -> float:
        """The shortest time in milliseconds in which anybody heard three updates; two a second are allowed."""
        spans = [third - first for times in self.heard.values() for first, third in _threes(times)]
        return min(spans, default=0.0) * 1000

    @property
    def most(self) -> int:
        return max(map(len, self.heard.values()), default=0)


@dataclass(frozen=True)
class Voting:
    """The crowd's own figure beside that of its votes."""

    crowd: CrowdFigure
    votes: Votes

    @property
    def lost(self) -> int:
        return self.crowd.lost + self.votes.lost


class Voter(Resident):
    """A resident who also counts the updates of votes."""

    def __init__(self, token: str, hear: Hear, times: list[float]) -> None:
        super().__init__(token, hear)
        self._times = times

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        if frame.get_payload_as_bytes().startswith(_UPDATE):
            self._times.append(time.perf_counter())
        super().on_ws_frame(transport, frame)


async def measure_voting(url: str, pid: int, tokens: Sequence[str], room: str, seconds: float) -> Voting:
    """Everybody in the room votes once within `seconds`, at moments of their own, while some talk."""
    votes, voters = Votes(), list[Voter]()
    async with entered(url, tokens[:1], [room], lambda _packet: None) as [asker]:
        questions = [await _ask(asker, room) for _question in range(_QUESTIONS)]

    def come(token: str, hear: Hear) -> Resident:
        voters.append(Voter(token, hear, votes.heard.setdefault(len(voters), [])))
        return voters[-1]

    @asynccontextmanager
    async def beside() -> AsyncIterator[None]:
        ballots = [_vote(voter, room, random.choice(questions), seconds, votes) for voter in voters[1:]]
        voting = asyncio.gather(*ballots)
        yield
        await voting

    return Voting(await measure_crowd(url, pid, tokens, room, seconds, beside, come), votes)


async def _ask(asker: Resident, room: str) -> str:
    answer = await asker.call("send_message", room=room, client_id=str(uuid4()), body=words.asked(), kind="question")
    return str(answer["id"])


async def _vote(voter: Resident, room: str, question: str, seconds: float, votes: Votes) -> None:
    await asyncio.sleep(random.uniform(0, seconds))
    began = time.perf_counter()
    try:
        answer = await voter.call("vote_question", room=room, id=question)
    except TimeoutError:
        answer = {"ok": False}
    if answer["ok"]:
        votes.took.append(time.perf_counter() - began)
    else:
        votes.lost += 1


def _threes(times: Sequence[float]) -> list[tuple[float, float]]:
    """The first and the third of each three that follow one another."""
    return [(first[0], second[1]) for first, second in pairwise(pairwise(times))]
