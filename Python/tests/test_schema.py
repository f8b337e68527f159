"""The JSON record against its schema."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

TEXTS = [
    "Ол 1992 жылы 5 қазанда Алматыда болды.",
    "1941-1945 жылдары, 2021 жылдың басында, күн сайын, үш күн бойы, сағат 15:30-да.",
    "Аптасына екі рет дүйсенбіде, Астана уақытымен сағат 9-да, 03.04.2021, 5 қазанда, екі аптада бір.",
    "Erten 15 mamyrda Almatyda 1992 jyly QR Prezidenti N. Nazarbaev.",
    "Бағасы 5 млн теңге, 12,5 пайыз, 3 км, бесінші, 1-3 адам.",
    "ҚР Президенті, БҰҰ, «Самұрық-Қазына» АҚ, Абай, Абай ауданы, COVID-19.",
    "1992 жылғы 5 қазан да Қазақ стан", "",
]


@pytest.fixture(scope="session")
def schema(root):
    return json.loads((root / "Schemas" / "record.schema.json").read_text())


@pytest.fixture(scope="session")
def validator(schema):
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize(
    "options",
    ["", "--no-text --offsets utf8", "--offsets utf16 --reference-date 2021-05-12 --report-repairs",
     "--reference-date 2021-05-12 --prefer future --date-format edtf",
     "--convention kaznerd"],
)
def test_records_are_as_the_schema_says(validator, command, root, options):
    inputs = ["seeds/cica-article.txt", "Fixtures/dates.txt", "Fixtures/records.jsonl"]
    written = command("extract", *options.split(), *inputs)
    written += command(
        "extract", *options.split(), "--input", "lines", input="\n".join(TEXTS).encode()
    )
    records = [json.loads(line) for line in written.splitlines()]
    assert len(records) > 8
    for record in records:
        validator.validate(record)
    assert any(record["entities"] for record in records)


def test_failures_are_as_the_schema_says(validator, command):
    written = command("extract", "--input", "lines", input=b"a\n\xff\n", status=1)
    good, bad = map(json.loads, written.splitlines())
    validator.validate(good)
    validator.validate(bad)
    assert "error" in bad


def entity(**changes):
    plain = {"start": 0, "end": 1, "text": "a", "label": "GPE", "rule": "place.city"}
    return {key: value for key, value in (plain | changes).items() if value is not None}


@pytest.mark.parametrize(
    "record",
    [
        {}, {"id": "a"}, {"id": "a", "entities": [], "error": "x"}, {"id": [], "entities": []},
        {"id": "a", "error": "x", "more": 1}, {"id": "a", "entities": [], "offsets": "scalar"},
        {"id": "a", "entities": [entity(label="CITY")]}, {"id": "a", "entities": [entity(start=-1)]},
        {"id": "a", "entities": [entity(novel=1)]}, {"id": "a", "entities": [entity(rule=None)]},
        {"id": "a", "entities": [entity(label="DATE")]},
        {"id": "a", "entities": [entity(timex={"type": "DATE"})]},
        {"id": "a", "entities": [entity(confidence=1)]},
        {"id": "a", "entities": [entity(label="DATE", timex={"type": "DAY"})]},
    ],
)
def test_other_records_are_refused(validator, record):
    assert not validator.is_valid(record)


def test_the_page_about_the_record_names_every_field(schema, root):
    page = (root / "Sources/Tanba/Tanba.docc/Record.md").read_text()
    named = set(re.findall(r"`(\w+)`", page))
    for kind in ("document", "failure", "entity", "timex", "repair"):
        assert set(schema["$defs"][kind]["properties"]) <= named
