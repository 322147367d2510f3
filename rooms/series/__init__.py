"""What repeats: rules, the dates made from them, and what is changed or cancelled on one of them."""
