"""What moderation holds about a person, as they take it away: other people are in it by role only."""

from moderation.appeals.holdings import HELD_BY_APPEALS
from moderation.decisions.holdings import HELD_BY_DECISIONS
from moderation.drills.holdings import HELD_OF_DRILLS
from moderation.evidence.holdings import HELD_AS_EVIDENCE
from moderation.flags.holdings import HELD_BY_FLAGS
from moderation.items.holdings import HELD_BY_ITEMS
from moderation.known.holdings import HELD_OF_KNOWN
from moderation.lists.sites_holdings import HELD_OF_SITES
from moderation.lists.words_holdings import HELD_OF_WORDS
from moderation.paging.holdings import HELD_OF_CALLS
from moderation.queue.holdings import HELD_BY_QUEUE
from moderation.sealed.holdings import HELD_OF_CASES

HELD_BY_MODERATION = (
    *HELD_BY_DECISIONS,
    *HELD_BY_APPEALS,
    *HELD_AS_EVIDENCE,
    *HELD_BY_FLAGS,
    *HELD_BY_ITEMS,
    *HELD_OF_KNOWN,
    *HELD_BY_QUEUE,
    *HELD_OF_CASES,
    *HELD_OF_SITES,
    *HELD_OF_WORDS,
    *HELD_OF_CALLS,
    *HELD_OF_DRILLS,
)
