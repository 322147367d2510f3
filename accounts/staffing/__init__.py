"""How staff come to be, what they hold, and how they leave."""
