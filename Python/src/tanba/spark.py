"""Extraction over Spark data frames: Spark distributes, each of its Python workers extracts.

>>> marked = tanba.spark.extract(df, "text")                                   # doctest: +SKIP
>>> marked.selectExpr("explode(entities) AS e").groupBy("e.label").count()     # doctest: +SKIP

The workers need this package; rules of one's own travel with the job.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pyarrow as pa
import pyarrow.compute
import pyarrow.json
from pyspark.sql import types as t

from . import _library
from ._errors import ArgumentError
from ._pipeline import Pipeline, _day, _folders

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_TIMEX = ("type", "value", "mod", "begin", "end", "quant", "freq", "zone", "edtf")
_STRINGS = ("canonical", "canonicalCyrillic", "value", "unit", "ref", "expansion")

TIMEX_SCHEMA = t.StructType(
    [
        *(t.StructField(name, t.StringType()) for name in _TIMEX),
        t.StructField("candidates", t.ArrayType(t.StringType(), False)),
    ]
)
"""The value of a date or time."""

ENTITY_SCHEMA = t.StructType(
    [
        t.StructField("start", t.IntegerType(), False),
        t.StructField("end", t.IntegerType(), False),
        t.StructField("text", t.StringType(), False),
        t.StructField("label", t.StringType(), False),
        t.StructField("rule", t.StringType(), False),
        *(t.StructField(name, t.StringType()) for name in _STRINGS),
        t.StructField("confidence", t.DoubleType(), False),
        t.StructField("candidates", t.ArrayType(t.StringType(), False)),
        t.StructField("entity", t.IntegerType()),
        t.StructField("timex", TIMEX_SCHEMA),
    ]
)
"""An entity: the fields of the JSON record, with offsets in characters."""

_ARROW_ENTITY = pa.struct(
    [
        pa.field("start", pa.int32()),
        pa.field("end", pa.int32()),
        pa.field("text", pa.string()),
        pa.field("label", pa.string()),
        pa.field("rule", pa.string()),
        *(pa.field(name, pa.string()) for name in _STRINGS),
        pa.field("confidence", pa.float64()),
        pa.field("candidates", pa.list_(pa.string())),
        pa.field("entity", pa.int32()),
        pa.field(
            "timex",
            pa.struct(
                [
                    *(pa.field(name, pa.string()) for name in _TIMEX),
                    pa.field("candidates", pa.list_(pa.string())),
                ]
            ),
        ),
    ]
)
_ARROW_LINE = pa.schema([pa.field("entities", pa.list_(_ARROW_ENTITY)), pa.field("error", pa.string())])


def extract(
    df: DataFrame,
    text: str = "text",
    *,
    rules: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] | None = None,
    labels: Iterable[str] | None = None,
    convention: Literal["full", "kaznerd"] = "full",
    script: str | None = None,
    reference_date: str | datetime.date | None = None,
    prefer: str | None = None,
    date_format: Literal["timex3", "edtf"] = "timex3",
    output: str = "entities",
    as_json: bool = False,
) -> DataFrame:
    """Adds what the texts of a column name.

    Args:
        df: The data frame. All its columns stay.
        text: The column that holds the texts.
        rules: Rule folders of the driver, shipped with the job; the package's own without.
        labels: The labels to report.
        convention: Where mentions end.
        script: The alphabet of the texts.
        reference_date: The day that “today” means.
        prefer: Which day an open date means, beside the text's.
        date_format: ``edtf`` gives dates in EDTF as well.
        output: The column that is added: an array of ``ENTITY_SCHEMA``, null where the text is null or
            can't be used. Beside it stands ``<output>_error``, which says why.
        as_json: Add the JSON records instead, without texts, as strings; ``{"id", "error"}`` where a
            text can't be used. The id is the row's number within its batch.

    Raises:
        ArgumentError: a column is missing or taken, or another argument can't be used.
        RulesError: the rule set does not compile. Both are found out here, before the job runs.
    """
    names = df.columns
    added = [output] if as_json else [output, f"{output}_error"]
    if text not in names:
        raise ArgumentError(f"there is no column {text!r}; there are {', '.join(names)}")
    if df.schema[text].dataType != t.StringType():
        raise ArgumentError(f"the column {text!r} holds no strings")
    for name in added:
        if name in names:
            raise ArgumentError(f"there is a column {name!r} already; name another with output=…")
    options = {
        "labels": None if labels is None else list(labels),
        "convention": convention,
        "script": script,
        "reference_date": _day(reference_date),
        "prefer": prefer,
        "date_format": date_format,
    }
    folders = None if rules is None else _folders(rules)
    # Arguments and rules are tried before the cluster is.
    Pipeline(folders, **options).close()  # type: ignore[arg-type]
    shipped = None if folders is None else [_packed(Path(folder)) for folder in folders]
    broadcast = df.sparkSession.sparkContext.broadcast(shipped)
    if as_json:
        fields = [t.StructField(output, t.StringType())]
    else:
        fields = [
            t.StructField(output, t.ArrayType(ENTITY_SCHEMA, False)),
            t.StructField(added[1], t.StringType()),
        ]
    schema = t.StructType([*df.schema.fields, *fields])
    number = names.index(text)
    return df.mapInArrow(_worker(lambda: broadcast.value, options, number, added), schema)


def _worker(
    shipped: Callable[[], list[dict[str, bytes]] | None],
    options: dict[str, Any],
    number: int,
    added: list[str],
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        pipeline = _pipeline(shipped(), options)
        for batch in batches:
            lines = _extract(pipeline, batch.column(number))
            if len(added) == 1:
                columns = [_as_strings(lines, batch.column(number))]
            else:
                columns = _as_structs(lines, batch.column(number))
            yield pa.RecordBatch.from_arrays(
                [*batch.columns, *columns], names=[*batch.schema.names, *added]
            )

    return run


_pipelines: dict[str, Pipeline] = {}


def _pipeline(shipped: list[dict[str, bytes]] | None, options: dict[str, Any]) -> Pipeline:
    """The pipeline of this worker process, opened once."""
    digest = hashlib.sha256(repr(sorted(options.items())).encode())
    for folder in shipped or []:
        digest.update(b"folder")
        for name, content in sorted(folder.items()):
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
    key = digest.hexdigest()
    if key not in _pipelines:
        if shipped is None:
            _pipelines[key] = Pipeline(**options, text=False)
        else:
            # Read when the pipeline opens, and not needed afterwards.
            with tempfile.TemporaryDirectory(prefix="tanba-") as temporary:
                folders = []
                for index, files in enumerate(shipped):
                    root = Path(temporary) / str(index)
                    for name, content in files.items():
                        file = root / name
                        file.parent.mkdir(parents=True, exist_ok=True)
                        file.write_bytes(content)
                    folders.append(str(root))
                _pipelines[key] = Pipeline(folders, **options, text=False)
    return _pipelines[key]


def _packed(folder: Path) -> dict[str, bytes]:
    """The files of a rule folder by their paths below it."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _extract(pipeline: Pipeline, column: pa.Array) -> bytes:
    """JSON Lines, one a row; a null is taken for an empty text. The column's bytes are not copied."""
    count = len(column)
    if count == 0:
        return b""
    kind = pa.int64() if pa.types.is_large_string(column.type) else pa.int32()
    _, offsets, data = column.buffers()
    ends = pa.Array.from_buffers(kind, count + 1, [None, offsets], offset=column.offset)
    # From 64-bit signed to 64-bit unsigned nothing changes: an offset is never negative.
    ends = ends.cast(pa.int64())
    first = ends[0].as_py()
    last = ends[count].as_py()
    own = pa.compute.subtract(ends.slice(1), first)
    address = data.address + first if data is not None and last > first else 0
    return _library.extract_batch(
        pipeline._handle,
        address,
        last - first,
        own.buffers()[1].address + 8 * own.offset,
        count,
    )


