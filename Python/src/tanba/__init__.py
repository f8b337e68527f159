"""Kazakh text in, what it names out: dates with ISO values, places, organisations, people.

>>> import tanba
>>> pipeline = tanba.Pipeline()
>>> for entity in pipeline.extract("Ол 1992 жылы 5 қазанда Алматыда болды."):
...     print(entity.text, entity.label, entity.timex.value if entity.timex else entity.ref)
1992 жылы 5 қазанда DATE 1992-10-05
Алматыда GPE kato:750000000

What it finds, a rule found; ``entity.rule`` names it. Offsets count characters, as Python does.
"""

from ._document import Document, Entity, Repair, Timex
from ._errors import (
    ArgumentError,
    ClosedError,
    Diagnostic,
    DocumentError,
    Error,
    LibraryError,
    RulesError,
)
from ._library import versions
from ._pipeline import Pipeline

__all__ = [
    "ArgumentError",
    "ClosedError",
    "Diagnostic",
    "Document",
    "DocumentError",
    "Entity",
    "Error",
    "LibraryError",
    "Pipeline",
    "Repair",
    "RulesError",
    "Timex",
    "versions",
]
__version__ = "0.1.0"
