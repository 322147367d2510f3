"""Timed work of queues."""

from foundation.scheduler import Job
from rooms.queue.waiting_service import mind_queues

JOBS = (Job("mind_queues", 5, mind_queues),)
