"""Priorities on each database: casting ballots, and reading what came of them."""

from collections.abc import Iterator
from pathlib import Path

from bench import table
from bench.ballots import WANTED, measure_ballots
from bench.fixture import Fixture
from bench.results import Serving, measure_results, results
from bench.samples import Figure
from bench.serving import serving
from bench.sizes import Size
from bench.votes import add_counted, open_votes
from foundation.settings import Settings


class Priorities:
    """What they came to so far: `ballots`, and the pages of results."""

    def __init__(self) -> None:
        self.ballots: list[Figure] = []
        self._results: list[Serving] = []

    async def measure(self, settings: Settings, fixture: Fixture, size: Size, folder: Path, where: str) -> None:
        """Measure them on one more database, with a server of its own."""
        votes = await open_votes(settings, fixture, size.rounds + 1)
        counted = await add_counted(settings, fixture)
        with serving(settings, folder) as server:
            self.ballots += await measure_ballots(server, fixture, votes, size, where)
            self._results += await measure_results(server, settings, fixture, counted, size, where)

    def table(self) -> Iterator[str]:
        """In Markdown."""
        yield from table.figures(self.ballots)
        yield from ("", WANTED)
        yield from results(self._results)
