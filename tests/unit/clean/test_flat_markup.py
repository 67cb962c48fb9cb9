import time

from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.flat_markup import read_flat


def lines(source: str) -> list[str]:
    return [passage.text for passage in read_flat(source).passages]


def test_lines_are_told_without_a_tree() -> None:
    source = (
        "<div>One <b>two</b> &amp; 3<p>four<br>five</div><!-- no --><script>var a='<p>x'</script>six < seven"
    )
    assert lines(source) == ["One two & 3", "four", "five", "six < seven"]
    assert [passage.broken for passage in read_flat(source).passages] == [False, False, True, False]


def test_every_letter_keeps_its_place() -> None:
    source = "<p>“No &lt; yes”"
    (passage,) = read_flat(source).passages
    assert [(run.text, run.source.of(source)) for run in passage.letters] == [
        ("“No", "“No"),
        (" ", " "),
        ("<", "&lt;"),
        (" ", " "),
        ("yes”", "yes”"),
    ]


def test_markup_without_end_is_passed_over_in_bounded_time() -> None:
    begun = time.process_time()
    for source in ("<!--" * 200_000, "<script>" * 200_000, "<a " * 200_000, "&" * 200_000, "<p>x" * 200_000):
        read_flat(source)
    assert time.process_time() - begun < 20


@given(st.text(alphabet="<>!-/pba &;#x9 \n\0“", max_size=60))
def test_any_string_gives_passages_in_order(source: str) -> None:
    places = [run.source for passage in read_flat(source).passages for run in passage.letters]
    assert places == sorted(places)
