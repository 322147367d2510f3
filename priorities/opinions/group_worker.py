"""The worker: reads `{people, statements}` from its input, writes `{members, places}`, and ends.

A process of its own: finding groups takes seconds of a core, and a library as large as this one stays out of servers.
"""

import json
import os
import resource
import sys
from dataclasses import asdict

_POLITE = 5
_MOST_MEMORY = 4 * 1024**3


def main() -> None:
    """Serve once. The limits stand before anything large is loaded."""
    os.nice(_POLITE)
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    from priorities.opinions.grouping import find_groups

    asked = json.load(sys.stdin)
    people = [[(int(statement), int(opinion)) for statement, opinion in given] for given in asked["people"]]
    json.dump(asdict(find_groups(people, int(asked["statements"]))), sys.stdout)


if __name__ == "__main__":
    main()
