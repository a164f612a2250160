"""What the rules rest on, by the names that a reader can look up."""

WEB_CONTENT = "WCAG 2.2"
WEB_GUIDE = "Vägledning för webbutveckling, DIGG"
WRITING_RULES = "Språkrådet, Svenska skrivregler"
LANGUAGE_COUNCIL = "Myndigheternas skrivregler"
PERSONAL_DATA = "Dataskyddsförordningen artikel 6"
PRESS_RULES = "Spelregler för press, radio och tv"
