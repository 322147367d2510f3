"""Official answers: by verified officers and nobody else, with the date of a promise, and what is solved."""
