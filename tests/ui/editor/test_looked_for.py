"""What the archive was searched for is marked in the article, until Escape."""

from PySide6.QtCore import Qt

from editor_app.domain.article import Article
from editor_app.domain.document import Document, Figure, Span, Table, paragraph
from editor_app.domain.query_parser import parse_query

TABLE = Table(rows=(((Span("Vatten"),), (Span("lekplatsen"),)),))
ARTICLE = Article(
    "a",
    title="😀 Lekplats över vatten",
    lead="Om lekplatsen.",
    body=Document(
        (paragraph("😀 En lekplats är bäst, skriver Agén."), TABLE, Figure("a" * 64, alt="En gran"))
    ),
)


def marked(editor):
    """Return the words that look as if they were found, field by field."""
    ground = editor.title.palette()
    fields = (editor.title, editor.lead, editor.body)
    return [
        [
            one.cursor.selectedText()
            for one in field.extraSelections()
            if one.format.background().color() != ground.base().color()
        ]
        for field in fields
    ]


def test_each_form_of_the_words_is_marked_where_it_stands(article_editor):
    article_editor.show_article(ARTICLE)

    article_editor.mark_words(parse_query('lekplats "över vatten" agen -bäst').terms)

    assert marked(article_editor) == [
        ["Lekplats", "över vatten"],
        ["lekplatsen"],
        ["lekplats", "Agén", "\ufffc"],
    ]


def test_escape_takes_the_marks_away_and_the_text_stays(qtbot, article_editor):
    article_editor.show_article(ARTICLE)
    article_editor.mark_words(parse_query("lekplats").terms)

    qtbot.keyClick(article_editor.body, Qt.Key.Key_Escape)

    assert marked(article_editor) == [[], [], []]
    assert article_editor.apply_to(ARTICLE) == ARTICLE


def test_another_article_has_no_marks_of_the_one_before(article_editor):
    article_editor.show_article(ARTICLE)
    article_editor.mark_words(parse_query("lekplats").terms)

    article_editor.show_article(Article("b", title="En annan lekplats"))

    assert marked(article_editor) == [[], [], []]


def test_marks_move_with_what_is_typed_before_them(qtbot, article_editor):
    article_editor.show_article(Article("a", body=Document((paragraph("Vid en bro."),))))
    article_editor.mark_words(parse_query("bro").terms)

    qtbot.keyClicks(article_editor.body, "Nu: ")

    assert marked(article_editor)[2] == ["bro"]
