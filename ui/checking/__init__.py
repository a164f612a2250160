"""The editorial rules in the window: checked while somebody writes, shown in the text and beside it."""
