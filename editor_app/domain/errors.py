"""The base of everything that can go wrong in the world, as distinct from a bug."""


class EditorAppError(Exception):
    """Something in the world prevents the work; subclasses carry the data that a sentence needs."""
