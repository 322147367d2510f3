"""Where a page leads after a form."""

from urllib.parse import urlencode

from moderation.queue.filters import Filters


def item_address(item: str, filters: Filters, **more: str) -> str:
    """The page of an item, with the list's filters kept: at the item itself, below the head of the page."""
    return _with(f"/moderation/items/{item}", filters, more) + "#work"


def list_address(filters: Filters, **more: str) -> str:
    """The list."""
    return _with("/moderation", filters, more)


def _with(path: str, filters: Filters, more: dict[str, str]) -> str:
    said = "&".join(part for part in (filters.query, urlencode({k: v for k, v in more.items() if v})) if part)
    return f"{path}?{said}" if said else path
