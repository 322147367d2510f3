"""Timed work of the queue: who follows it live hears what is theirs, whichever process changed their rights."""

from foundation.scheduler import Job
from moderation.queue.watching import settle_all_watchers

JOBS = (Job("settle_queue_watchers", 10, settle_all_watchers),)
