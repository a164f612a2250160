"""What a picker suggests."""

from PySide6.QtWidgets import QListWidget


def suggestions(picker):
    listed = picker.window().findChild(QListWidget, "suggestions")
    assert listed.isVisible()
    return [listed.item(row).text() for row in range(listed.count())]
