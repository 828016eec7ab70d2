"""Makes the shipped fonts from TeX Gyre Pagella: `python fonts.py FOLDER_OF_OTF_FILES` (needs fonttools and brotli).

Run by hand when the set of characters changes; the results in src/fonts are kept in the repository.
"""

import sys
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent / "src/fonts"
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x1E8B]
PUNCTUATION = [0x2009, *range(0x2010, 0x2016), *range(0x2018, 0x2023), 0x2026, 0x202F, 0x2032, 0x2033, 0x2039, 0x203A]
SIGNS = [ord(sign) for sign in "€←→−∞≈≠≤≥"]
GREEK = [*range(0x391, 0x3AA), *range(0x3B1, 0x3CA), *map(ord, "ϑϕϵ")]
ITALIC = [*range(0x1D434, 0x1D468), ord("ℎ"), *range(0x1D6E2, 0x1D71C)]
OPERATORS = [*range(0x2200, 0x220D), *range(0x2227, 0x2230)]
OPERATORS += [ord(sign) for sign in "∏∑−∓∕∖∗∘∙√∝∞∣∤∥∼≃≅≈≔≠≡≤≥≪≫≺≻⊂⊆⊕⊗⊙⊤⊥⋅⋮⋯⋱"]
ARROWS = [ord(sign) for sign in "←↑→↓↔↦⇐⇒⇔"]
FENCES = [ord(sign) for sign in "‖⌈⌉⌊⌋⟨⟩⎴⎵⏞⏟"]
ACCENTS = [0xAF, 0x2C6, 0x2DC, 0x203E, 0x20D7, *range(0x302, 0x306), 0x307, 0x308]
MATHS = [*range(0x20, 0x7F), 0xA0, *map(ord, "¬°±·×÷…′″‴ℓ"), *GREEK, *ITALIC, *OPERATORS, *ARROWS, *FENCES, *ACCENTS]
# Bold, bold italic, script and blackboard letters: a second file, fetched only where they occur.
BOLD = [*range(0x1D400, 0x1D434), *range(0x1D468, 0x1D49C), *range(0x1D6A8, 0x1D6E2), *range(0x1D71C, 0x1D756)]
SCRIPT = [*range(0x1D49C, 0x1D4B6), *range(0x1D538, 0x1D552), *range(0x1D7CE, 0x1D7D8), *map(ord, "ℂℋℐℒℕℙℚℛℝℤℬℰℱℳ")]
LETTERS = BOLD + SCRIPT
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