def _as_structs(lines: bytes, column: pa.Array) -> list[pa.Array]:
    if not lines:
        return [pa.array([], field.type) for field in _ARROW_LINE]
    table = pyarrow.json.read_json(
        pa.BufferReader(lines),
        # One block: a line may not lie in two.
        read_options=pyarrow.json.ReadOptions(use_threads=False, block_size=len(lines) + 1),
        parse_options=pyarrow.json.ParseOptions(
            explicit_schema=_ARROW_LINE, unexpected_field_behavior="ignore"
        ),
    )
    entities, errors = (table.column(name).combine_chunks() for name in ("entities", "error"))
    if column.null_count:
        entities = pa.compute.if_else(column.is_valid(), entities, None)
    return [_with_confidence(entities), errors]


def _with_confidence(entities: pa.Array) -> pa.Array:
    """The same lists, with a confidence of 1 where the record leaves it out."""
    values = entities.values
    children = values.flatten()
    number = _ARROW_ENTITY.get_field_index("confidence")
    children[number] = children[number].fill_null(1.0)
    filled = pa.StructArray.from_arrays(children, fields=list(_ARROW_ENTITY))
    return pa.Array.from_buffers(
        entities.type, len(entities), entities.buffers()[:2], entities.null_count, entities.offset,
        [filled],
    )


def _as_strings(lines: bytes, column: pa.Array) -> pa.Array:
    records = pa.array(lines.split(b"\n")[:-1], pa.binary()).cast(pa.string())
    return pa.compute.if_else(column.is_valid(), records, None) if column.null_count else records
