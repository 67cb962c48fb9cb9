from onrecord.lexicon.trades import trade_field


def test_a_trade_tells_its_field_in_any_case() -> None:
    assert trade_field("Goalkeeper") == trade_field("winger") == "sport"
    assert trade_field("judge") == "law"


def test_an_office_tells_no_field() -> None:
    assert trade_field("minister") is None
    assert trade_field("") is None
