"""What is wrong with a file of rules or a list, and where."""

from foundation.environment import BadSetting


class BadRules(BadSetting):
    """A file that can't be used; the message names it, the line (from 1), and what is wrong."""

    def __init__(self, file: str, line: int, why: str) -> None:
        self.file, self.line, self.why = file, line, why
        super().__init__(f"{file}, line {line}: {why}")
