"""How votes are counted: pure arithmetic, in exact fractions. `priorities.tally` is the door to it."""
