"""What the badge says beside a name: an officer's rank and collar number."""

import re

from foundation.errors import Invalid
from foundation.language import _

_RANK = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’-]){1,38}")
_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9/ -]{0,19}")


def check_rank(rank: str) -> str:
    """The rank as it is shown, such as PC or Sgt; raises Invalid."""
    return _check(_RANK, rank, "rank", _("Enter the rank in letters, such as PC or Sgt."))


def check_number(number: str) -> str:
    """The collar number as it is shown; raises Invalid."""
    return _check(_NUMBER, number, "number", _("Enter the collar number, such as 4821."))


def _check(form: re.Pattern[str], text: str, field: str, sentence: str) -> str:
    kept = " ".join(text.split(" ")).strip()
    if form.fullmatch(kept) is None:
        raise Invalid.at(field, sentence)
    return kept
