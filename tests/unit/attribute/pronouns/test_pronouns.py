from support.attributed import speakers


def test_who_opens_the_paragraph_is_meant_before_who_spoke_above() -> None:
    text = (
        "Tom Velik said the pier was shut.\nThe leader of the league, Martin Roe, called on the board to go. "
        "“We have waited too long,” he said."
    )
    assert speakers(text)[-1] == ["Martin Roe"]


def test_what_stands_in_a_side_clause_takes_no_stage() -> None:
    text = (
        "Martha Harrow said she understood.\nTom Velik met her over what the menu calls “soup of the day”. "
        "He told her that names would be named."
    )
    assert speakers(text)[-1] == ["Tom Velik"]


def test_whose_tutor_somebody_is_comes_before_the_tutor() -> None:
    text = (
        "Tom Velik drew maps. At school his tutor, Sir Martin Roe, warned him that maps were no trade.\n"
        "In May he wrote that the river moved."
    )
    assert speakers(text)[-1] != ["Martin Roe"]


def test_a_paragraph_about_somebody_else_who_is_he_ends_the_stage() -> None:
    text = (
        "“He would fail you for a line,” Martin Roe said.\nThe islands asked him to settle the quarrel.\n"
        "“I could not face the stairs,” he explained."
    )
    assert speakers(text)[-1] == []


def test_who_asks_is_not_who_answers() -> None:
    text = (
        "Martha Harrow said the bill was high.\nAsked by a woman from the public whether she would walk, she replied: "
        "“No. And I have told officers so.”"
    )
    assert speakers(text)[-1] in (["Martha Harrow"], [])


def test_whom_the_paragraph_has_named_comes_before_who_spoke_above() -> None:
    text = (
        "The minister, Martha Harrow, asked whether anybody had looked at a map.\n"
        "Tom Velik talked for an hour with Ana Roe. She promised him that help would come."
    )
    assert speakers(text)[-1] == ["Ana Roe"]


def test_somebodys_doctor_is_not_that_somebody() -> None:
    text = "Martha Harrow has ruled out retirement. Her doctor, she says, has ordered her to stop. She said that she would climb."
    assert speakers(text)[-1] == ["Martha Harrow"]


def test_who_was_he_before_a_witness_is_brought_up_may_be_he_again() -> None:
    text = (
        "From 1978 he taught at the school. A former pupil, Martin Roe, said he marked in green.\n"
        "“It was my cousin,” he insisted."
    )
    assert speakers(text)[-1] == []


def test_who_speaks_a_quotation_is_not_he_in_it() -> None:
    text = "“I sat there with a cello player,” said Martha Harrow. “She told me that the door was shut.”"
    assert ["Martha Harrow"] not in speakers(text)[1:]


def test_of_two_whom_one_clause_names_none_is_meant() -> None:
    text = (
        "The pilot, Martin Roe, met the harbour master, Tom Velik, on Monday. “The lights were out,” he said."
    )
    assert speakers(text) == [[]]


def test_of_two_who_act_together_none_is_meant() -> None:
    assert speakers("Tom Velik and Martin Roe signed the deal. He said it was fair.") == [[]]


def test_a_woman_without_a_name_who_acts_in_between_may_be_she() -> None:
    text = "“I saw nothing,” Martha Harrow said. A woman at the gate shouted at her. “You lie,” she said."
    assert speakers(text)[-1] == []


def test_a_man_without_a_name_who_acts_in_between_is_not_she() -> None:
    text = "Martha Harrow, 40, found the purse. A man shouted at her. “He was drunk,” she said."
    assert speakers(text)[-1] == ["Martha Harrow"]


def test_who_spoke_goes_on_after_naming_somebody_in_the_same_breath() -> None:
    text = "“We had problems,” Martin Roe said after meeting with Tom Velik. He did not say which. He added that it rained."
    assert speakers(text)[-1] == ["Martin Roe"]


def test_a_clerk_who_has_just_spoken_may_be_she() -> None:
    text = "Asked by Martha Harrow, a clerk said the book was lost. She said it would be found."
    assert ["Martha Harrow"] not in speakers(text)


def test_who_is_told_something_may_be_he_who_replies() -> None:
    text = "“I will sue,” Tom Velik told Martin Roe, and he replied that he would see him in court."
    assert ["Tom Velik"] not in speakers(text)[1:]


def test_a_given_name_alone_gives_the_words_of_who_has_just_spoken_to_nobody_else() -> None:
    text = (
        "Asa Khalif, an organiser, said the crowd wanted more.\n"
        "Khalif criticised Hillary Velik for backing the bill signed by her husband. He also said that it was late."
    )
    assert speakers(text)[-1] == []


def test_who_is_known_to_be_he_is_meant_behind_a_woman_who_has_spoken() -> None:
    assert speakers("Mary Orr said that Tom Grale was late. She thanked Grale. He said it was nothing.")[
        -1
    ] == ["Tom Grale"]


def test_one_of_several_who_is_named_takes_the_stage() -> None:
    text = (
        "Yevhen Drozh has made no comment.\nOne of the four pilots of the port, Magnus Sorvel, said that none was "
        "needed.\n“It is a short talk,” he said."
    )
    assert speakers(text)[-1] == ["Magnus Sorvel"]


def test_he_who_tells_her_is_the_one_she_has_told_of() -> None:
    text = (
        "Martha Roe opened the door. She says that her chief, Bela Norwick, came down with a torch. "
        "Doors swell, he told her on the telephone."
    )
    assert speakers(text)[-1] == ["Bela Norwick"]


def test_who_is_brought_up_by_a_body_is_meant_in_the_next_sentence() -> None:
    text = (
        "Martha Roe, the secretary of the union, said that nothing had moved.\n"
        "More from Railco, whose managing director, Piers Pell, has just come out. He said that it had moved."
    )
    assert speakers(text)[-1] == ["Piers Pell"]


def test_he_or_she_is_nobody_known() -> None:
    text = "Martha Roe said that it was late.\nHe, or she, says that it was not."
    assert speakers(text)[-1] == []


def test_a_given_name_that_the_report_gainsays_names_nobody_before() -> None:
    text = (
        "The guests were led by Ana Pell, a lawyer.\nThe surgeon, Dr Martin Roe, said it was the gas. "
        "She told the court that it was quick."
    )
    assert speakers(text)[-1] == []


def test_a_given_name_that_the_report_gainsays_is_borne_by_who_just_spoke_alone() -> None:
    text = "The farmers met on the quay.\nTheir chair, Martha Pell, said that it would rain. He called on the board to pay."
    assert speakers(text)[-1] == ["Martha Pell"]


def test_who_was_she_is_not_he_for_her_name() -> None:
    text = (
        "The floor went to Sam Roe, a former clerk. She said that a parcel came. “It was light,” Roe said.\n"
        "Roe says the mayor once boasted of roads. He says he has forgotten it."
    )
    assert speakers(text)[-1] == []


def test_whoever_is_just_introduced_by_what_he_or_she_is_is_meant() -> None:
    text = (
        "“We shall wait,” Martha Harrow said.\n"
        "The floor went to Sam Velik, the mayor’s former clerk. She recalled that a parcel came."
    )
    assert speakers(text)[-1] == ["Sam Velik"]


def test_whose_letter_tells_is_not_who_quotes_it() -> None:
    text = "Martin Roe quoted Tom Velik’s letter, in which he had promised “to sign every bill”."
    assert ["Martin Roe"] not in speakers(text)[1:]
