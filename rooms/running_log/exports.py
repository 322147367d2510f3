"""A log's entries as files: CSV for spreadsheets, which run what looks like a formula, and JSON."""

import csv
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

from foundation.language import _
from foundation.spreadsheets import BOM, harmless

JSON = dict[str, Any]


def as_csv(entries: Sequence[Mapping[str, Any]], zone: ZoneInfo) -> str:
    """A row for each entry as telling makes it, in their order, with times on the clock of the force (RFC 4180)."""
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow([_("Number"), _("Time"), _("Category"), _("Place"), _("What happened"), _("Picture"), _("Revised")])
    for entry in entries:
        revised = _local(entry["edited_at"], zone) if entry["edited_at"] else ""
        words = (entry["category"], entry["place"], entry["body"], (entry["picture"] or {}).get("alt", ""))
        rows.writerow([entry["number"], _local(entry["at"], zone), *map(harmless, words), revised])
    return BOM + written.getvalue()


def _local(at: str, zone: ZoneInfo) -> str:
    return datetime.fromisoformat(at).astimezone(zone).isoformat(sep=" ", timespec="minutes")
