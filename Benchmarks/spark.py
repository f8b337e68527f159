"""Measures extraction over Spark data frames against the bare pipeline; see Benchmarks/spark.

Rows are short sentences that differ from one another. A job reads Parquet, extracts and throws the
rows away; the jobs before it have started the workers. CPU time is that of the JVM and of all Python
workers together, which other work on the machine leaves alone; wall-clock time tells how cores scale
on a machine that does nothing else.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable

import pyarrow as pa
import pyarrow.parquet

import tanba
import tanba.spark


def rows(count: int) -> list[str]:
    months = ["қаңтар", "ақпан", "наурыз", "мамыр", "тамыз", "қазан", "желтоқсан"]
    places = ["Алматы", "Шымкент", "Қарағанды", "Ақтау", "Семей", "Тараз"]
    random.seed(1)
    return [
        f"{random.randint(1900, 2020)} жылғы {random.randint(1, 28)} {random.choice(months)}да"
        f" {random.choice(places)} қаласында {number}-жиналыс өтті."
        for number in range(count)
    ]


def cpu_seconds() -> float:
    """The CPU time of this process and of all below it."""
    parents, times = {}, {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as file:
                    fields = file.read().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry)] = int(fields[1])
            times[int(entry)] = sum(map(int, fields[11:15]))
    total = 0
    for process, ticks in times.items():
        above = process
        while above in parents and above != os.getpid():
            above = parents[above]
        if above == os.getpid():
            total += ticks
    return total / os.sysconf("SC_CLK_TCK")


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """The wall-clock time and the CPU time of some work."""
    start, before = time.perf_counter(), cpu_seconds()
    work()
    return time.perf_counter() - start, cpu_seconds() - before


def on_spark(path: str, cores: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """The times of reading alone, and of reading and extracting."""
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master(f"local[{cores}]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.memory", "2g")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.files.maxPartitionBytes", "2m")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    df = session.read.parquet(path)
    marked = tanba.spark.extract(df, "text")

    def run(frame: object) -> None:
        frame.write.format("noop").mode("overwrite").save()  # type: ignore[attr-defined]

    run(tanba.spark.extract(df.limit(2000).repartition(cores), "text"))
    run(marked)
    times = seconds(lambda: run(df)), seconds(lambda: run(marked))
    session.stop()
    return times


def main() -> None:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    for count in map(int, sys.argv[1:]):
        texts = rows(count)
        size = sum(len(text.encode()) for text in texts) / 1e6
        pipeline = tanba.Pipeline(text=False)
        list(pipeline.pipe(texts[:2000]))
        bare = seconds(lambda: [None for _ in pipeline.pipe(texts)])
        with tempfile.TemporaryDirectory() as folder:
            for part in range(16):
                table = pa.table({"id": range(part, count, 16), "text": texts[part::16]})
                pyarrow.parquet.write_table(table, f"{folder}/part-{part:02}.parquet")
            one_read, one = on_spark(folder, 1)
            _, two = on_spark(folder, 2)
        print(f"{count} rows, {size:.1f} MB; CPU and wall-clock seconds, CPU a row")
        for name, (wall, cpu) in {
            "bare pipeline, one thread": bare,
            "Spark, one core": one,
            "Spark, two cores": two,
            "reading alone, one core": one_read,
        }.items():
            print(f"  {name:26} {cpu:8.2f} {wall:8.2f} {cpu / count * 1e6:8.2f} µs")
        above = (one[1] - bare[1]) / count * 1e6
        print(f"  above the bare pipeline {above:28.2f} µs a row, {one[1] / bare[1] - 1:.0%}")
        print(f"  two cores are {one[0] / two[0]:.2f} times one", flush=True)


if __name__ == "__main__":
    main()
