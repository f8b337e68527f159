"""The component of spaCy pipelines."""

from __future__ import annotations

import doctest
import pickle
import subprocess
import sys

import pytest
import spacy

import tanba
import tanba.spacy

TEXT = "Ол 1992 жылы 5 қазанда Алматыда болды."
NESTED = "Қазақстан Республикасының 2003 жылғы 9 шілдедегі № 474 Заңы бар."


@pytest.fixture
def nlp():
    nlp = spacy.blank("xx")
    nlp.add_pipe("tanba")
    return nlp


def found(doc):
    return [(span.text, span.label_, span._.value or span._.ref) for span in doc.ents]


EXPECTED = [("1992 жылы 5 қазанда", "DATE", "1992-10-05"), ("Алматыда", "GPE", "kato:750000000")]


def test_is_found_by_its_entry_point_alone():
    code = f"import spacy; nlp = spacy.blank('xx'); nlp.add_pipe('tanba'); print(len(nlp({TEXT!r}).ents))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "2\n"


def test_fills_entities_with_values_and_canonical_forms(nlp):
    doc = nlp(TEXT)
    assert found(doc) == EXPECTED
    date, city = doc.ents
    assert date._.timex == tanba.Timex("DATE", "1992-10-05")
    assert (city._.canonical, city.kb_id_, city._.rule) == ("Алматы", "kato:750000000", "place.city")
    assert city._.tanba.text == "Алматыда"
    assert doc[0:1]._.tanba is None and doc[0:1]._.value is None


def test_keeps_times_inside_names_in_the_span_group(nlp):
    doc = nlp(NESTED)
    assert [span.label_ for span in doc.ents] == ["LAW"]
    assert {span.label_ for span in doc.spans["tanba"]} == {"LAW", "DATE"}
    (date,) = (span for span in doc.spans["tanba"] if span.label_ == "DATE")
    assert (date.text, date._.value) == ("2003 жылғы 9 шілдедегі", "2003-07-09")


def test_takes_whole_tokens_of_spacy():
    nlp = spacy.blank("xx")
    nlp.tokenizer.infix_finditer = None
    nlp.add_pipe("tanba")
    doc = nlp("Бұл 2021-2022жылдары/Алматыда болды.")
    assert doc.spans["tanba"]
    for span in doc.spans["tanba"]:
        assert span._.tanba.text in span.text


def test_leaves_other_components_their_entities(nlp):
    ruler = nlp.add_pipe("entity_ruler", before="tanba")
    ruler.add_patterns([{"label": "X", "pattern": "болды"}, {"label": "X", "pattern": "қазанда"}])
    assert [(span.text, span.label_) for span in nlp(TEXT).ents] == [
        ("1992 жылы 5 қазанда", "DATE"), ("Алматыда", "GPE"), ("болды", "X"),
    ]


def test_settings_reach_the_pipeline():
    nlp = spacy.blank("xx")
    config = {"labels": ["DATE"], "reference_date": "2021-05-12", "set_ents": False, "spans_key": "t"}
    nlp.add_pipe("tanba", config=config)
    doc = nlp("Ертең Алматыда.")
    assert doc.ents == () and "tanba" not in doc.spans
    assert [span._.value for span in doc.spans["t"]] == ["2021-05-13"]
    with pytest.raises(tanba.ArgumentError):
        spacy.blank("xx").add_pipe("tanba", config={"labels": ["DATES"]})


def test_a_document_may_have_its_day(nlp):
    doc = nlp.make_doc("Ертең келеді.")
    doc._.reference_date = "2021-02-28"
    plain = nlp.make_doc("Ертең келеді.")
    docs = list(nlp.pipe([doc, plain]))
    assert [each.ents[0]._.value for each in docs] == ["2021-03-01", None]


@pytest.mark.parametrize("processes", [1, 2])
def test_pipes_in_several_processes(nlp, processes):
    texts = [f"{number}. {TEXT}" for number in range(40)]
    docs = list(nlp.pipe(texts, n_process=processes, batch_size=7))
    assert [doc.text for doc in docs] == texts
    for doc in docs:
        assert found(doc)[-2:] == EXPECTED
        assert doc.ents[-1]._.canonical == "Алматы"


def with_own_rules(folder, root):
    folder.mkdir()
    (folder / "main.rules").write_text(
        'phase my\n\nrule my.apple : PRODUCT\n  алма+\n  test "Бұл [алма]."\n'
    )
    nlp = spacy.blank("xx")
    nlp.add_pipe("tanba", config={"rules": [str(root / "Rules"), str(folder)], "labels": ["PRODUCT"]})
    return nlp


def test_is_saved_with_its_rules(tmp_path, root):
    nlp = with_own_rules(tmp_path / "my", root)
    nlp.to_disk(tmp_path / "saved")
    data = nlp.to_bytes()
    packed = pickle.dumps(nlp.get_pipe("tanba"))
    # What was saved stands by itself.
    (tmp_path / "my" / "main.rules").write_text("phase my\n")
    for copy in (spacy.load(tmp_path / "saved"), spacy.blank("xx")):
        if not copy.has_pipe("tanba"):
            copy.add_pipe("tanba")
            copy.from_bytes(data)
        (apple,) = copy("Бүгін алмалар арзан.").ents
        assert (apple.text, apple._.rule) == ("алмалар", "my.apple")
    component = pickle.loads(packed)
    assert component(nlp.make_doc("Бүгін алмалар арзан.")).ents[0].label_ == "PRODUCT"


def test_examples_in_the_documentation_are_true():
    failed, tried = doctest.testmod(tanba.spacy)
    assert tried > 0 and failed == 0


def test_reads_back_what_the_command_writes_for_it(command):
    import json

    from spacy.tokens import Doc, Span

    text = f"\U0001f600  {NESTED}\n\n{TEXT}\t"
    nlp = spacy.blank("xx")
    plain = json.loads(command("extract", input=text.encode()))
    record = json.loads(command("extract", "--format", "prodigy", input=text.encode()))
    words = [token["text"] for token in record["tokens"]]
    spaces = [token["ws"] for token in record["tokens"]]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    assert doc.text == record["text"] == text
    expected = [(entity["text"], entity["label"]) for entity in plain["entities"]]
    spans = [
        Span(doc, span["token_start"], span["token_end"] + 1, label=span["label"])
        for span in record["spans"]
    ]
    assert [(span.text, span.label_) for span in spans] == expected
    by_offset = [
        doc.char_span(span["start"], span["end"], label=span["label"]) for span in record["spans"]
    ]
    assert by_offset == spans


def test_reads_back_iob2(command):
    from spacy.training.converters import conll_ner_to_docs

    written = command("extract", "--format", "iob2", input=f"{NESTED} {TEXT}\n".encode()).decode()
    (doc,) = conll_ner_to_docs(written.rstrip("\n"), n_sents=10, no_print=True)
    assert [span.label_ for span in doc.ents] == ["LAW", "DATE", "GPE"]
