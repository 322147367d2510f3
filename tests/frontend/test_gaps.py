"""Two sentences of a paragraph stand apart: Jinja drops the line's end behind a tag, and the indent before the next."""

import re
from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "frontend" / "templates"
GLUED = re.compile(r"<p\b(?:(?!</p>|\n).)*\{% endtrans %\}\n\s*\{%-? if")


def test_no_reader_finds_two_sentences_without_a_space_between_them():
    glued = {str(file.relative_to(TEMPLATES)): GLUED.findall(file.read_text()) for file in TEMPLATES.rglob("*.html")}
    assert {file: found for file, found in glued.items() if found} == {}
