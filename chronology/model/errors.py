"""The one exception tree. Its messages are for users: one line, the thing, the place, the remedy."""


class ChronologyError(Exception):
    """Base of all errors that Chronology raises on purpose.

    The message names what was wrong (`where`: file and place), what was found and expected, and what to do.
    """

    def __init__(self, message: str, *, where: str = "", remedy: str = "") -> None:
        """Keep the parts; str() joins them into one line."""
        super().__init__(message)
        self.message = message
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """One line: where: message; remedy."""
        line = f"{self.where}: {self.message}" if self.where else self.message
        return f"{line}. {self.remedy}" if self.remedy else line


class DateError(ChronologyError):
    """A date that is not one, or that lies outside what can be computed."""


class DocumentError(ChronologyError):
    """A document that cannot be read or has no date."""


class ManifestError(ChronologyError):
    """A sources.toml that does not follow its schema."""


class LimitError(ChronologyError):
    """Something larger, deeper or longer than we read."""


class QueryError(ChronologyError):
    """A filter or parameter that cannot be understood."""


class NotFoundError(ChronologyError):
    """No such event, document or instrument."""


class StoreError(ChronologyError):
    """The store cannot be opened, read or written."""
