"""The title of a merged topic, before its text."""


def titled(title: str, body: str) -> str:
    """A topic's text with its title before it."""
    return f"{_bold(title)}\n\n{body}"


def untitled(title: str, body: str) -> str:
    """The text without the title, if it stands there still: its author may have changed it."""
    return body.removeprefix(f"{_bold(title)}\n\n")


def begins_with(title: str, body: str) -> bool:
    """Whether a text has this title before it."""
    return body.startswith(f"{_bold(title)}\n\n")


def _bold(title: str) -> str:
    return f"**{title.replace('*', chr(0x2217))}**"
