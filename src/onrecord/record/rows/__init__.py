"""Values as rows: the tables, the columns' types, rows of each kind, and the seals over them."""
