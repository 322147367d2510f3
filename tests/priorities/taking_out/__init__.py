"""Words of staff that moderators take out."""
