"""What a record can be turned into: files for other programs, a page to read, a command line."""
