"""The languages that an article may be in, each by its own name."""

from collections.abc import Mapping

# By BCP 47 tag: Swedish and English, the national minority languages, then those that many
# residents read.
OWN_NAMES: Mapping[str, str] = {
    "sv": "Svenska",
    "en": "English",
    "fi": "Suomi",
    "fit": "Meänkieli",
    "se": "Davvisámegiella",
    "smj": "Julevsámegiella",
    "sma": "Åarjelsaemien gïele",
    "rom": "Romani čhib",
    "yi": "ייִדיש",
    "ar": "العربية",
    "fa": "فارسی",
    "prs": "دری",
    "so": "Soomaali",
    "pl": "Polski",
    "uk": "Українська",
    "ti": "ትግርኛ",
    "ckb": "کوردیی ناوەندی",
    "tr": "Türkçe",
    "es": "Español",
    "de": "Deutsch",
}
