"""What goes: deleted, preserved, disposed of."""
