"""The log's lines about what is pinned and marked, as people read them."""

from typing import Any

from foundation.language import _

JSON = dict[str, Any]


def pinned_line(data: JSON) -> str:
    if data["text"] is None:
        return ""
    return _("Pinned by the hosts: %(text)s", text=data["text"])


def unpinned_line(_data: JSON) -> str:
    return _("The pinned notice was taken off.")


def moment_line(data: JSON) -> str:
    """Empty for a mark that was taken back."""
    if data["label"] is None:
        return ""
    return _("Key moment: %(label)s", label=data["label"]) if data["label"] else _("Key moment")
