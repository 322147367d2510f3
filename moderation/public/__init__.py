"""What everybody may know of moderation: the log of decisions, and the figures of each month."""
