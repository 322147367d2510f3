"""Topics that are like the one somebody is about to begin, so that they may join it instead."""
