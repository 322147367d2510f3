"""What clients send about answers, and how the JSON API describes it."""

from datetime import date

import msgspec


class OfficialAnswer(msgspec.Struct):
    """`promised_for`: the local date by which something is promised, or null."""

    promised_for: date | None = None


class Solved(msgspec.Struct):
    """`reply`: the id of the reply that solved it, or null."""

    reply: str | None = None
