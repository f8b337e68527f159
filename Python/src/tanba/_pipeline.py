"""The way from text to documents."""

from __future__ import annotations

import datetime
import os
import weakref
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Any, Literal, TypeAlias, TypeVar, overload

from . import _library
from ._document import Document
from ._errors import ArgumentError, DocumentError

Text: TypeAlias = str | bytes
Day: TypeAlias = str | datetime.date
Path: TypeAlias = str | os.PathLike[str]
Context = TypeVar("Context")

_BATCH_BYTES = 256 << 10
_BATCH_TEXTS = 4096


class Pipeline:
    """Finds what Kazakh texts name.

    Opening one reads and compiles the rules, which takes a second or less. One pipeline may serve any
    number of threads at once. It can be pickled; its copy opens the same rules anew.
    """

    def __init__(
        self,
        rules: Path | Sequence[Path] | None = None,
        *,
        labels: Iterable[str] | None = None,
        convention: Literal["full", "kaznerd"] = "full",
        script: str | None = None,
        reference_date: Day | None = None,
        prefer: Literal["past", "future", "nearest"] | None = None,
        date_format: Literal["timex3", "edtf"] = "timex3",
        report_repairs: bool = False,
        text: bool = True,
        text_limit: int = 256 << 20,
    ) -> None:
        """Opens a pipeline.

        Args:
            rules: A rule folder, or several, the later laid over the earlier; the rules of the
                package where none is given.
            labels: The labels to report, as ``["DATE", "TIME"]``; all where none are given.
            convention: Where mentions end, ``full`` as Tanba or ``kaznerd`` as KazNERD has it.
            script: The alphabet of the texts, as ``latn-2021``; each text tells where none is given.
            reference_date: The day that “today” means; without one such dates have no value.
            prefer: Which day an open date means, as a weekday, beside the text's day.
            date_format: ``edtf`` to have EDTF beside the values.
            report_repairs: Whether documents list what was read otherwise than it is written.
            text: Whether documents hold their text.
            text_limit: The most bytes of one text in UTF-8. Work on a text takes about ten times
                its size in memory.

        Raises:
            RulesError: the rule set does not compile, or is none.
            ArgumentError: another argument can't be used.
            LibraryError: the shared library can't be loaded.
            TypeError: an argument is of another type, as one text in place of a list of labels.
        """
        if isinstance(labels, str):
            raise TypeError(f"labels are a list, as [{labels!r}]")
        self._options: dict[str, object] = {
            "rules": _folders(rules),
            "labels": None if labels is None else list(labels),
            "convention": convention,
            "script": script,
            "referenceDate": _day(reference_date),
            "prefer": prefer,
            "dateFormat": date_format,
            "reportRepairs": report_repairs,
            "text": text,
            "textLimit": text_limit,
        }
        self._open()

    def _open(self) -> None:
        self._handle = _library.open_pipeline(self._options)
        self._finalizer = weakref.finalize(self, _library.load().tanba_close, self._handle)

    @property
    def rules(self) -> str:
        """The rule folders that the pipeline works by."""
        return _library.describe(self._handle)["rules"]

    @property
    def digest(self) -> str:
        """A digest of all rule files, 16 hexadecimal digits."""
        return _library.describe(self._handle)["digest"]

    def extract(
        self, text: Text, *, id: str = "", reference_date: Day | None = None
    ) -> Document:
        """Finds what a text names.

        Args:
            text: The text; bytes are taken for UTF-8.
            id: What the document is called.
            reference_date: The day of this text, instead of the pipeline's.

        Raises:
            DocumentError: the text is no UTF-8 (a lone surrogate is none), or too long.
        """
        line = self._run([text], [id], 0, _day(reference_date))[0]
        document = Document(line)
        if _is_failure(line):
            raise DocumentError(document.error or "", document.id)
        return document

    @overload
    def pipe(
        self,
        texts: Iterable[Text],
        *,
        ids: Iterable[str] | None = ...,
        as_tuples: Literal[False] = ...,
        reference_date: Day | None = ...,
        jobs: int = ...,
        errors: Literal["raise", "keep"] = ...,
    ) -> Iterator[Document]: ...

    @overload
    def pipe(
        self,
        texts: Iterable[tuple[Text, Context]],
        *,
        ids: Iterable[str] | None = ...,
        as_tuples: Literal[True],
        reference_date: Day | None = ...,
        jobs: int = ...,
        errors: Literal["raise", "keep"] = ...,
    ) -> Iterator[tuple[Document, Context]]: ...

    def pipe(
        self,
        texts: Iterable[Any],
        *,
        ids: Iterable[str] | None = None,
        as_tuples: bool = False,
        reference_date: Day | None = None,
        jobs: int = 1,
        errors: Literal["raise", "keep"] = "raise",
    ) -> Iterator[Any]:
        """Finds what each of many texts names, in their order.

        Texts are taken in batches and no faster than results are asked for, so that a stream of any
        length goes through.

        Args:
            texts: The texts, or pairs of a text and whatever is to come out beside its document.
            ids: What the documents are called; numbers from 0 where none are given.
            as_tuples: Whether ``texts`` are pairs.
            reference_date: The day of these texts, instead of the pipeline's.
            jobs: The number of threads that work at the same time.
            errors: ``raise`` stops at a text that can't be used; ``keep`` gives its document, whose
                ``error`` says why, and goes on.

        Raises:
            DocumentError: a text can't be used, with ``errors="raise"``.
            TypeError: ``texts`` is a single text.
        """
        if not isinstance(jobs, int) or jobs < 1:
            raise ArgumentError(f"jobs is a whole number, 1 or more, not {jobs!r}")
        if errors not in ("raise", "keep"):
            raise ArgumentError(f"errors is “raise” or “keep”, not {errors!r}")
        if isinstance(texts, (str, bytes)):
            raise TypeError("pipe takes many texts; extract takes one")
        return self._pipe(texts, ids, as_tuples, _day(reference_date), jobs, errors == "keep")

    def _pipe(
        self,
        texts: Iterable[Any],
        ids: Iterable[str] | None,
        as_tuples: bool,
        day: str | None,
        jobs: int,
        keeps: bool,
    ) -> Iterator[Any]:
        for batch, lines in self._lines(_batches(texts, ids, as_tuples), day, jobs):
            for number, line in enumerate(lines):
                document = Document(line)
                if not keeps and _is_failure(line):
                    raise DocumentError(document.error or "", document.id)
                yield (document, batch.contexts[number]) if as_tuples else document

    def _lines(
        self, batches: Iterator[_Batch], day: str | None, jobs: int
    ) -> Iterator[tuple[_Batch, list[bytes]]]:
        if jobs == 1:
            for batch in batches:
                yield batch, self._run(batch.texts, batch.ids, batch.first, day)
            return
        with ThreadPoolExecutor(jobs, thread_name_prefix="tanba") as threads:
            waiting: deque[tuple[_Batch, Future[list[bytes]]]] = deque()
            try:
                while True:
                    for batch in islice(batches, max(0, 2 * jobs - len(waiting))):
                        work = threads.submit(self._run, batch.texts, batch.ids, batch.first, day)
                        waiting.append((batch, work))
                    if not waiting:
                        return
                    batch, work = waiting.popleft()
                    yield batch, work.result()
            finally:
                for _, work in waiting:
                    work.cancel()

    def _run(
        self, texts: Sequence[Text], ids: Sequence[str] | None, first: int, day: str | None
    ) -> list[bytes]:
        parts, ends = _joined(texts)
        joined = parts[0] if len(parts) == 1 else b"".join(parts)
        named = None
        if ids is not None:
            id_parts, id_ends = _joined(ids, "an id")
            named = (b"".join(id_parts), id_ends)
        lines = _library.extract_batch(
            self._handle,
            joined,
            len(joined),
            ends.buffer_info()[0],
            len(ends),
            ids=named,
            first_number=first,
            reference_date=day,
        ).split(b"\n")
        lines.pop()
        return lines

    def close(self) -> None:
        """Gives the pipeline's memory back. Later calls raise ``ClosedError``."""
        self._finalizer()

    def __enter__(self) -> Pipeline:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __reduce__(self) -> tuple[Any, ...]:
        return _reopened, (self._options,)

    def __repr__(self) -> str:
        return f"<Pipeline {self._options['rules']}>"


