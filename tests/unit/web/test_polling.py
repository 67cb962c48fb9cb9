from onrecord.web.polling import LONGEST_WAIT, SHORTEST_WAIT, Poll, due_after

POLL = Poll(url="https://h.example/feed")


def test_a_feed_is_looked_at_as_often_as_wished_but_not_all_the_time() -> None:
    assert due_after(POLL, every=900) == 900
    assert due_after(POLL, every=0) == SHORTEST_WAIT


def test_a_failing_feed_is_looked_at_less_and_less_but_once_a_day() -> None:
    waits = [due_after(Poll(url=POLL.url, failures=number), every=900) for number in range(12)]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT


def test_a_host_that_asks_to_be_left_alone_is() -> None:
    assert due_after(Poll(url=POLL.url, retry_after=5000), every=900) == 5000
