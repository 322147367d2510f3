"""Every load on one running server, one after the other, each in rounds."""

from collections.abc import AsyncIterator, Sequence
from functools import partial

from bench import requests, talking
from bench.closed_loop import Act, run_round
from bench.crowd import CrowdFigure, measure_crowd
from bench.fixture import Fixture
from bench.ledger import logged
from bench.progress import say
from bench.samples import Figure, figure_of
from bench.signing_in import A_SECOND, RESIDENTS, HeldUp, Tally, people_signing_in
from bench.sizes import Size
from bench.voting import Voting, measure_voting
from bench.walking import FloorFigure, measure_floor
from tests.running.server_process import Server

_AT_ONCE = 8
"""People who ask for pages at the same time."""
_IN_ONE_ROOM = 10


class Loads:
    """The loads on a server that serves a fixture."""

    def __init__(self, server: Server, fixture: Fixture, size: Size) -> None:
        self._url, self._pid = server.url, server.process.pid
        self._fixture, self._size = fixture, size

    async def pages(self) -> AsyncIterator[Figure]:
        """Lookups alone and together, pages signed out, and sign-ins."""
        surgeries, home = self._fixture.surgeries, self._fixture.area.home
        postcode = requests.lookup(self._fixture.area.postcodes)
        async with requests.session(self._url, _AT_ONCE) as client:
            lookup = requests.getting(client, postcode)
            yield await self._figure("Postcode lookup, one at a time", [lookup])
            yield await self._figure(f"Postcode lookups, {_AT_ONCE} at a time", [lookup] * _AT_ONCE)
            for name, path in {
                "Neighbourhood page": f"/neighbourhoods/{home}",
                "Transcript page, 200 messages": f"/surgeries/{surgeries.closed}/transcript",
                "Room page, 200 messages": f"/surgeries/{surgeries.talked_in}",
            }.items():
                page = requests.getting(client, partial(str, path))
                yield await self._figure(name, [page] * _AT_ONCE)
            yield await self._figure("Sign-ins, 4 at a time", [requests.signing_in(client)] * 4)

    async def messages(self, where: str) -> AsyncIterator[Figure]:
        """Durable messages in one room and in many; `where` names the database."""
        surgeries, tokens = self._fixture.surgeries, self._fixture.people.tokens
        yield await self._talk(f"Messages in one room, {where}", tokens[:_IN_ONE_ROOM], [surgeries.one])
        many = surgeries.many
        yield await self._talk(f"Messages in {len(many)} rooms, {where}", tokens[: len(many)], many)

    async def crowds(self) -> AsyncIterator[CrowdFigure]:
        """The cost of a room, with each number of residents."""
        tokens, room = self._fixture.people.tokens, self._fixture.surgeries.crowded
        for count in self._size.residents:
            say(f"A room with {count} residents")
            yield await measure_crowd(self._url, self._pid, tokens[:count], room, self._size.seconds * 2)

    async def held_up(self) -> HeldUp:
        """Rounds of a room in which people talk, in turn while nobody signs in and while many do."""
        size, url, room = self._size, self._url, self._fixture.surgeries.crowded
        tokens = self._fixture.people.tokens[: min(RESIDENTS, max(size.residents))]
        seconds, tally = size.seconds * 2, Tally()
        quiet, busy = [], []
        async with requests.session(url, 100) as client:
            for _round in range(size.rounds):
                say(f"A room with {len(tokens)} residents, quiet and with {A_SECOND} sign-ins a second")
                quiet.append(await measure_crowd(url, self._pid, tokens, room, seconds))
                beside = people_signing_in(client, tally)
                busy.append(await measure_crowd(url, self._pid, tokens, room, seconds, beside))
        return HeldUp(quiet, busy, tally, seconds * size.rounds)

    async def voting(self) -> Voting:
        """Everybody in the most crowded room votes on its questions within ten seconds."""
        tokens = self._fixture.people.tokens[: max(self._size.residents)]
        say(f"{len(tokens)} residents voting")
        room = self._fixture.surgeries.crowded
        return await measure_voting(self._url, self._pid, tokens, room, self._size.seconds * 2)

    async def walking(self) -> FloorFigure:
        """A full floor of the office."""
        say("A floor of the office with 30 people walking")
        tokens, room = self._fixture.people.tokens, self._fixture.surgeries.crowded
        return await measure_floor(self._url, self._pid, tokens, room, self._size.seconds * self._size.rounds)

    async def _talk(self, name: str, tokens: Sequence[str], rooms: list[str]) -> Figure:
        """Lost is what was never acknowledged, and what was but stands in no log."""
        async with (
            requests.session(self._url, 1) as client,
            talking.entered(self._url, tokens, rooms, lambda packet: None) as residents,
        ):
            before = await logged(client, rooms)
            acts = [talking.saying(resident, rooms[i % len(rooms)]) for i, resident in enumerate(residents)]
            figure = await self._figure(name, acts)
            missing = figure.sent - (await logged(client, rooms) - before)
        return figure.with_lost(max(figure.lost, missing))

    async def _figure(self, name: str, acts: Sequence[Act]) -> Figure:
        say(name)
        await run_round(acts, min(1.0, self._size.seconds), self._pid)
        return figure_of(
            name, [await run_round(acts, self._size.seconds, self._pid) for _round in range(self._size.rounds)]
        )
