"""What can go wrong, as exceptions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding about a file of a rule set, with its place."""

    severity: str
    """``error`` or ``warning``."""
    message: str
    """What is wrong and what would be right."""
    file: str
    """The file; empty where no file is at fault."""
    line: int
    """The line, from 1; 0 where the whole file is meant."""
    column: int
    """The column in characters, from 1."""
    excerpt: str
    """The text of the line."""


class Error(Exception):
    """The base of all errors of Tanba."""


class ArgumentError(Error, ValueError):
    """An argument that can't be used: an unknown label, no day of the calendar."""


class ClosedError(Error, ValueError):
    """The pipeline was closed."""


class LibraryError(Error, ImportError):
    """The shared library, or the ICU that it stands on, can't be loaded."""


class DocumentError(Error, ValueError):
    """A text that can't be used: no UTF-8, or too long."""

    def __init__(self, message: str, id: str | int = "") -> None:
        super().__init__(message)
        self.id = id
        """What the document is known by."""

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.id)


class RulesError(Error):
    """A rule set that does not compile, or is none. Its text shows every error with a caret."""

    def __init__(self, message: str, diagnostics: Sequence[Diagnostic] = ()) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)
        """All errors, in the order of the files."""

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.diagnostics)

    @property
    def file(self) -> str:
        """The file of the first error."""
        return self.diagnostics[0].file if self.diagnostics else ""

    @property
    def line(self) -> int:
        """The line of the first error, from 1."""
        return self.diagnostics[0].line if self.diagnostics else 0

    @property
    def column(self) -> int:
        """The column of the first error in characters, from 1."""
        return self.diagnostics[0].column if self.diagnostics else 0
