"""What the menus of the window can ask for, and which part of the window does it."""

from ui.archive_overview import ArchiveOverview
from ui.archive_work import ArchiveWork
from ui.article_work import ArticleWork
from ui.window_menus import Act, Acts
from ui.workplace import Workplace


def window_acts(
    article: ArticleWork, archive: ArchiveWork, overview: ArchiveOverview, place: Workplace, close: Act
) -> Acts:
    """Return the acts, each done by the part that it belongs to."""
    return Acts(
        new_article=archive.new_articles.begin,
        take_in=archive.new_articles.take_in,
        submit=article.approving.submit,
        take_back=article.approving.take_back,
        return_to_author=article.approving.ask_to_return,
        approve=article.approving.ask_to_approve,
        publish=article.approving.publish,
        correct=article.approving.ask_to_correct,
        withdraw=article.approving.ask_to_withdraw,
        export=archive.dialogs.export,
        publish_site=archive.dialogs.publish,
        export_word=article.word_export.begin,
        hand_over=article.handing_over.begin,
        show_planned=archive.dialogs.show_planned,
        export_review=article.review_sending.begin,
        show_versions=article.versions.show,
        save_version=article.versions.save,
        show_since_approved=article.versions.show_since_approved,
        translate=article.translating.begin,
        preserve=article.retaining.preserve,
        delete=article.retaining.ask_to_delete,
        show_log=article.retaining.show_log,
        show_due=article.retaining.show_due,
        open_archive=archive.others.open,
        make_archive=archive.others.make,
        show_backups=archive.kept.show_backups,
        check_archive=archive.kept.check,
        show_contacts=archive.dialogs.show_contacts,
        show_categories=archive.dialogs.show_categories,
        show_site=archive.dialogs.show_site,
        begin_notice=archive.dialogs.begin_notice,
        show_settings=archive.dialogs.show_settings,
        find_action=archive.dialogs.find_action,
        find_article=place.start_search,
        show_table=overview.show,
        show_panel=place.show_panel,
        choose_width=place.preview.widths.choose,
        tell_about=archive.dialogs.tell_about,
        close=close,
    )
