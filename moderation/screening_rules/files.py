"""The files that rules and lists are read from, as text: those that come with Bluelamp, and a force's own."""

from collections.abc import Mapping
from pathlib import Path

from moderation.screening_rules.faults import BadRules

HERE = Path(__file__).parent.parent
_LARGEST = 512 * 1024
OWN = "own/"
Files = Mapping[str, str]
"""Text by name: `rules/abuse.toml`, `words/abuse.txt`, and `own/NAME` for the force's own file."""


def read_files(own: Path | None) -> Files:
    """All that is in use: what comes with Bluelamp, and the file of BLUELAMP_RULES. Raises BadRules."""
    found = [*sorted((HERE / "rules").glob("*.toml")), *sorted((HERE / "words").glob("*.txt"))]
    files = {f"{file.parent.name}/{file.name}": file.read_text("utf-8") for file in found}
    return files | {OWN + own.name: _read_own(own)} if own else files


def _read_own(file: Path) -> str:
    try:
        if file.stat().st_size > _LARGEST:
            raise BadRules(str(file), 1, f"the file is too large: {_LARGEST // 1024} KB at most")
        return file.read_text("utf-8")
    except OSError as error:
        raise BadRules(str(file), 1, f"the file can't be read ({error.strerror}): see BLUELAMP_RULES") from None
    except UnicodeDecodeError:
        raise BadRules(str(file), 1, "the file is not UTF-8") from None
