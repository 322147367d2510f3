"""The tables of the forums, in Markdown, with what is wanted beside what was measured."""

from collections.abc import Iterator, Sequence

from bench import table
from bench.forums.measuring import ForumFigures

WANTED_KEPT, WANTED_SIGNED_IN = 3_000, 200
"""Of a topic's page, in a second."""
WANTED_P99, WANTED_SEARCH = 60.0, 100.0
"""Milliseconds of a page, and of a search."""
WANTED_MEGABYTES = 300


def forums(measured: Sequence[ForumFigures]) -> Iterator[str]:
    """How full they are, and what each load came to."""
    yield ""
    yield "| Forums | topics | replies | people | filled in, seconds | memory of the server, MB |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for each in measured:
        size, memory = each.size, each.kilobytes / 1024
        yield (
            f"| {each.where} | {size.topics:,} | {size.replies:,} | {size.people:,} | {each.took:.0f} | {memory:.0f} |"
        )
    yield from table.figures([figure for each in measured for figure in each.figures])
    yield ""
    yield (
        f"Wanted of a topic’s page: {WANTED_KEPT:,} a second signed out and {WANTED_SIGNED_IN} signed in; at p99"
        f" {WANTED_P99:.0f} ms of every page and {WANTED_SEARCH:.0f} ms of a search; under {WANTED_MEGABYTES} MB."
    )
