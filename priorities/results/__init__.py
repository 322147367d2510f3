"""The result of a vote as everybody may see it: bars and tables, files and pictures."""
