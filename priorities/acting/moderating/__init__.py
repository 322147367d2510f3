"""What was done about priorities, as moderation sees it."""
