"""What the pages and the API show of a record: lists, single things and what stands beside them."""
