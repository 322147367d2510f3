"""How much is written in the forums that are measured."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ForumSize:
    """`replies` are those beside the topics' own texts, `longest` how many of them stand in the longest topic.

    Everybody has read and watches `followed` topics, those who are measured `measured_followed`. `rounds` of `seconds`
    each are measured for every figure.
    """

    neighbourhoods: int
    people: int
    topics: int
    replies: int
    longest: int
    followed: int = 10
    measured_followed: int = 300
    rounds: int = 3
    seconds: float = 5.0


FULL = ForumSize(neighbourhoods=100, people=50_000, topics=200_000, replies=2_000_000, longest=5_000)
TENTH = ForumSize(neighbourhoods=100, people=5_000, topics=20_000, replies=200_000, longest=5_000)
SMALL = ForumSize(
    neighbourhoods=3, people=60, topics=60, replies=600, longest=120, followed=2, measured_followed=5, rounds=1,
    seconds=0.4,
)  # fmt: skip