class _Batch:
    """Texts that are worked on together."""

    __slots__ = ("contexts", "first", "ids", "texts")

    def __init__(self, first: int, has_ids: bool) -> None:
        self.texts: list[Text] = []
        self.ids: list[str] | None = [] if has_ids else None
        self.contexts: list[Any] = []
        self.first = first


def _is_failure(line: bytes) -> bool:
    """Whether a line is that of a text that failed: others end with a list."""
    return line.endswith(b'"}')


def _batches(
    texts: Iterable[Any], ids: Iterable[str] | None, as_tuples: bool
) -> Iterator[_Batch]:
    names = None if ids is None else iter(ids)
    count = 0
    batch = _Batch(0, names is not None)
    size = 0
    for item in texts:
        text = item
        if as_tuples:
            text, context = item
            batch.contexts.append(context)
        batch.texts.append(text)
        if batch.ids is not None and names is not None:
            try:
                batch.ids.append(next(names))
            except StopIteration:
                raise ArgumentError("there are fewer ids than texts") from None
        count += 1
        size += len(text)
        if size >= _BATCH_BYTES or len(batch.texts) >= _BATCH_TEXTS:
            yield batch
            batch = _Batch(count, names is not None)
            size = 0
    if batch.texts:
        yield batch


def _joined(texts: Sequence[Text], what: str = "a text") -> tuple[list[bytes], array[int]]:
    """The bytes of texts, and where each ends when they lie one behind the other."""
    parts: list[bytes] = []
    ends = array("Q")
    end = 0
    for text in texts:
        if isinstance(text, str):
            # A lone surrogate becomes bytes that are no UTF-8, which the library tells of.
            text = text.encode("utf-8", "surrogatepass")
        elif not isinstance(text, bytes):
            raise TypeError(f"{what} is str or bytes, not {type(text).__name__}")
        parts.append(text)
        end += len(text)
        ends.append(end)
    return parts, ends


def _folders(rules: Path | Sequence[Path] | None) -> list[str] | None:
    if isinstance(rules, (str, os.PathLike)):
        return [os.fspath(rules)]
    if not rules:
        packaged = _library.packaged_rules()
        return None if packaged is None or os.environ.get("TANBA_RULES") else [packaged]
    return [os.fspath(folder) for folder in rules]


def _day(day: Day | None) -> str | None:
    if isinstance(day, datetime.date):
        return f"{day.year:04}-{day.month:02}-{day.day:02}"
    if day is None or isinstance(day, str):
        return day
    raise TypeError(f"a day is a str or a datetime.date, not {type(day).__name__}")


def _reopened(options: dict[str, object]) -> Pipeline:
    pipeline = Pipeline.__new__(Pipeline)
    pipeline._options = options
    pipeline._open()
    return pipeline
