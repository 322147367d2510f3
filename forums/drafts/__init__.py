"""Words that are not posted yet, kept for their author on every device."""
