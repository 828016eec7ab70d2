"""Makes the shipped fonts from TeX Gyre Pagella: `python fonts.py FOLDER_OF_OTF_FILES` (needs fonttools and brotli).

Run by hand when the set of characters changes; the results in src/fonts are kept in the repository.
"""

import sys
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent / "src/fonts"
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x1E8B]
PUNCTUATION = [0x2009, *range(0x2010, 0x2016), *range(0x2018, 0x2023), 0x2026, 0x202F, 0x2032, 0x2033, 0x2039, 0x203A]
SIGNS = [0x20AC, 0x2190, 0x2192, 0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265]
GREEK = [*range(0x391, 0x3AA), *range(0x3B1, 0x3CA), 0x3D1, 0x3D5, 0x3F5]
ITALIC = [*range(0x1D434, 0x1D468), 0x210E, *range(0x1D6E2, 0x1D71C)]
OPERATORS = [
    *range(0x2200, 0x220D), 0x220F, 0x2211, 0x2212, 0x2213, *range(0x2215, 0x221B), 0x221D, 0x221E, 0x2223, 0x2224, 0x2225,
    *range(0x2227, 0x2230), 0x223C, 0x2243, 0x2245, 0x2248, 0x2254, 0x2260, 0x2261, 0x2264, 0x2265, 0x226A, 0x226B,
    0x227A, 0x227B, 0x2282, 0x2286, 0x2295, 0x2297, 0x2299, 0x22A4, 0x22A5, 0x22C5, 0x22EE, 0x22EF, 0x22F1,
]  # fmt: skip
ARROWS = [*range(0x2190, 0x2195), 0x21A6, 0x21D0, 0x21D2, 0x21D4]
FENCES = [0x2016, 0x2308, 0x2309, 0x230A, 0x230B, 0x27E8, 0x27E9, 0x23B4, 0x23B5, 0x23DE, 0x23DF]
ACCENTS = [0xAF, 0x2C6, 0x2DC, 0x203E, 0x20D7, *range(0x302, 0x306), 0x307, 0x308]
MATHS = [*range(0x20, 0x7F), 0xA0, 0xAC, 0xB0, 0xB1, 0xB7, 0xD7, 0xF7, *GREEK, *ITALIC, *OPERATORS, *ARROWS, *FENCES, *ACCENTS]
MATHS += [0x2026, 0x2032, 0x2033, 0x2034, 0x2113]
LETTERS = [
    *range(0x1D400, 0x1D434), *range(0x1D468, 0x1D49C), *range(0x1D49C, 0x1D4B6), *range(0x1D538, 0x1D552),
    *range(0x1D6A8, 0x1D6E2), *range(0x1D71C, 0x1D756), *range(0x1D7CE, 0x1D7D8),
    0x2102, 0x210B, 0x2110, 0x2112, 0x2115, 0x2119, 0x211A, 0x211B, 0x211D, 0x2124, 0x212C, 0x2130, 0x2131, 0x2133,
]  # fmt: skip  bold, bold italic, script and blackboard letters: a second file, fetched only where they occur
TEXT = ["kern", "liga", "lnum", "tnum", "mark", "mkmk"]

FONTS = {
    "serif-regular": ("texgyrepagella-regular.otf", "Fluxions Serif", [*LATIN, *PUNCTUATION, *SIGNS, *GREEK], TEXT),
    "serif-italic": ("texgyrepagella-italic.otf", "Fluxions Serif", [*LATIN, *PUNCTUATION, *GREEK], TEXT),
    "maths": ("texgyrepagella-math.otf", "Fluxions Maths", MATHS, ["kern"]),
    "maths-letters": ("texgyrepagella-math.otf", "Fluxions Maths", LETTERS, ["kern"]),
}


def make(source: Path, name: str, family: str, characters: list[int], features: list[str]) -> None:
    """One subset as WOFF2, under our own family name as the font licence asks of changed versions."""
    options = subset.Options()
    options.flavor, options.layout_features, options.hinting, options.desubroutinize = "woff2", features, False, True
    options.drop_tables += ["FFTM"]
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = family.replace(" ", "") if record.nameID == 6 else family
    HERE.mkdir(exist_ok=True)
    subset.save_font(font, HERE / f"{name}.woff2", options)


for name, (file, *rest) in FONTS.items():
    [path] = Path(sys.argv[1]).rglob(file)
    make(path, name, *rest)
