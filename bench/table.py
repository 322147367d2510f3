"""The tables, in Markdown, so that the documents can take them as they are."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from bench.checks import Check
from bench.crowd import CrowdFigure
from bench.fixture import Fixture
from bench.samples import Figure
from bench.signing_in import ALLOWED, HeldUp
from bench.voting import ALLOWED as VOTING_ALLOWED
from bench.voting import Voting
from bench.walking import ALLOWED_BYTES, ALLOWED_SHARE, FloorFigure

_BUSY = 0.8
"""From here on the load's own core may be what is measured."""


def imports(fixture: Fixture) -> Iterator[str]:
    area = fixture.area
    yield from _rows(
        ("Import", "seconds"),
        [
            (f"{area.boundary_count} boundaries", f"{fixture.boundaries_took:.1f}"),
            (f"{len(area.postcodes):,} postcodes", f"{fixture.postcodes_took:.1f}"),
        ],
    )


def figures(measured: Iterable[Figure]) -> Iterator[str]:
    head = ("Load", "a second", "slowest–fastest", "median ms", "p99 ms", "CPU ms each", "lost", "load busy")
    yield from _rows(
        head,
        [
            (
                each.name,
                f"{each.rate:,.0f}",
                f"{each.slowest:,.0f}–{each.fastest:,.0f}",
                f"{each.median:.1f}",
                f"{each.p99:.1f}",
                f"{each.cpu:.2f}",
                f"{each.lost} of {each.sent:,}",
                _busy(each.load_share),
            )
            for each in measured
        ],
    )


def crowds(measured: Iterable[CrowdFigure]) -> Iterator[str]:
    head = ("Residents in a room", "messages a second", "CPU µs a delivery", "KB a connection",
            "seen after, median ms", "p99 ms", "lost", "load busy")  # fmt: skip
    yield from _rows(
        head,
        [
            (
                f"{each.residents:,}",
                f"{each.messages:.0f}",
                f"{each.delivery:.0f}",
                f"{each.connection:.0f}",
                f"{each.median:.1f}",
                f"{each.p99:.1f}",
                f"{each.lost} of {each.expected:,}",
                _busy(each.load_share),
            )
            for each in measured
        ],
    )


def checks(measured: Iterable[Check]) -> Iterator[str]:
    yield from _rows(
        ("Check", "median ms", "p99 ms", "CPU ms each"),
        [(each.name, f"{each.median:.2f}", f"{each.p99:.2f}", f"{each.cpu:.2f}") for each in measured],
    )


def held_up(measured: HeldUp) -> Iterator[str]:
    """Words in a room without sign-ins and with them; the last line says by how much they were later."""
    head = ("A room in which people talk", "seen after, median ms", "p99 ms", "p99 of each round", "lost")
    rows = {"nobody signs in": measured.quiet, f"{measured.rate:.0f} sign-ins a second": measured.busy}
    yield from _rows(
        head,
        [
            (
                f"{figures[0].residents} residents, {name}",
                f"{median(each.median for each in figures):.1f}",
                f"{median(each.p99 for each in figures):.1f}",
                ", ".join(f"{each.p99:.0f}" for each in figures),
                f"{sum(each.lost for each in figures)} of {sum(each.expected for each in figures):,}",
            )
            for name, figures in rows.items()
        ],
    )
    middle, slow = measured.sign_in
    yield ""
    yield (
        f"Words are seen {measured.later:.1f} ms later at p99 (at most {ALLOWED:.0f} are wanted); a sign-in takes"
        f" {middle:.0f} ms, {slow:.0f} at p99, and {measured.tally.lost} of {len(measured.tally.took)} were not let in."
    )


def voting(measured: Voting) -> Iterator[str]:
    """Words in a room in which everybody votes within ten seconds, and how often its people heard of the counts."""
    crowd, votes = measured.crowd, measured.votes
    head = ("A room in which everybody votes", "seen after, median ms", "p99 ms", "a vote, p99 ms", "lost", "updates")
    lost = f"{measured.lost} of {crowd.expected + len(votes.took):,}"
    row = (f"{crowd.residents} residents", f"{crowd.median:.1f}", f"{crowd.p99:.1f}", f"{votes.p99:.1f}", lost)
    yield from _rows(head, [(*row, f"{votes.most}")])
    yield ""
    yield (
        f"At most {VOTING_ALLOWED:.0f} ms are wanted at p99, and two updates a second to each: the closest three that"
        f" anybody heard were {votes.closest:.0f} ms apart."
    )


def walking(measured: FloorFigure) -> Iterator[str]:
    """What a full floor of the office costs while its people walk about."""
    head = ("A floor of the office", "walks a second", "bytes a second to each", "at most", "of a core", "refused")
    cost = (f"{measured.down:,.0f}", f"{measured.most:,.0f}", f"{measured.share:.1%}", f"{measured.lost}")
    yield from _rows(head, [(f"{measured.people} people walking", f"{measured.walks:.1f}", *cost)])
    yield ""
    yield f"At most {ALLOWED_BYTES:,} bytes a second and {ALLOWED_SHARE:.0%} of a core are wanted."


def _busy(share: float) -> str:
    return f"{share:.0%}" + (" (the limit)" if share > _BUSY else "")


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield ""
    for row in (head, ["---"] + ["---:"] * (len(head) - 1), *rows):
        yield "| " + " | ".join(row) + " |"
