"""A record asked over the network: the client of `onrecord serve` with the same questions as a file."""
