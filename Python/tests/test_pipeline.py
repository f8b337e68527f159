"""The package against the command and against bad input."""

from __future__ import annotations

import datetime
import doctest
import importlib.metadata
import json
import pickle
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice

import pytest

import tanba

TEXT = "Ол 1992 жылы 5 қазанда Алматыда болды."


def test_results_are_typed(pipeline):
    document = pipeline.extract(TEXT, id="a")
    date, city = document.entities
    assert document.id == "a" and document.text == TEXT
    assert (date.text, date.label) == ("1992 жылы 5 қазанда", "DATE")
    assert date.timex == tanba.Timex("DATE", "1992-10-05")
    assert (city.canonical, city.ref) == ("Алматы", "kato:750000000")
    assert list(document) == [date, city]
    for entity in document:
        assert TEXT[entity.start : entity.end] == entity.text
    assert repr(document) == "<Document 'a': 2 entities>"


def test_record_is_that_of_the_command(pipeline, command, seed):
    expected = command("extract", "seeds/cica-article.txt")
    document = pipeline.extract(seed.read_text(), id="seeds/cica-article.txt")
    assert document.json_bytes + b"\n" == expected
    assert document.json == expected.decode().rstrip("\n")
    assert pipeline.extract(seed.read_bytes(), id="seeds/cica-article.txt") == document


def test_every_option_is_that_of_the_command(command, seed):
    pipeline = tanba.Pipeline(
        labels=["DATE", "GPE"],
        convention="kaznerd",
        script="cyrl",
        reference_date=datetime.date(2021, 5, 12),
        prefer="past",
        date_format="edtf",
        report_repairs=True,
        text=False,
    )
    expected = command(
        *"extract --labels DATE,GPE --convention kaznerd --script cyrl --reference-date".split(),
        *"2021-05-12 --prefer past --date-format edtf --report-repairs --no-text seeds/cica-article.txt".split(),
    )
    document = pipeline.extract(seed.read_text(), id="seeds/cica-article.txt")
    assert document.json_bytes + b"\n" == expected
    assert document.text is None
    assert document.repairs and all(repair.repaired for repair in document.repairs)


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_pipe_gives_what_the_command_gives_in_order(pipeline, command, seed, jobs):
    lines = [line for line in seed.read_text().splitlines() for _ in range(20)]
    expected = command("extract", "--input", "lines", input="\n".join(lines).encode())
    ids = (f"-:{number}" for number in count(1))
    documents = pipeline.pipe(lines, ids=ids, jobs=jobs)
    assert b"".join(each.json_bytes + b"\n" for each in documents) == expected


def test_pipe_numbers_documents_and_hands_contexts_on(pipeline):
    pairs = [(TEXT, 7), ("", "b"), (TEXT.encode(), None)]
    found = list(pipeline.pipe(pairs, as_tuples=True))
    assert [document.id for document, _ in found] == [0, 1, 2]
    assert [context for _, context in found] == [7, "b", None]
    assert [len(document.entities) for document, _ in found] == [2, 0, 2]
    assert list(pipeline.pipe([])) == []


@pytest.mark.parametrize("jobs", [1, 3])
def test_pipe_takes_no_more_than_is_asked_for(pipeline, jobs):
    taken = []

    def endless():
        for number in count():
            taken.append(number)
            yield f"{number} " + "а " * 1000

    first = list(islice(pipeline.pipe(endless(), jobs=jobs), 3))
    assert len(first) == 3
    assert len(taken) < 2000


def test_a_day_may_be_given_to_each_text(pipeline):
    assert pipeline.extract("Ертең").entities[0].timex == tanba.Timex("DATE")
    document = pipeline.extract("Ертең", reference_date="2021-02-28")
    assert document.entities[0].timex.value == "2021-03-01"
    (document,) = pipeline.pipe(["Ертең"], reference_date=datetime.date(999, 12, 31))
    assert document.entities[0].timex.value == "1000-01-01"


@pytest.mark.parametrize("text", [b"a\xff", "a\ud800", b"\xc0\xaf"])
def test_a_text_that_is_no_utf8_is_an_error(pipeline, text):
    with pytest.raises(tanba.DocumentError, match="invalid UTF-8 at byte") as caught:
        pipeline.extract(text, id="x")
    assert caught.value.id == "x"
    assert isinstance(pickle.loads(pickle.dumps(caught.value)), tanba.DocumentError)


