"""What lists, pages and searches stand on: the record in outline, what is asked of it, and the rows that show a statement."""
