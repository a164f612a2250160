"""How a form asks the desk for something and hears back: the desk works in a thread of its own."""

from collections.abc import Callable
from typing import Any

from editor_app.domain.article import Category, Contact
from ui.desk_worker import Failed

AddCategory = Callable[[str, Callable[[Category], Any], Failed], Any]
SaveContact = Callable[[Contact, Callable[[Contact], Any], Failed], Any]
