"""What linking works out and may use again when more reports come, as values and as bytes."""