def test_a_text_above_the_limit_is_an_error(pipeline):
    with pytest.raises(tanba.DocumentError, match="longer than 268435456 bytes"):
        pipeline.extract(bytes(1_000_000_000))
    short = tanba.Pipeline(text_limit=4)
    assert short.extract("абвг"[:2]).error is None
    with pytest.raises(tanba.DocumentError, match="longer than 4 bytes"):
        short.extract("абв")
    with pytest.raises(tanba.ArgumentError, match="textLimit"):
        tanba.Pipeline(text_limit=1 << 31)


def test_pipe_stops_at_a_text_that_fails_or_keeps_it(pipeline):
    texts = [TEXT, b"\xff", TEXT]
    documents = pipeline.pipe(texts)
    assert next(documents).error is None
    with pytest.raises(tanba.DocumentError) as caught:
        next(documents)
    assert caught.value.id == 1
    kept = list(pipeline.pipe(texts, errors="keep"))
    assert [document.error for document in kept] == [None, "1: invalid UTF-8 at byte 0", None]
    assert kept[1].entities == () and kept[1].text is None
    assert "invalid" in repr(kept[1])


def test_texts_that_look_like_failures_are_none(pipeline):
    for text in ['","error":"x"}', '"}', "\n\r\0\u2028", '{"error":""}']:
        document = pipeline.extract(text, id='"}\0\n')
        assert document.text == text and document.error is None and document.id == '"}\0\n'


@pytest.mark.parametrize("text", [None, 5, bytearray(b"a"), ["a"]])
def test_what_is_no_text_is_a_type_error(pipeline, text):
    with pytest.raises(TypeError, match="a text is str or bytes"):
        pipeline.extract(text)


@pytest.mark.parametrize("text", ["Алматы", b"a"])
def test_one_text_is_not_taken_for_many(pipeline, text):
    with pytest.raises(TypeError, match="extract takes one"):
        pipeline.pipe(text)


def test_an_argument_of_another_type_is_named(pipeline):
    with pytest.raises(TypeError, match="labels are a list"):
        tanba.Pipeline(labels="DATE")
    with pytest.raises(TypeError, match="a day is a str or a datetime.date, not int"):
        pipeline.extract("a", reference_date=20210512)
    with pytest.raises(TypeError, match="an id is str or bytes, not int"):
        pipeline.extract("a", id=5)
    with pytest.raises(tanba.ArgumentError, match="jobs is a whole number"):
        pipeline.pipe(["a"], jobs=1.5)


def test_no_rule_folders_are_those_of_the_package(pipeline):
    assert tanba.Pipeline(rules=[]).digest == pipeline.digest


def test_an_empty_place_of_rules_counts_as_unset(pipeline, monkeypatch):
    monkeypatch.setenv("TANBA_RULES", "")
    assert tanba.Pipeline().digest == pipeline.digest


def test_arguments_that_cannot_be_used_are_errors(pipeline):
    with pytest.raises(tanba.ArgumentError, match="did you mean PERSON"):
        tanba.Pipeline(labels=["PERSONS"])
    with pytest.raises(tanba.ArgumentError, match="no day of the calendar"):
        pipeline.extract("a", reference_date="2021-02-30")
    with pytest.raises(tanba.ArgumentError, match="convention"):
        tanba.Pipeline(convention="half")
    with pytest.raises(tanba.ArgumentError, match="alphabet"):
        tanba.Pipeline(script="xx")
    with pytest.raises(tanba.ArgumentError, match="jobs"):
        pipeline.pipe([], jobs=0)
    with pytest.raises(tanba.ArgumentError, match="errors"):
        pipeline.pipe([], errors="ignore")
    with pytest.raises(tanba.ArgumentError, match="fewer ids"):
        list(pipeline.pipe(["a", "b"], ids=["1"]))
    with pytest.raises(tanba.ArgumentError, match="NUL"):
        tanba.Pipeline(rules="a\0b")


