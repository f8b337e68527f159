"""Formats for annotation tools, read by those tools' own libraries or by readers of their formats."""

from __future__ import annotations

import copy
import json

import pytest

TEXT = (
    "\U0001f600 Қазақстан Республикасының 2003 жылғы 9 шілдедегі № 474 Заңы.\n"
    "Ол 1941-1945 жылдары Қызылорда\nоблысында тұрды.\n"
)


@pytest.fixture(scope="module")
def expected(command):
    record = json.loads(command("extract", input=TEXT.encode()))
    found = [(entity["text"], entity["label"]) for entity in record["entities"]]
    assert any("\n" in text for text, _ in found)
    return found


def test_brat(command, expected, tmp_path):
    from pybrat.parser import BratParser

    (tmp_path / "in.txt").write_text(TEXT)
    command("extract", "--format", "brat", "--output", str(tmp_path / "out"), str(tmp_path / "in.txt"))
    (example,) = BratParser(error="raise").parse(tmp_path / "out")
    assert example.text == TEXT
    found = []
    for entity in example.entities:
        assert " ".join(TEXT[span.start : span.end] for span in entity.spans) == entity.mention
        found.append((entity.mention, entity.type))
    assert sorted(found) == sorted((text.replace("\n", " "), label) for text, label in expected)


def test_label_studio(command, expected):
    from label_studio_sdk.label_interface import LabelInterface

    (task,) = json.loads(command("extract", "--format", "label-studio", input=TEXT.encode()))
    (prediction,) = task["predictions"]
    labels = "".join(f'<Label value="{label}"/>' for label in {label for _, label in expected})
    interface = LabelInterface(
        f'<View><Labels name="label" toName="text">{labels}</Labels>'
        '<Text name="text" value="$text"/></View>'
    )
    assert interface.validate_prediction(prediction, return_errors=True) == []
    wrong = copy.deepcopy(prediction)
    wrong["result"][0]["value"]["labels"] = ["OTHER"]
    assert interface.validate_prediction(wrong, return_errors=True) != []
    values = [region["value"] for region in prediction["result"]]
    assert [(TEXT[value["start"] : value["end"]], value["labels"][0]) for value in values] == expected


def test_doccano(command, expected):
    # doccano counts as its browser side does: issue 2290 of doccano/doccano.
    record = json.loads(command("extract", "--format", "doccano", input=TEXT.encode()))
    units = record["text"].encode("utf-16-le")
    found = [(units[2 * start : 2 * end].decode("utf-16-le"), label) for start, end, label in record["label"]]
    assert found == expected
