"""Tasks to try, by what they are about; a test works each of them out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Examples:
    """A heading and a few tasks below it."""

    title: str
    tasks: tuple[str, ...]


EXAMPLES = (
    Examples("Derivatives", ("diff(x^2 sin(3x), x)", "diff(ln(1 + e^(-z)), z)", "diff(x^x, x)")),
    Examples("Implicit and inverse", ("implicit(x^2 + x y + y^2 = 7, y, x)", "tangent(sqrt(x), x, 4)")),
    Examples("Limits", ("limit((sqrt(9 + h) - 3)/h, h, 0)", "limit((x^2 - 9)/(x - 3), x, 3)")),
    Examples("Descent", ("descend(x^2 - 4x, x, 0, 1/4, 3)", "newton(x^2 - 2, x, 1, 3)")),
)
