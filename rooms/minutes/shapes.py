"""The shapes of published minutes in the JSON API."""

from typing import Literal

import msgspec

from accounts.people import PublicPerson
from rooms.minutes.kinds import ItemKind
from rooms.shapes import Moment, SurgeryAnswer


class MinutesParagraph(msgspec.Struct):
    """One paragraph. Words only where `standing` is `shown`: `withheld`, for its source was taken down; `redacted`, by
    the host, whose reason is `left_out`. What its kind has not is null.

    question: `wanted` (how many more), `reason` (why it was closed); answer: `by`; promise: `owner`, `due_on`, `state`,
    `outcome`; poll: `options`, `counts`, `paper` (of them on paper), `people`.
    """

    id: str
    kind: ItemKind
    standing: Literal["shown", "withheld", "redacted"]
    text: str | None
    html: str | None
    left_out: str | None
    by: PublicPerson | None
    wanted: int | None
    reason: str | None
    owner: str | None
    due_on: str | None
    state: str | None
    outcome: str | None
    outcome_html: str | None
    options: list[str] | None
    counts: list[int] | None
    paper: list[int] | None
    people: int | None


class MinutesAnswer(msgspec.Struct):
    """The newest edition; `revised_at` is null where it is the first."""

    surgery: SurgeryAnswer
    neighbourhood_name: str
    edition: int
    published_at: Moment
    revised_at: Moment | None
    items: list[MinutesParagraph]
