"""How many want each question answered, and which of them somebody wants: counted from the rows, each person once.

A vote for a question that was merged counts for its target; one for what was taken down, or for one's own, not at all.
What was ticked on printed sheets is added.
"""

from collections import Counter

from foundation.queries import Query

_VOTES = """
    FROM question_vote vote
    JOIN room_message asked ON asked.id = vote.question_id AND asked.state = 'published'
    LEFT JOIN question ON question.id = vote.question_id
    LEFT JOIN room_message target ON target.id = question.merged_into AND target.state = 'published'
    WHERE vote.room_id = ? AND vote.person_id <> COALESCE(target.author_id, asked.author_id)
    """
_COUNTED = Query(
    "SELECT COALESCE(target.id, asked.id) AS id, COUNT(DISTINCT vote.person_id) AS votes"
    + _VOTES
    + "GROUP BY COALESCE(target.id, asked.id)"
)
_WANTED = Query("SELECT DISTINCT COALESCE(target.id, asked.id) AS id" + _VOTES + "AND vote.person_id = ?")
_PAPER = Query(
    """
    SELECT COALESCE(target.id, asked.id) AS id, SUM(paper.count) AS votes
    FROM paper_count paper
    JOIN room_message asked ON asked.id = paper.subject_id AND asked.state = 'published'
    LEFT JOIN question ON question.id = paper.subject_id
    LEFT JOIN room_message target ON target.id = question.merged_into AND target.state = 'published'
    WHERE paper.room_id = ? AND paper.subject_type = 'question'
    GROUP BY COALESCE(target.id, asked.id)
    """
)


async def votes_in(room_id: str) -> dict[str, int]:
    """The votes of each question of a room by its id; one without any has no entry."""
    votes = Counter({row["id"]: int(row["votes"]) for row in await _COUNTED.rows(room_id)})
    votes.update({row["id"]: int(row["votes"]) for row in await _PAPER.rows(room_id)})
    return dict(votes)


async def wanted_by(room_id: str, person_id: str | None) -> set[str]:
    """The ids of the questions that somebody wants answered; none for who is signed out."""
    return {row["id"] for row in await _WANTED.rows(room_id, person_id)} if person_id else set()
