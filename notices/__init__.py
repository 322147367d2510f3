"""What a person is told and how: on the page, by mail, by push."""
