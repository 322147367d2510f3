"""Timed work of booths."""

from foundation.scheduler import Job
from rooms.booth.exit_service import put_out_left
from rooms.booth.purging_service import purge_booths, purge_tickets
from rooms.booth.service import close_forgotten
from rooms.booth.witness_service import mind_witnesses

JOBS = (
    Job("put_out_left", 1, put_out_left),
    Job("close_forgotten_booths", 300, close_forgotten),
    Job("mind_witnesses", 5, mind_witnesses),
    Job("purge_booths", 600, purge_booths),
    Job("purge_tickets", 600, purge_tickets),
)
