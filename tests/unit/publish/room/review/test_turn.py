import os
import threading

from onrecord.publish.room.review.turn import Turn


def test_of_two_threads_one_waits_for_the_other() -> None:
    turn, order = Turn(), list[str]()
    inside, go_on = threading.Event(), threading.Event()

    def first() -> None:
        with turn:
            inside.set()
            go_on.wait(30)
            order.append("first")

    def second() -> None:
        with turn:
            order.append("second")

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    threads[0].start()
    inside.wait(30)
    threads[1].start()
    go_on.set()
    for one in threads:
        one.join(30)
    assert order == ["first", "second"]


def test_of_two_processes_one_waits_for_the_other_even_if_that_is_killed() -> None:
    turn = Turn()
    told, tell = os.pipe()
    pid = os.fork()
    if not pid:
        turn.__enter__()
        os.write(tell, b"in")
        # Ends without letting go, as a process that is killed does.
        os._exit(0)
    assert os.read(told, 2) == b"in"
    with turn:
        os.write(tell, b"me")
    assert os.read(told, 2) == b"me"
    os.waitpid(pid, 0)
    os.close(told)
    os.close(tell)
