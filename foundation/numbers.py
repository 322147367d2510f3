"""Numbers as forms and addresses say them: whatever was typed there, and however long it is."""


def whole_number(text: str, digits: int = 9) -> int | None:
    """The number that these digits are, 0 or more; None for what is none, or has more digits than any of ours."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else None
