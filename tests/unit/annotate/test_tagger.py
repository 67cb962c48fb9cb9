import pickle
from pathlib import Path

import pytest

from onrecord.annotate import tagger
from onrecord.annotate.tagger import PINNED, load_tagger
from onrecord.errors import ModelError
from support.annotated import report

TEXT = "The pier at Halden is shut.\n“We wait for the tide,” Martha Harrow said on Monday."


def test_content_cue_and_source_are_found() -> None:
    (found,) = load_tagger().find_triples(report(TEXT))
    assert found.content[0].of(TEXT).strip("“,”") == "We wait for the tide"
    assert found.cue.of(TEXT) == "said"
    assert found.source is not None
    assert found.source.of(TEXT) == "Martha Harrow"
    assert 0 < found.score <= 1


def test_the_same_report_gives_the_same_numbers() -> None:
    assert load_tagger().find_triples(report(TEXT)) == load_tagger().find_triples(report(TEXT))


def test_a_tagger_sent_to_another_process_is_loaded_there() -> None:
    assert pickle.loads(pickle.dumps(load_tagger())) is load_tagger()  # noqa: S301 - our own bytes


def test_the_card_names_the_pinned_weights() -> None:
    card = load_tagger().card
    assert card.sha256 == PINNED[f"{card.name}-{card.version}.onnx"]


def test_other_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PINNED:
        (tmp_path / name).write_bytes(b"other")
    monkeypatch.setattr(tagger, "WEIGHTS", tmp_path)
    with pytest.raises(ModelError, match="not the one"):
        load_tagger.__wrapped__()


def test_missing_weights_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "WEIGHTS", tmp_path)
    with pytest.raises(ModelError, match="is missing"):
        load_tagger.__wrapped__()


@pytest.mark.parametrize("text", ["", "\0", "“" * 400, "said " * 900, "x" * 9000, "''" * 300])
def test_any_text_gives_a_result(text: str) -> None:
    for found in load_tagger().find_triples(report(text)):
        assert all(0 <= span.start < span.end <= len(text) for span in found.content)
