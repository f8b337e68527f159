"""Extraction on a standalone cluster: a master and two workers on loopback."""

from __future__ import annotations

import json
import random
import threading
import time

import pytest

import tanba
import tanba.spark

TEXT = "Ол 1992 жылы 5 қазанда Алматыда болды."


def texts(count: int, seed: int = 1) -> list[str]:
    """Sentences that differ from one another."""
    months = ["қаңтар", "наурыз", "мамыр", "қазан", "желтоқсан"]
    places = ["Алматы", "Шымкент", "Қарағанды", "Ақтау"]
    random.seed(seed)
    return [
        f"{number}. {random.randint(1900, 2020)} жылғы {random.randint(1, 28)}"
        f" {random.choice(months)}да {random.choice(places)} қаласында жиналыс өтті."
        for number in range(count)
    ]


def one_process(rows: list[str]) -> list[list[dict]]:
    """What one process finds, as plain data in the form of the schema."""
    found = []
    for document in tanba.Pipeline().pipe(rows):
        entities = []
        for entity in document.to_dict()["entities"]:
            plain = {name: entity.get(name) for name in tanba.spark.ENTITY_SCHEMA.names}
            plain["confidence"] = entity.get("confidence", 1.0)
            if plain["timex"] is not None:
                names = tanba.spark.TIMEX_SCHEMA.names
                plain["timex"] = {name: plain["timex"].get(name) for name in names}
            entities.append(plain)
        found.append(entities)
    return found


def as_data(row) -> dict:
    return row.asDict(recursive=True)


def test_keeps_columns_and_adds_structs(spark):
    df = spark.createDataFrame([(7, TEXT, [1]), (8, "", None), (9, None, [])],
                               "id int, text string, more array<int>")
    marked = tanba.spark.extract(df)
    assert marked.columns == ["id", "text", "more", "entities", "entities_error"]
    assert marked.schema["entities"].dataType.elementType == tanba.spark.ENTITY_SCHEMA
    first, empty, null = (as_data(row) for row in marked.orderBy("id").collect())
    assert (first["id"], first["text"], first["more"]) == (7, TEXT, [1])
    assert [first["entities"]] == one_process([TEXT])
    assert first["entities"][0]["timex"]["value"] == "1992-10-05"
    assert empty["entities"] == [] and empty["entities_error"] is None
    assert null["entities"] is None and null["text"] is None
    count = marked.selectExpr("explode(entities) AS e").where("e.label = 'GPE'").count()
    assert count == 1


def test_names_texts_that_are_no_utf8(spark):
    df = spark.createDataFrame([(1, bytearray(b"a\xff")), (2, bytearray(TEXT.encode()))],
                               "id int, raw binary").selectExpr("id", "cast(raw AS string) AS t")
    rows = tanba.spark.extract(df, "t", output="found").orderBy("id").select("found", "found_error")
    bad, good = rows.collect()
    assert bad.found is None and "invalid UTF-8 at byte 1" in bad.found_error
    assert len(good.found) == 2 and good.found_error is None


def test_refuses_arguments_before_the_job_runs(spark, tmp_path):
    df = spark.createDataFrame([(1, "a", "b")], "n int, text string, entities string")
    for arguments, message in [
        ({"text": "nothing"}, "there are n, text, entities"), ({"text": "n"}, "no strings"),
        ({}, "already"), ({"output": "e", "labels": ["DATES"]}, "did you mean DATE"),
    ]:
        with pytest.raises(tanba.ArgumentError, match=message):
            tanba.spark.extract(df, **arguments)
    with pytest.raises(tanba.RulesError):
        tanba.spark.extract(df, output="e", rules=tmp_path)


def test_ships_rules_with_the_job(spark, tmp_path, root):
    (tmp_path / "main.rules").write_text(
        'phase my\n\nrule my.apple : PRODUCT\n  алма+\n  test "Бұл [алма]."\n'
    )
    df = spark.createDataFrame([("Бүгін алмалар арзан.",)] * 8, "text string").repartition(4)
    marked = tanba.spark.extract(df, rules=[root / "Rules", tmp_path], labels=["PRODUCT"])
    # What the driver read is what counts.
    (tmp_path / "main.rules").unlink()
    assert {row.entities[0].rule for row in marked.collect()} == {"my.apple"}


def test_gives_the_command_s_records_by_rdd_pipe(spark, command, root):
    rows = texts(200)
    executable = root / ".build/release/tanba"
    piped = spark.sparkContext.parallelize(rows, 3).pipe(
        f"{executable} extract --input lines --rules {root / 'Rules'}"
    )
    found = [json.loads(line)["entities"] for line in piped.collect()]
    assert found == [document.to_dict()["entities"] for document in tanba.Pipeline().pipe(rows)]


def test_gives_what_one_process_gives_though_a_worker_is_killed(cluster, spark):
    rows = texts(12000)
    df = spark.createDataFrame(list(enumerate(rows)), "id int, text string").repartition(48)
    marked = tanba.spark.extract(df)
    killed = threading.Event()

    def kill_midway() -> None:
        tracker = spark.sparkContext.statusTracker()
        while not killed.is_set():
            for stage in tracker.getActiveStageIds():
                info = tracker.getStageInfo(stage)
                # Midway: some tasks are done, more are not.
                if info and info.numTasks == 48 and 4 <= info.numCompletedTasks <= 40:
                    cluster.kill_worker(0)
                    killed.set()
                    return
            time.sleep(0.01)

    killer = threading.Thread(target=kill_midway, daemon=True)
    killer.start()
    found = marked.collect()
    assert killed.is_set(), "the job was done before a worker could be killed"
    killer.join()
    found.sort(key=lambda row: row.id)
    assert [row.text for row in found] == rows
    actual = [json.dumps(as_data(row)["entities"], ensure_ascii=False) for row in found]
    expected = [json.dumps(each, ensure_ascii=False) for each in one_process(rows)]
    assert actual == expected


def test_gives_the_json_record_to_the_byte(spark):
    rows = texts(50)
    df = spark.createDataFrame([(text,) for text in rows], "text string").coalesce(1)
    found = [row.record for row in tanba.spark.extract(df, output="record", as_json=True).collect()]
    expected = [document.json for document in tanba.Pipeline(text=False).pipe(rows)]
    assert found == expected