def test_rules_that_do_not_compile_name_file_line_and_column(tmp_path, root):
    (tmp_path / "main.rules").write_text("phase p\n\nrule a.b : EVENT\n  lexicon(mnths)\n")
    with pytest.raises(tanba.RulesError) as caught:
        tanba.Pipeline([root / "Rules", tmp_path])
    error = caught.value
    assert (error.file, error.line, error.column) == (str(tmp_path / "main.rules"), 4, 3)
    assert "did you mean" in error.diagnostics[0].message
    assert "^~~~" in str(error)
    copy = pickle.loads(pickle.dumps(error))
    assert copy.diagnostics == error.diagnostics and str(copy) == str(error)
    with pytest.raises(tanba.RulesError, match="main.rules"):
        tanba.Pipeline(tmp_path / "nowhere")


def test_rules_may_be_laid_over_the_package_s(tmp_path, root):
    (tmp_path / "main.rules").write_text(
        'phase my\n\nrule my.apple : PRODUCT\n  алма+\n  test "Бұл [алма]."\n'
    )
    pipeline = tanba.Pipeline([root / "Rules", tmp_path])
    (apple,) = pipeline.extract("Бүгін алмалар арзан.").entities[-1:]
    assert (apple.label, apple.rule) == ("PRODUCT", "my.apple")
    assert pipeline.rules.endswith(f" + {tmp_path}")
    assert len(pipeline.digest) == 16


def test_a_closed_pipeline_is_an_error_and_closing_twice_is_none():
    pipeline = tanba.Pipeline()
    pipeline.close()
    pipeline.close()
    for use in (lambda: pipeline.extract("a"), lambda: pipeline.rules):
        with pytest.raises(tanba.ClosedError):
            use()


def test_pipelines_and_documents_are_pickled(pipeline):
    copy = pickle.loads(pickle.dumps(tanba.Pipeline(labels=["DATE"])))
    document = copy.extract(TEXT)
    assert [entity.label for entity in document] == ["DATE"]
    assert pickle.loads(pickle.dumps(document)) == document
    assert hash(document) == hash(pickle.loads(pickle.dumps(document)))


def test_one_pipeline_serves_many_threads(pipeline):
    expected = pipeline.extract(TEXT).json

    def work(number: int) -> bool:
        try:
            pipeline.extract(b"\xff", id=str(number))
        except tanba.DocumentError as error:
            assert error.id == str(number)
        return pipeline.extract(TEXT).json == expected

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(work, range(400)))


def test_the_lock_is_free_while_the_library_works(pipeline):
    text = TEXT * 20000
    turns = 0
    worker = threading.Thread(target=pipeline.extract, args=(text,))
    begun = time.perf_counter()
    worker.start()
    while worker.is_alive():
        time.sleep(0.001)
        turns += 1
    seconds = time.perf_counter() - begun
    # With the lock held this thread would have had a turn or two.
    assert turns > min(20, seconds * 100)


def test_fields_of_later_versions_are_left_out():
    line = {"id": "a", "entities": [{"start": 0, "end": 1, "text": "a", "label": "GPE"}]}
    line["entities"][0] |= {"rule": "r", "novel": 1, "timex": {"type": "DATE", "novel": 2}}
    document = tanba.Document(json.dumps(line).encode())
    assert document.entities[0].timex == tanba.Timex("DATE")
    assert document.to_dict() == line


def test_versions_agree():
    assert tanba.versions()["tanba"] == tanba.__version__
    assert importlib.metadata.version("tanba") == tanba.__version__


def test_examples_in_the_documentation_are_true():
    failed, tried = doctest.testmod(tanba)
    assert tried > 0 and failed == 0


@pytest.mark.parametrize("kind", ["missing", "damaged", "foreign"])
def test_a_library_that_cannot_be_loaded_is_an_error(tmp_path, kind):
    path = tmp_path / "libtanba.so"
    if kind == "damaged":
        path.write_bytes(b"no library")
    if kind == "foreign":
        path = "libm.so.6"
    done = subprocess.run(
        [sys.executable, "-c", "import tanba\ntry: tanba.Pipeline()\n"
         "except tanba.LibraryError as error: print(error)"],
        env={"TANBA_LIBRARY": str(path)}, capture_output=True, text=True, check=True,
    )
    assert "library" in done.stdout
