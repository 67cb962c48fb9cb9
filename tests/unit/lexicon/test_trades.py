from onrecord.lexicon.trades import like_trades, trade_field


def test_a_trade_tells_its_field_in_any_case() -> None:
    assert trade_field("Goalkeeper") == trade_field("winger") == "sport"
    assert trade_field("judge") == "law"


def test_an_office_tells_no_field() -> None:
    assert trade_field("minister") is None
    assert trade_field("") is None


def test_trades_that_writers_put_for_each_other_are_alike() -> None:
    assert "solicitor" in like_trades("Lawyer")
    assert not like_trades("mayor")
