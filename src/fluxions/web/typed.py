"""Text from outside, in the one form in which the site reads and keeps it."""

import unicodedata

LONGEST, MOST_LINES = 4096, 40


def clean_text(text: str) -> str:
    """The text in one normal form, with line ends of one kind and without characters that no database keeps."""
    kept = "".join(each for each in text if each not in "\x00" and not "\ud800" <= each <= "\udfff")
    return unicodedata.normalize("NFC", kept).replace("\r\n", "\n").replace("\r", "\n")
