"""Reading pages as people do."""

import re


def words_of(page: str) -> str:
    """What a page says in its main part, on one line."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())
