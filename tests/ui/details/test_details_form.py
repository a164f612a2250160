"""The form beside the article: what it shows is what it gives back."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QWidget

from editor_app.domain.article import Article, Category, Correction, Kind, Original
from editor_app.domain.document import Document, Figure, paragraph
from editor_app.domain.policy import Policy
from tests.cards import card
from ui.details.details_form import DetailsForm
from ui.details.languages import OWN_NAMES
from ui.details.original_field import OriginalSource
from ui.pickers.image_dialog import ImageDialog
from ui.pickers.image_source import ImageSource
from ui.pickers.related_picker import RelatedSource
from ui.pickers.title_source import NO_ARTICLES
from ui.widgets.form_field import FormField

CATEGORIES = [Category("k", "Kultur och fritid", "kultur-och-fritid")]
CONTACTS = [card("a", "Åsa Lindqvist", phone="112"), card("b", "Bo Ek", email="bo@ekdala.example")]
ARTICLE = Article(
    "1",
    kind=Kind.INFORMATION,
    title="Rubrik",
    lead="Ingress",
    body=Document((paragraph("Text"),)),
    language="fi",
    category_id="k",
    contact_ids=("b", "a"),
    hero=Figure("sjo", alt="Sjön"),
    related_ids=("2",),
    version_of=Original("3", "f"),
    publish_at=datetime(2024, 2, 26, 13, 2, 41, tzinfo=UTC),
    corrections=(Correction(date(2024, 2, 28), "Sjön är\u00a0djup."),),
    record_number="KS 2024/12",
    slug="rubrik",
    internal_note="Ring först",
)


def images():
    return ImageSource(
        add_file=lambda *_asked: None,
        stored=lambda *_asked: None,
        load=lambda *_asked: None,
        add_data=lambda *_: None,
        add_picture=lambda *_: None,
        load_small=lambda *_: None,
        describe=lambda *_: None,
        uses=lambda *_: None,
    )


@pytest.fixture
def form(qtbot):
    made = DetailsForm(
        add_category=lambda name, done, _failed: done(Category("ny", name, "ny")),
        save_contact=lambda contact, done, _failed: done(contact),
        images=images(),
        related=RelatedSource(find=lambda *_: None, rows=lambda *_: None, suggest=lambda *_: None),
        originals=OriginalSource(NO_ARTICLES, lambda *_: None),
    )
    qtbot.addWidget(made)
    made.resize(300, 900)
    made.set_choices(CATEGORIES, CONTACTS)
    made.edits = []
    made.edited.connect(lambda: made.edits.append(made.apply_to(ARTICLE)))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_article(ARTICLE)
    yield made
    made.close()


def test_showing_an_article_tells_nobody_and_changes_nothing(form):
    assert form.edits == []
    assert form.apply_to(ARTICLE) == ARTICLE


def test_only_the_details_are_replaced(form):
    other = Article("9", title="Annan", lead="Annat", body=Document((paragraph("Annan text"),)), slug="annan")

    applied = form.apply_to(other)

    assert (applied.id, applied.title, applied.lead, applied.body, applied.slug) == (
        "9", "Annan", "Annat", other.body, "annan",
    )  # fmt: skip
    assert (applied.contact_ids, applied.internal_note) == (("b", "a"), "Ring först")


moments = st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
words = st.text(max_size=20)
ids = st.lists(st.sampled_from(["a", "b", "unknown", "1", "2"]), unique=True, max_size=4).map(tuple)
figures = st.builds(Figure, image_id=words.filter(bool), alt=words, decorative=st.booleans(), caption=words)
articles = st.builds(
    Article,
    id=st.just("1"),
    kind=st.sampled_from(Kind),
    language=st.sampled_from(["sv", "ar", "xx-unknown", ""]),
    category_id=st.sampled_from([None, "k", "unknown"]),
    contact_ids=ids,
    hero=st.none() | figures,
    related_ids=ids,
    version_of=st.none() | st.builds(Original, st.sampled_from(["2", "unknown"]), st.sampled_from(["", "f"])),
    publish_at=moments,
    embargo_until=moments,
    unpublish_at=moments,
    stays_online=st.booleans(),
    record_number=words,
    internal_note=words,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(article=articles)
def test_an_article_that_is_only_looked_at_stays_as_it_is(form, article):
    form.show_article(article)

    assert form.apply_to(article) == article
    assert form.edits == []


def test_kind_and_language_are_chosen_by_keyboard(qtbot, form):
    form.kind.setFocus()
    qtbot.keyClick(form.kind, Qt.Key.Key_Up)
    form.language.setFocus()
    qtbot.keyClick(form.language, Qt.Key.Key_Home)

    assert [(edit.kind, edit.language) for edit in form.edits] == [
        (Kind.PRESS_RELEASE, "fi"),
        (Kind.PRESS_RELEASE, "sv"),
    ]


def test_a_language_that_is_not_in_the_table_stays_until_another_is_shown(form):
    form.show_article(Article("1", language="tlh"))
    assert (form.language.value(), form.language.currentText()) == ("tlh", "tlh")

    form.show_article(ARTICLE)

    assert form.language.count() == len(OWN_NAMES)
    assert form.language.currentText() == "Suomi"


def test_record_number_and_note_are_typed(qtbot, form):
    form.record_number.selectAll()
    qtbot.keyClicks(form.record_number, "KS 7 ")
    form.internal_note.selectAll()
    qtbot.keyClicks(form.internal_note, "Klart")

    assert (form.edits[-1].record_number, form.edits[-1].internal_note) == ("KS 7", "Klart")


def test_a_new_category_is_chosen_and_told(qtbot, form):
    with qtbot.waitSignal(form.category_added) as added:
        form.category.field.selectAll()
        qtbot.keyClicks(form.category.field, "Natur")
        qtbot.keyClick(form.category.field, Qt.Key.Key_Return)

    assert added.args == [Category("ny", "Natur", "ny")]
    assert form.edits[-1].category_id == "ny"


def test_the_image_at_the_top_is_changed_in_the_dialog_and_removed(qtbot, form):
    qtbot.mouseClick(form.hero.choose_button, Qt.MouseButton.LeftButton)
    dialog = form.findChild(ImageDialog)
    qtbot.keyClicks(dialog.findChild(QLineEdit, "credit"), "Bo Ek")
    dialog.accept()
    qtbot.mouseClick(form.hero.remove_button, Qt.MouseButton.LeftButton)

    assert [edit.hero for edit in form.edits] == [Figure("sjo", alt="Sjön", credit="Bo Ek"), None]


def test_an_image_chosen_for_another_article_is_not_put_into_this_one(qtbot, form):
    qtbot.mouseClick(form.hero.choose_button, Qt.MouseButton.LeftButton)
    dialog = form.findChild(ImageDialog)
    form.show_article(Article("2"))

    dialog.accept()

    assert form.hero.figure() is None
    assert form.edits == []


def test_every_control_has_a_name_and_every_label_above_a_field_its_buddy(form):
    tabbable = Qt.FocusPolicy.TabFocus
    reached = [
        each for each in form.findChildren(QWidget) if each.isVisible() and each.focusPolicy() & tabbable
    ]
    nameless = [each for each in reached if not each.accessibleName() and not getattr(each, "text", str)()]
    labels = {label.text(): label.buddy() for label in form.findChildren(QLabel) if label.buddy()}

    assert len(reached) > 15
    assert nameless == []
    assert labels.keys() == {
        "Kind", "Category", "Language", "Publish date", "Embargo until", "Take down", "Record number",
        "Internal note", "Translation of",
    }  # fmt: skip


def test_tab_goes_through_the_form_from_top_to_bottom(qtbot, form):
    form.show_article(Article("2"))
    form.kind.setFocus()
    wanted = [
        form.category.field, form.language, form.original.field, form.contacts.field,
        form.contacts.new_button, form.hero.choose_button, form.publish_at.set_button,
        form.embargo_until.set_button, form.unpublish_at.set_button, form.take_down.stays,
        form.related.field, form.record_number, form.internal_note,
    ]  # fmt: skip

    visited = []
    for _step in wanted:
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        visited.append(form.focusWidget())

    assert visited == wanted


@pytest.mark.parametrize(("article_id", "kept"), [("1", True), ("2", False)])
def test_another_article_is_shown_from_the_top(form, article_id, kept):
    form.resize(300, 300)
    bar = form.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(100)

    form.show_article(Article(article_id))

    assert (bar.value() == 100) is kept


NEWS = Article("2", publish_at=datetime(2126, 3, 3, 7, 0, tzinfo=UTC))


def test_the_rule_for_its_kind_is_said_where_the_article_says_nothing(form):
    form.set_rules(Policy(take_down_months={Kind.NEWS: 6}))

    form.show_article(NEWS)
    of_news = form.take_down.hint.text()
    form.kind.setFocus()
    form.kind.setCurrentIndex(form.kind.findData(Kind.INFORMATION))
    form.kind.activated.emit(form.kind.currentIndex())

    assert of_news == "Taken down on 3 September 2126 unless you say otherwise."
    assert form.take_down.hint.text() == "The page stays until somebody takes it down."


def test_an_article_is_marked_to_stay_with_the_space_bar(qtbot, form):
    form.show_article(NEWS)
    form.take_down.stays.setFocus()

    qtbot.keyClick(form.take_down.stays, Qt.Key.Key_Space)

    applied = form.apply_to(NEWS)
    assert (applied.stays_online, applied.unpublish_at) == (True, None)
    assert form.unpublish_at.isHidden()
    assert form.take_down.hint.isHidden()


def test_a_page_is_extended_from_the_time_that_was_set(qtbot, form):
    form.set_rules(Policy(take_down_months={Kind.NEWS: 6}))
    form.show_article(replace(NEWS, unpublish_at=datetime(2126, 8, 31, 6, 0, tzinfo=UTC)))
    form.take_down.extend_button.setFocus()

    qtbot.keyClick(form.take_down.extend_button, Qt.Key.Key_Space)

    assert form.unpublish_at.moment() == datetime(2127, 2, 28, 7, 0, tzinfo=UTC)
    assert "until the new one is approved" in form.take_down.hint.text()
    assert form.edits[-1].unpublish_at == form.unpublish_at.moment()


def test_times_that_cannot_be_are_said_at_their_field(qtbot, form):
    early, late = (datetime(2126, month, 1, 7, 0, tzinfo=UTC) for month in (3, 4))

    form.show_article(replace(NEWS, publish_at=early, embargo_until=late))
    embargo = problems(form)
    assert form.wrong_time() is form.publish_at
    form.show_article(replace(NEWS, publish_at=late, unpublish_at=early))
    end = problems(form)
    assert form.wrong_time() is form.unpublish_at
    qtbot.mouseClick(form.unpublish_at.clear_button, Qt.MouseButton.LeftButton)

    assert embargo == ["It is under embargo then."]
    assert end == ["The page does not appear before that."]
    assert problems(form) == []


def test_what_was_filled_in_at_the_submission_is_shown_unless_somebody_was_faster(form):
    form.show_article(NEWS)
    ends = datetime(2126, 9, 3, 6, 0, tzinfo=UTC)

    form.show_filled_in(replace(NEWS, unpublish_at=ends))
    first = form.unpublish_at.moment()
    form.show_filled_in(replace(NEWS, unpublish_at=None))

    assert first == form.unpublish_at.moment() == ends
    assert form.edits == []


def problems(form):
    return [field.problem() for field in form.findChildren(FormField) if field.problem()]
