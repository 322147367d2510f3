"""Words on their way out: whether they may be read at once where they are to stand, and what they leave behind."""
