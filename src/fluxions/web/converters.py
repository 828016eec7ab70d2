"""Parts of addresses."""


class PositiveConverter:
    """The number of a row: positive, and no larger than a database can hold."""

    regex = "[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        """The number written."""
        return int(value)

    def to_url(self, value: int) -> str:
        """The digits."""
        return str(value)
