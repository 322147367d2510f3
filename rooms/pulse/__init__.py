"""Two questions before and after, answered by nobody in particular."""
