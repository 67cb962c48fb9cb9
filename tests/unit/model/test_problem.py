from onrecord.model.problem import Problem


def test_equal_problems_are_one() -> None:
    problems = {
        Problem(code="clean.no-text", message="empty", path="a"),
        Problem(code="clean.no-text", message="empty", path="a"),
    }
    assert len(problems) == 1
