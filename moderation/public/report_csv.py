"""A month's report as a file for spreadsheets: one figure in each row."""

import csv
from collections.abc import Iterator
from io import StringIO

from foundation.spreadsheets import BOM
from moderation.public.report import KindFigures, Report

Row = tuple[str, str, str | int | float | None]


def as_csv(report: Report) -> str:
    """`group,name,value` (RFC 4180), with the names of the API; times in seconds, shares from 0 to 1."""
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow(["group", "name", "value"])
    rows.writerows((group, name, "" if value is None else value) for group, name, value in _rows(report))
    return BOM + written.getvalue()


def _rows(report: Report) -> Iterator[Row]:
    yield "report", "month", report.month
    yield "report", "force", report.force.id if report.force else "all"
    yield "report", "over", "yes" if report.over else "no"
    yield "report", "made_at", report.made_at
    for name in ("posts", "flags", "held", "decisions", "by_person", "by_rule", "overturned", "undone"):
        yield "totals", name, getattr(report, name)
    for figures in (report.every_kind, *report.by_kind):
        yield from _of_kind(figures)
    for group in ("by_action", "by_clause", "by_role", "flags_by_reason"):
        yield from ((group, counted.name, counted.count) for counted in getattr(report, group))
    for name in report.appeals.__struct_fields__:
        yield "appeals", name, getattr(report.appeals, name)
    for drill in report.drills:
        yield "drills", f"{drill.force} {drill.week}", drill.seconds
    for month in report.months:
        yield "months", month.month, month.decisions


def _of_kind(figures: KindFigures) -> Iterator[Row]:
    for name in figures.__struct_fields__[1:]:
        yield f"kind {figures.kind}", name, getattr(figures, name)
