"""What stands in the forms by which words are posted."""

import re
from html import unescape


def typed(page: str) -> str:
    """What stands in the text field of a page."""
    found = re.search(r'<textarea[^>]*name="body"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert found, page
    return unescape(found[1])


def id_of(page: str) -> str:
    found = re.search(r'name="client_id" value="([^"]+)"', page)
    assert found, page
    return found[1]
