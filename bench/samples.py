"""Figures of one round, and the medians of several."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from bench.process import Meter


@dataclass(frozen=True)
class Round:
    """What one round of a load showed. Times in milliseconds, rates in a second."""

    rate: float
    median: float
    p99: float
    cpu: float
    """Milliseconds of the server's processor for each."""
    load_share: float
    sent: int
    lost: int


@dataclass(frozen=True)
class Figure:
    """The medians of the rounds of one load. `slowest` and `fastest` are rates."""

    name: str
    rate: float
    slowest: float
    fastest: float
    median: float
    p99: float
    cpu: float
    load_share: float
    sent: int
    lost: int

    def with_lost(self, lost: int) -> "Figure":
        """The same, after a second look at what is missing."""
        return replace(self, lost=lost)


def quantile(samples: Sequence[float], share: float) -> float:
    """The sample below which this share of all lies; 0 of none."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def round_of(took: Sequence[float], sent: int, meter: Meter) -> Round:
    """A round that just ended; `took` are the seconds of each that was answered, `sent` counts the others too."""
    seconds, cpu, share = meter.seconds, meter.server, meter.load_share
    done = len(took)
    return Round(
        rate=done / seconds,
        median=quantile(took, 0.5) * 1000,
        p99=quantile(took, 0.99) * 1000,
        cpu=cpu * 1000 / max(1, done),
        load_share=share,
        sent=sent,
        lost=sent - done,
    )


def figure_of(name: str, rounds: Sequence[Round]) -> Figure:
    """The medians over the rounds; what was lost is summed."""
    rates = [each.rate for each in rounds]
    return Figure(
        name=name,
        rate=median(rates),
        slowest=min(rates),
        fastest=max(rates),
        median=median(each.median for each in rounds),
        p99=median(each.p99 for each in rounds),
        cpu=median(each.cpu for each in rounds),
        load_share=max(each.load_share for each in rounds),
        sent=sum(each.sent for each in rounds),
        lost=sum(each.lost for each in rounds),
    )
