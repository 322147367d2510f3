"""What was ticked on paper, which polls and questions count like what was ticked on a screen."""
