"""Timed work of calls: whoever could look is called again where nobody has."""

from foundation.scheduler import Job
from moderation.paging.service import tell_again

JOBS = (Job("page_again", 5, tell_again),)
