"""What a pipeline gives back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Timex:
    """The value of a date or time, in the terms of TIMEX3."""

    type: str
    """``DATE``, ``TIME``, ``DURATION`` or ``SET``."""
    value: str | None = None
    """As ``1992-10-05``, ``XXXX-10``, ``P3D``; None where it hangs on a day that nobody gave."""
    mod: str | None = None
    """``START``, ``MID``, ``END``, ``APPROX`` …"""
    begin: str | None = None
    """The first point of a range."""
    end: str | None = None
    """The last point of a range."""
    quant: str | None = None
    """``EVERY`` for a repetition at each such time."""
    freq: str | None = None
    """How often in each length of time, as ``2X``."""
    zone: str | None = None
    """By whose clock the time is given: ``+05:00``, ``Z``."""
    edtf: str | None = None
    """The value in EDTF, where it was asked for."""
    candidates: tuple[str, ...] = ()
    """Other values that the words may mean, the likeliest first."""

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Timex:
        """Reads the value of a JSON record."""
        get = data.get
        return cls(
            data["type"],
            get("value"),
            get("mod"),
            get("begin"),
            get("end"),
            get("quant"),
            get("freq"),
            get("zone"),
            get("edtf"),
            tuple(get("candidates", ())),
        )


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that a text names, where it stands and what is known of it."""

    start: int
    """Where it begins, in characters: ``text[start:end]`` is the entity."""
    end: int
    """Where it ends, behind its last character."""
    text: str
    """The words as they stand in the text."""
    label: str
    """One of KazNERD's 25 classes, as ``GPE``."""
    rule: str
    """The rule that found it."""
    canonical: str | None = None
    """Of a name: its dictionary form, repaired."""
    canonical_cyrillic: str | None = None
    """The dictionary form in Cyrillic, where the text is in another alphabet."""
    value: str | None = None
    """Of a number: decimal digits; ``A..B`` for a range, ``A/B`` for a fraction."""
    unit: str | None = None
    """The unit of the number: ISO 4217, ``%``, UCUM."""
    confidence: float = 1.0
    """Below 1 where a rule guesses."""
    ref: str | None = None
    """What the name refers to, as ``iso3166:KZ``."""
    candidates: tuple[str, ...] = ()
    """What it may refer to, where that is not certain."""
    expansion: str | None = None
    """The long form of an abbreviation."""
    entity: int | None = None
    """Mentions of one entity share a number within the document."""
    timex: Timex | None = None
    """The value of a date or time."""

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Entity:
        """Reads an entity of a JSON record; keys that this version does not know are left out."""
        get = data.get
        timex = get("timex")
        # By place and without a loop: this runs once an entity.
        return cls(
            data["start"],
            data["end"],
            data["text"],
            data["label"],
            data["rule"],
            get("canonical"),
            get("canonicalCyrillic"),
            get("value"),
            get("unit"),
            get("confidence", 1.0),
            get("ref"),
            tuple(get("candidates", ())),
            get("expansion"),
            get("entity"),
            None if timex is None else Timex.from_dict(timex),
        )


@dataclass(frozen=True, slots=True)
class Repair:
    """A word that was read otherwise than it is written."""

    start: int
    """Where it begins, in characters."""
    end: int
    """Where it ends, behind its last character."""
    text: str
    """The word as it is written."""
    repaired: str
    """What it was read as."""
    kind: str
    """What was done to it, as ``split`` or ``look-alike``."""


class Document:
    """A text and what it names. Iterating gives the entities.

    The record is taken apart when something of it is asked for, so that documents whose ``json`` is
    all that is wanted cost no more than that.
    """

    __slots__ = ("_data", "_entities", "_line")

    def __init__(self, line: bytes) -> None:
        """Wraps a line of JSON Lines as the library writes it, without its line break."""
        self._line = line
        self._data: dict[str, Any] | None = None
        self._entities: tuple[Entity, ...] | None = None

    def _record(self) -> dict[str, Any]:
        if self._data is None:
            self._data = json.loads(self._line)
        return self._data

    @property
    def json(self) -> str:
        """The JSON record, to the byte as the command ``tanba extract`` writes it."""
        return self._line.decode()

    @property
    def json_bytes(self) -> bytes:
        """The JSON record in UTF-8."""
        return self._line

    def to_dict(self) -> dict[str, Any]:
        """The JSON record as plain data, the caller's own."""
        record: dict[str, Any] = json.loads(self._line)
        return record

    @property
    def id(self) -> str | int:
        """What the document is known by: the id that was given, or its number."""
        id: str | int = self._record()["id"]
        return id

    @property
    def text(self) -> str | None:
        """The text; None where the pipeline leaves texts out."""
        return self._record().get("text")

    @property
    def entities(self) -> tuple[Entity, ...]:
        """What the text names, in its order; a time may lie inside a name."""
        if self._entities is None:
            found = self._record().get("entities", ())
            self._entities = tuple(Entity.from_dict(each) for each in found)
        return self._entities

    @property
    def script(self) -> str | None:
        """The alphabet of the text, as ``kk-Latn-x-2021``, where it is not Cyrillic."""
        return self._record().get("script")

    @property
    def script_confidence(self) -> float | None:
        """How sure the alphabet is, 0 to 1."""
        return self._record().get("scriptConfidence")

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """What was read otherwise than it is written, where the pipeline reports it."""
        return tuple(
            Repair(each["start"], each["end"], each["text"], each["repaired"], each["kind"])
            for each in self._record().get("repairs", ())
        )

    @property
    def error(self) -> str | None:
        """Why the text could not be used; None where it could."""
        return self._record().get("error")

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.entities)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and self._line == other._line

    def __hash__(self) -> int:
        return hash(self._line)

    def __reduce__(self) -> tuple[Any, ...]:
        return Document, (self._line,)

    def __repr__(self) -> str:
        if self.error is not None:
            return f"<Document {self.id!r}: {self.error}>"
        return f"<Document {self.id!r}: {len(self.entities)} entities>"
