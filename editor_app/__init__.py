"""The newsroom without a window: everything Pressklar does, and no Qt."""
