"""How verdicts are called, and the rule of the review in words."""

from typing import Final

from foundation.language import Lazy, _, lazy
from priorities.reviewing.figures import ENOUGH, SHOWN_FROM
from priorities.reviewing.models import Verdict

VERDICTS: Final[dict[str, Lazy]] = {
    Verdict.FIXED: lazy("It is fixed"),
    Verdict.BETTER: lazy("It is better"),
    Verdict.SAME: lazy("It is the same"),
    Verdict.WORSE: lazy("It is worse"),
}


def rule() -> str:
    """When a priority counts as met."""
    return _(
        "It counts as met when at least %(enough)s neighbours have answered and more of them say fixed or better than"
        " the same or worse. The police can’t decide it. If it is not met, it can go on in the next round. Figures are"
        " shown from %(shown)s answers on.",
        enough=ENOUGH,
        shown=SHOWN_FROM,
    )
