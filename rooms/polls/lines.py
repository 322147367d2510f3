"""The log's lines about polls, as people read them."""

from typing import Any

from foundation.language import _

JSON = dict[str, Any]


def opened_line(data: JSON) -> str:
    if data["question"] is None:
        return ""
    return _("The room is asked: %(question)s", question=data["question"])


def closed_line(data: JSON) -> str:
    """The question with its result: how many picked what, and how many of them on paper."""
    if data["question"] is None:
        return ""
    counted = zip(data["options"], data["counts"], data["paper"], strict=True)
    picked = "; ".join(_picked(*option) for option in counted)
    return _("The poll has closed. %(question)s %(result)s.", question=data["question"], result=picked)


def withdrawn_line(_data: JSON) -> str:
    return _("A poll was taken back.")


def _picked(option: str, count: int, paper: int) -> str:
    if paper:
        return _("%(option)s: %(count)s, %(paper)s of them on paper", option=option, count=count, paper=paper)
    return _("%(option)s: %(count)s", option=option, count=count)
