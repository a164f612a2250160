"""What a person sets once: their name, the interface and the municipality."""
