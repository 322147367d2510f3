"""Replay: an old text under the rules of then, beside those of now."""
