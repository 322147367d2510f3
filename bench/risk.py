"""`python -m bench.risk`: how well the model hears, on lines that it was not trained on, and how fast."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.false_alarms import measure_false_alarms
from bench.likeness import measure_likeness
from bench.samples import quantile
from moderation.risk.classifier import Classifier
from moderation.risk.embedder import Embedder
from moderation.risk.examples import KINDS
from moderation.risk.installed import missing
from moderation.risk.listener import Listener
from moderation.risk.reading import Reader
from moderation.screening import screen

LINES = Path(__file__).with_name("risk_lines.txt")
FRESH = Path(__file__).with_name("risk_lines_fresh.txt")
"""Written after all else was chosen: see there."""
_A_SECOND, _SECONDS = 700, 5
_SENTENCES = 256


@dataclass(frozen=True)
class RiskFigure:
    """What was heard of one kind, by whom: `right` of `heard`, of the `lines` that are of it."""

    name: str
    lines: int
    heard: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.heard if self.heard else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.lines


@dataclass(frozen=True)
class Hearing:
    """Seconds that texts took one by one, and what became of a flood: the share that was heard, the longest wait."""

    took: Sequence[float]
    flooded: int
    heard: int
    longest: float


def held_out(path: Path = LINES) -> list[tuple[str, str]]:
    """The lines, each as its kind (or none) and its words."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(kind, text) for kind, _colon, text in (line.partition(": ") for line in lines)]


def measure_hearing(path: Path = LINES) -> list[RiskFigure]:
    """Each kind as the model hears it; emergencies also where it is sure, by the rules, and by both together."""
    reader, lines = Reader(Embedder(), Classifier.load()), held_out(path)
    read = [reader.read(text, _SENTENCES) for _kind, text in lines]
    by_model, sure = [each["kinds"] for each in read], ["emergency" in each["sure"] for each in read]
    by_rules = [screen(text).emergency for _kind, text in lines]
    figures = [_figure(f"{kind}, model", kind, lines, [kind in kinds for kinds in by_model]) for kind in KINDS]
    both = [rule or model for rule, model in zip(by_rules, sure, strict=True)]
    figures.append(_figure("emergency, model sure", "emergency", lines, sure))
    figures.append(_figure("emergency, rules alone", "emergency", lines, by_rules))
    return [*figures, _figure("emergency, rules or model sure", "emergency", lines, both)]


def _figure(name: str, kind: str, lines: Sequence[tuple[str, str]], heard: Sequence[bool]) -> RiskFigure:
    truths = [truth == kind for truth, _text in lines]
    right = sum(one and truth for one, truth in zip(heard, truths, strict=True))
    return RiskFigure(name, sum(truths), sum(heard), right)


async def measure_flood() -> Hearing:
    """The held-out lines one by one through a worker, then hundreds a second."""
    listener = Listener()
    listener.start()
    try:
        while not listener.is_idle:  # noqa: ASYNC110 -- it is another process that changes
            await asyncio.sleep(0.05)
        took = [await _timed(listener, text) for _kind, text in held_out()]
        flood = await _flood(listener)
    finally:
        await listener.stop()
    waits = [seconds for seconds, _heard in flood]
    return Hearing(took, len(flood), sum(heard for _seconds, heard in flood), max(waits))


async def _timed(listener: Listener, text: str) -> float:
    began = time.perf_counter()
    await listener.heard(text)
    return time.perf_counter() - began


async def _flood(listener: Listener) -> list[tuple[float, bool]]:
    async def ask(number: int) -> tuple[float, bool]:
        began = time.perf_counter()
        heard = await listener.heard(f"The {number} bus was late again on Cowbridge Road, who can I tell about it?")
        return time.perf_counter() - began, heard is not None

    asked = []
    for tenth in range(10 * _SECONDS):
        asked += [asyncio.ensure_future(ask(tenth * 1000 + each)) for each in range(_A_SECOND // 10)]
        await asyncio.sleep(0.1)
    return await asyncio.gather(*asked)


def table() -> Iterator[str]:
    """Both, in Markdown; one line where the extra is not installed."""
    if names := missing():
        yield f"\nThe model was not measured: {', '.join(names)} missing."
        return
    for name, path in (("lines held out", LINES), ("fresh lines", FRESH)):
        yield from ("", f"| Heard, on {len(held_out(path))} {name} | lines | precision | recall |", "| --- " * 4 + "|")
        yield from (f"| {each.name} | {each.lines} | {each.precision:.2f} | {each.recall:.2f} |"
                    for each in measure_hearing(path))  # fmt: skip
    yield from ("", "| False alarms on | lines | sure of an emergency | emergency | anything |", "| --- " * 5 + "|")
    for each in measure_false_alarms(Reader(Embedder(), Classifier.load())):
        yield f"| {each.name} | {each.lines} | {each.sure} | {each.emergency} | {each.anything} |"
    like = measure_likeness(Embedder(), [text for _kind, text in held_out()])
    yield f"\nNearest trained sentence to a held-out line: {like.median:.2f} at the median, {like.most:.2f} at most;"
    yield f"nearer than 0.9 are {like.too_like} of {like.lines}."
    hearing = asyncio.run(measure_flood())
    milliseconds = [1000 * seconds for seconds in hearing.took]
    yield from ("", "| The model’s worker | |", "| --- | --- |")
    yield f"| a line, median and p99 | {median(milliseconds):.1f} and {quantile(milliseconds, 0.99):.1f} ms |"
    yield f"| of {_A_SECOND} a second, heard at once | {hearing.heard / hearing.flooded:.0%} |"
    yield f"| longest that one of them waited | {1000 * hearing.longest:.0f} ms |"


if __name__ == "__main__":
    print(*table(), sep="\n")
