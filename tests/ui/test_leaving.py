"""What is kept of an article that could not be saved."""

import json

from editor_app.domain.article import Article
from editor_app.domain.document import Document, paragraph
from ui.leaving import write_article


def test_the_whole_article_can_be_kept_as_json(tmp_path):
    article = Article("a", title="Bro", lead="Kort.", body=Document((paragraph("Mer."),)))

    write_article(article, tmp_path / "a.json")
    write_article(article, tmp_path / "a.txt")

    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["title"] == "Bro"
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "Bro\n\nKort.\n\nMer.\n"
