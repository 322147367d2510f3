"""The commands of `bluelamp`, by what they are about. Each file lists its own in COMMANDS.

Each command brings in what it needs when it runs: the whole application takes a second, of which `migrate` needs a
third, and what a bad setting needs is a line.
"""
