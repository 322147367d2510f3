"""The host's console: canned answers, the staff's channel, relayed words, what is pinned, key moments."""
