"""Timed work of the audit."""

from foundation.audit.chainer import chain_new_entries
from foundation.audit.heads import export_head
from foundation.scheduler import Job

JOBS = (Job("chain_audit", 1, chain_new_entries), Job("export_audit_head", 60, export_head))
