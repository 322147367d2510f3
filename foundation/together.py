"""Several checks of one form: whoever sends it reads all that is wrong with it at once."""

from collections.abc import Callable
from typing import Any

from foundation.errors import Invalid


def checked_together(*checks: Callable[[], Any]) -> list[Any]:
    """What each of them gives. Raises Invalid with every field that one of them finds wrong."""
    given, wrong = [], []
    for check in checks:
        try:
            given.append(check())
        except Invalid as refusal:
            wrong.append(refusal)
    if len(wrong) > 1:
        raise Invalid(wrong[0].message, fields=[field for refusal in wrong for field in refusal.fields])
    if wrong:
        raise wrong[0]
    return given
