"""The styles that articles have in Word beside Word's own, and how the file names its article."""

FACT_TITLE = "Pressklar Fact Title"
TABLE_HEAD = "Pressklar Table Head"
CONTACT = "Pressklar Contact"
CORRECTION = "Pressklar Correction"
CREDIT = "Pressklar Credit"
CREDIT_LABEL = "Pressklar Credit Label"
# The tag of the language follows, as in "Pressklar Language fi".
LANGUAGE_PREFIX = "Pressklar Language "
# The image's id follows, in the name that Word shows in its list of objects.
IMAGE_PREFIX = "pressklar-"

ARTICLE_PROPERTY = "PressklarArticle"
VERSION_PROPERTY = "PressklarVersion"
