"""The process that holds the dictionaries: reads requests from stdin, writes answers to stdout.

hunspell keeps Python's lock while it loads a dictionary or looks for suggestions, so that a thread would
stop the window for as long. It ends when stdin does, which is when the window is gone, however it went.
"""

import sys

from editor_app.checks.spelling.dictionaries import open_dictionary
from editor_app.checks.spelling.messages import Judge, Judged, Learn, Suggest, Suggested, request_of, to_line
from editor_app.checks.spelling.speller import Speller


class Shelf:
    """The spellers, each made when its language is first asked for."""

    def __init__(self) -> None:
        self._spellers: dict[str, Speller] = {}

    def judge(self, request: Judge) -> Judged:
        """Return which forms are misspelled."""
        speller = self.speller(request.language)
        misspelled = tuple(form for form in request.forms if not speller.knows(form))
        return Judged(request.language, request.forms, misspelled)

    def suggest(self, request: Suggest) -> Suggested:
        """Return what may have been meant."""
        suggestions = self.speller(request.language).suggest(request.form)
        return Suggested(request.language, request.form, suggestions)

    def speller(self, language: str) -> Speller:
        """Return the speller of `language`, its dictionary loaded."""
        if language not in self._spellers:
            self._spellers[language] = Speller(language, open_dictionary(language))
        return self._spellers[language]


def main() -> None:
    """Answer until nobody asks any more."""
    shelf = Shelf()
    for line in sys.stdin.buffer:
        match request_of(line):
            case Judge() as request:
                _answer(shelf.judge(request))
            case Suggest() as request:
                _answer(shelf.suggest(request))
            case Learn(language, words):
                shelf.speller(language).learn(words)


def _answer(answer: Judged | Suggested) -> None:
    try:
        sys.stdout.buffer.write(to_line(answer))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The window went while it was being answered.
        sys.exit()


if __name__ == "__main__":
    main()
