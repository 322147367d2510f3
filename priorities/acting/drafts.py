"""What somebody says was done about a priority, as they sent it, read and checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from foundation import clock
from foundation.client_ids import client_id_of
from foundation.errors import Invalid
from foundation.language import _
from foundation.lengths import check_line
from foundation.numbers import whole_number
from foundation.text import check_text

JSON = dict[str, Any]
MOST_FIGURES: Final = 4
_LONGEST_LABEL: Final = 80
_LONGEST_VALUE: Final = 20
_LONGEST_PARTNER: Final = 80
_LONG_AGO: Final = timedelta(days=366)
_FAR: Final = timedelta(days=366)


@dataclass(frozen=True)
class ActionDraft:
    """The words of an action. `partner` is who did it where that was not the police; `next_update_on` the team’s word.

    `pictures` are the ids of those that were sent for it. `confirm`: its author was warned and sends it all the same.
    """

    body: str
    client_id: str = ""
    done_on: date | None = None
    partner: str = ""
    figures: tuple[JSON, ...] = ()
    next_update_on: date | None = None
    pictures: tuple[str, ...] = ()
    confirm: bool = False
    version: int = 0

    @property
    def words(self) -> str:
        """All that is to be read before it is shown, as one text."""
        lines = [" ".join((row["label"], row["before"], row["after"])) for row in self.figures]
        return "\n".join(part for part in (self.body, self.partner, *lines) if part)


def draft_of(form: Mapping[str, str], zone: ZoneInfo, pictures: Sequence[str] = ()) -> ActionDraft:
    """An action as a form brings it. Raises Invalid, naming the field."""
    return checked_draft(
        ActionDraft(
            body=form.get("body", ""),
            client_id=client_id_of(form),
            done_on=day_in(form.get("done_on", ""), "done_on"),
            partner=form.get("partner", ""),
            figures=tuple(_figures_in(form)),
            next_update_on=day_in(form.get("next_update_on", ""), "next_update_on"),
            pictures=tuple(pictures),
            confirm=bool(form.get("confirm")),
            version=whole_number(form.get("version", "")) or 0,
        ),
        zone,
    )


def checked_draft(draft: ActionDraft, zone: ZoneInfo) -> ActionDraft:
    """The same, cleaned, done today where it says no day. Raises Invalid, naming the field."""
    today = clock.today_in(zone)
    done_on = draft.done_on or today
    if not today - _LONG_AGO <= done_on <= today:
        raise Invalid.at("done_on", _("Choose the day when it was done: today, or a day within the last year."))
    check_next_update(draft.next_update_on, today)
    return replace(
        draft,
        body=check_text(draft.body),
        done_on=done_on,
        partner=check_line(draft.partner, _LONGEST_PARTNER, "partner"),
        figures=tuple(_figure(row) for row in draft.figures),
    )


def check_next_update(day: date | None, today: date) -> None:
    """Raises Invalid for a day that has passed, or that is further away than a year."""
    if day is not None and not today <= day <= today + _FAR:
        raise Invalid.at("next_update_on", _("Choose a day from today on, within a year."))


def before_and_after(before: Any, after: Any) -> list[str]:
    """A change as the audit tells it."""
    return ["" if each is None else str(each) for each in (before, after)]


def day_in(given: str, name: str) -> date | None:
    """A day as a form has one (`2026-11-25`), None where it is empty. Raises Invalid at the field `name`."""
    if not given.strip():
        return None
    try:
        return date.fromisoformat(given.strip())
    except ValueError:
        raise Invalid.at(name, _("Give the day as it is in the calendar, or leave it empty.")) from None


def _figures_in(form: Mapping[str, str]) -> list[JSON]:
    rows = [
        {name: form.get(f"figure_{name}_{place}", "") for name in ("label", "before", "after")}
        for place in range(1, MOST_FIGURES + 1)
    ]
    return [row for row in rows if any(value.strip() for value in row.values())]


def _figure(row: JSON) -> JSON:
    label = check_line(row["label"], _LONGEST_LABEL, "figures")
    before, after = (check_line(row[name], _LONGEST_VALUE, "figures") for name in ("before", "after"))
    if not label or not after:
        raise Invalid.at("figures", _("Say of each figure what was counted, and how many it is now."))
    return {"label": label, "before": before, "after": after}
