from support.annotated import annotated


def test_a_name_right_behind_an_office_holds_it() -> None:
    text = "The mayor of the city Tom Velik called on the residents to wait."
    found = {(mention.name, mention.role) for mention in annotated(text).mentions}
    assert ("Tom Velik", "mayor of the city") in found


def test_a_name_behind_somebody_is_that_ones() -> None:
    text = "The wife of the mayor Tom Velik called on the residents to wait."
    assert ("Tom Velik", "wife of the mayor") not in {
        (one.name, one.role) for one in annotated(text).mentions
    }


def test_a_name_right_behind_an_office_with_a_capital_and_no_article_holds_it() -> None:
    text = "Flags will fly. Board member for leisure Marta Pellow hopes to name the pool after her. Pellow said so."
    found = {(mention.name, mention.role) for mention in annotated(text).mentions}
    assert ("Marta Pellow", "Board member for leisure") in found
