"""The component ``tanba`` of spaCy pipelines.

>>> import spacy
>>> nlp = spacy.blank("xx")
>>> _ = nlp.add_pipe("tanba")
>>> doc = nlp("Ол 1992 жылы 5 қазанда Алматыда болды.")
>>> [(span.text, span.label_, span._.value or span._.ref) for span in doc.ents]
[('1992 жылы 5 қазанда', 'DATE', '1992-10-05'), ('Алматыда', 'GPE', 'kato:750000000')]

All mentions go into the span group ``tanba``, times inside names too; into ``doc.ents`` those that lie
in no other. Where a mention begins or ends inside a token of spaCy's, its span takes the whole token.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans, minibatch

from ._document import Document, Entity
from ._pipeline import Pipeline

_DATA = "tanba_data"


def _entity(span: Span) -> Entity | None:
    data = span._.get(_DATA)
    return None if data is None else Entity.from_dict(data)


def _value(span: Span) -> str | None:
    entity = _entity(span)
    if entity is None:
        return None
    return entity.timex.value if entity.timex else entity.value


def _fact(name: str) -> Callable[[Span], Any]:
    def get(span: Span) -> Any:
        entity = _entity(span)
        return None if entity is None else getattr(entity, name)

    return get


def _set_extensions() -> None:
    """What spans and documents carry. Names that others have taken are left to them."""
    if not Span.has_extension(_DATA):
        Span.set_extension(_DATA, default=None)
    getters = {
        "tanba": _entity,
        "value": _value,
        "canonical": _fact("canonical"),
        "ref": _fact("ref"),
        "unit": _fact("unit"),
        "timex": _fact("timex"),
        "rule": _fact("rule"),
    }
    for name, getter in getters.items():
        if not Span.has_extension(name):
            Span.set_extension(name, getter=getter)
    for name in ("reference_date", "tanba_script"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


class TanbaComponent:
    """Marks what documents name.

    ``span._.tanba`` is the ``Entity``; ``span._.value``, ``canonical``, ``ref``, ``unit``, ``timex``
    and ``rule`` are its parts. ``doc._.reference_date``, set before, is the day of a document.
    """

    def __init__(
        self,
        nlp: Language,
        name: str,
        *,
        rules: str | Sequence[str] | None,
        labels: Sequence[str] | None,
        convention: str,
        script: str | None,
        reference_date: str | None,
        prefer: str | None,
        date_format: str,
        spans_key: str | None,
        set_ents: bool,
    ) -> None:
        self.name = name
        self.vocab = nlp.vocab
        self._settings: dict[str, Any] = {
            "rules": rules,
            "labels": labels,
            "convention": convention,
            "script": script,
            "reference_date": reference_date,
            "prefer": prefer,
            "date_format": date_format,
        }
        self.spans_key = spans_key
        self.set_ents = set_ents
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        _set_extensions()
        self._open()

    def _open(self) -> None:
        self.pipeline = Pipeline(**self._settings, text=False)

    def __call__(self, doc: Doc) -> Doc:
        """Marks what one document names."""
        day = doc._.reference_date
        return self._mark(doc, self.pipeline.extract(doc.text, reference_date=day))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Marks what each of many documents names, in their order."""
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            if any(doc._.reference_date for doc in docs):
                yield from map(self, docs)
                continue
            for doc, found in zip(docs, self.pipeline.pipe(doc.text for doc in docs)):
                yield self._mark(doc, found)

    def _mark(self, doc: Doc, found: Document) -> Doc:
        spans = []
        for data in found.to_dict()["entities"]:
            span = doc.char_span(
                data["start"],
                data["end"],
                label=data["label"],
                kb_id=data.get("ref", ""),
                alignment_mode="expand",
            )
            if span is None:
                continue
            span._.set(_DATA, data)
            spans.append(span)
        if self.spans_key is not None:
            doc.spans[self.spans_key] = spans
        if self.set_ents:
            doc.ents = filter_spans([*spans, *doc.ents])
        doc._.tanba_script = found.script
        return doc

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Saves the settings, and the rules where they are not the package's own."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        settings = dict(self._settings)
        if settings["rules"] is not None:
            names = []
            for number, rules in enumerate(_folders(settings["rules"])):
                shutil.copytree(rules, folder / f"rules-{number}", dirs_exist_ok=True)
                names.append(f"rules-{number}")
            settings["rules"] = names
        srsly.write_json(folder / "settings.json", self._state(settings))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> TanbaComponent:
        """Loads what ``to_disk`` has saved."""
        folder = Path(path)
        self._restore(srsly.read_json(folder / "settings.json"), folder)
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """What ``to_disk`` saves, in memory."""
        with tempfile.TemporaryDirectory() as temporary:
            self.to_disk(temporary)
            files = {
                str(file.relative_to(temporary)): file.read_bytes()
                for file in sorted(Path(temporary).rglob("*"))
                if file.is_file()
            }
        packed: bytes = srsly.msgpack_dumps(files)
        return packed

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> TanbaComponent:
        """Loads what ``to_bytes`` has packed."""
        self._folder = tempfile.TemporaryDirectory(prefix="tanba-")
        folder = Path(self._folder.name)
        for name, content in srsly.msgpack_loads(data).items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return self.from_disk(folder)

    def _state(self, settings: dict[str, Any]) -> dict[str, Any]:
        return settings | {"spans_key": self.spans_key, "set_ents": self.set_ents}

    def _restore(self, state: dict[str, Any], folder: Path) -> None:
        self.spans_key = state.pop("spans_key")
        self.set_ents = state.pop("set_ents")
        if state["rules"] is not None:
            state["rules"] = [str(folder / name) for name in state["rules"]]
        self._settings = state
        self._open()

    def __reduce__(self) -> tuple[Any, ...]:
        # Another process gets the rules themselves: a folder of this one may be gone by then.
        return _unpickled, (self.name, self.to_bytes())


def _unpickled(name: str, data: bytes) -> TanbaComponent:
    component = TanbaComponent.__new__(TanbaComponent)
    component.name = name
    _set_extensions()
    return component.from_bytes(data)


def _folders(rules: str | Sequence[str]) -> list[str]:
    return [rules] if isinstance(rules, str) else [str(folder) for folder in rules]


@Language.factory(
    "tanba",
    assigns=["doc.ents", "doc.spans", "span._.tanba"],
    default_config={
        "rules": None,
        "labels": None,
        "convention": "full",
        "script": None,
        "reference_date": None,
        "prefer": None,
        "date_format": "timex3",
        "spans_key": "tanba",
        "set_ents": True,
    },
)
def create_component(
    nlp: Language,
    name: str,
    rules: str | list[str] | None,
    labels: list[str] | None,
    convention: str,
    script: str | None,
    reference_date: str | None,
    prefer: str | None,
    date_format: str,
    spans_key: str | None,
    set_ents: bool,
) -> TanbaComponent:
    """Makes the component for ``nlp.add_pipe("tanba", config={…})``.

    ``rules``, ``labels``, ``convention``, ``script``, ``reference_date``, ``prefer`` and
    ``date_format`` are those of ``tanba.Pipeline``. ``spans_key`` names the span group, None for
    none; ``set_ents`` says whether ``doc.ents`` is filled as well.
    """
    return TanbaComponent(
        nlp,
        name,
        rules=rules,
        labels=labels,
        convention=convention,
        script=script,
        reference_date=reference_date,
        prefer=prefer,
        date_format=date_format,
        spans_key=spans_key,
        set_ents=set_ents,
    )
