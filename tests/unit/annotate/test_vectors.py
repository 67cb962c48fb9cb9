import numpy as np
import pytest

from onrecord.annotate import vectors
from onrecord.annotate.vectors import CARD, PINNED, find_files, load_encoder
from onrecord.errors import ModelError


def test_a_text_is_nearer_to_its_translation_than_to_another_text() -> None:
    encoder = load_encoder()
    quay, muelle, tax = (
        encoder.encode(text)
        for text in ("The old quay is shut.", "El viejo muelle está cerrado.", "Taxes will rise in May.")
    )
    assert float(quay @ muelle) > float(quay @ tax) + 0.3


def test_a_text_has_the_same_vector_whatever_was_read_before_it() -> None:
    encoder = load_encoder()
    before = encoder.encode("The old quay is shut.")
    encoder.encode("Something much longer was read in between, and it had nothing to do with quays at all.")
    assert np.array_equal(before, encoder.encode("The old quay is shut."))


def test_case_is_ignored() -> None:
    encoder = load_encoder()
    assert np.array_equal(encoder.encode("THE QUAY IS SHUT"), encoder.encode("the quay is shut"))


@pytest.mark.parametrize("text", ["", " ", "\x00", "漢字 😀", "x" * 5000])
def test_any_text_has_a_vector_of_length_one(text: str) -> None:
    assert np.linalg.norm(load_encoder().encode(text)) == pytest.approx(1.0, abs=1e-4)


def test_every_word_has_a_row_of_length_one() -> None:
    read = load_encoder().encode_words(["the", "quay", "", "is", "shut"])
    for rows in (read.alone, read.weighed, read.inside):
        assert rows.shape[0] == 5
        assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(5), abs=1e-4)


def test_the_card_names_the_pinned_weights() -> None:
    assert CARD.sha256 == PINNED["weights.npz"]
    assert all(path.is_file() for path in find_files().values())


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "PINNED", dict.fromkeys(PINNED, "0" * 64))
    with pytest.raises(ModelError, match="not the one"):
        load_encoder.__wrapped__()


def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "PACKAGE", "no_such_package_of_vectors")
    with pytest.raises(ModelError, match="--no-vectors"):
        find_files()


def test_a_table_gives_the_same_rows_from_its_file_and_where_none_can_be_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = np.arange(3 * 512, dtype=np.uint8).reshape(3, 512)
    wanted = np.asarray([2, 0, 2], np.int64)
    laid = vectors.laid_aside(table)
    assert laid is not table
    assert np.array_equal(laid[wanted], table[wanted])
    monkeypatch.setattr("tempfile.tempdir", "/nowhere at all")
    assert vectors.laid_aside(table) is table


def test_texts_read_together_have_the_vectors_that_each_has_alone() -> None:
    texts = ["The quay is shut.", "", "Der Kai ist geschlossen, und niemand weiß, wie lange.", "No"]
    alone = np.stack([load_encoder().encode(text) for text in texts])
    assert np.allclose(np.stack(load_encoder().encode_together(texts)), alone, atol=1e-6)
