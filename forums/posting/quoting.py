"""Quoting what somebody wrote."""

from typing import Final

MOST: Final = 600
"""Characters of a quote: whoever reads finds the whole behind it."""


def quoted(body: str) -> str:
    """The words as a quote, an empty line after it. What they quote themselves is left out, so that none pile up."""
    own = [line for line in body.splitlines() if not line.lstrip().startswith(">")]
    words = "\n".join(own).strip()
    if len(words) > MOST:
        words = words[:MOST].rsplit(maxsplit=1)[0] + " …"
    return "".join(f"> {line}\n" if line.strip() else ">\n" for line in words.splitlines()) + "\n" if words else ""
