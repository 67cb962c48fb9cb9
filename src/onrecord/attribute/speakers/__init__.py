"""Which chain a source stands for, and how sure that is."""
