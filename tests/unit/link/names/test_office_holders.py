from onrecord.link.names.chain_sets import ChainSets
from onrecord.link.names.office_holders import join_descriptions
from onrecord.model.annotation import Chain
from support.annotated import chain


def holder(
    *chains: Chain, event_of: dict[str, str] | None = None, texts: dict[str, str] | None = None
) -> set[str | None]:
    """The names joined with the first chain."""
    sets = ChainSets(chains)
    given = {item.report_id: "the " + 400 * "x" for item in chains} | (texts or {})
    join_descriptions(sets, event_of=event_of or {}, texts=given)
    return {member.name for member in sets.members(chains[0].id)} - {None}


def described(report_id: str, role: str, *, start: int = 4) -> Chain:
    return chain(report_id, None, roles=(role,), start=start)


def test_a_description_is_the_holder_whom_its_report_names() -> None:
    elsewhere = chain("r2", "Ana Velik", roles=("League Secretary General",))
    here = chain("r1", "Ana Velik", start=50)
    sets = ChainSets([described("r1", "secretary general of the league"), here, elsewhere])
    sets.join(here.id, elsewhere.id, "the same full name")
    join_descriptions(sets, event_of={}, texts={"r1": "the " + 90 * "x", "r2": ""})
    assert len(sets.roots()) == 1


def test_a_holder_whom_only_another_report_of_the_event_names_is_found_within_the_event() -> None:
    mayor = chain("r2", "Ana Velik", roles=("mayor of Halden",))
    assert holder(described("r1", "mayor"), mayor) == set()
    assert holder(described("r1", "mayor"), mayor, event_of={"r1": "r1", "r2": "r1"}) == {"Ana Velik"}


def test_two_holders_are_none() -> None:
    mayors = [chain("r2", "Ana Velik", roles=("mayor",)), chain("r3", "Tom Roe", roles=("mayor",))]
    assert (
        holder(described("r1", "mayor"), *mayors, event_of=dict.fromkeys(("r1", "r2", "r3"), "r1")) == set()
    )


def test_a_description_that_names_its_country_is_found_in_the_whole_pile() -> None:
    minister = chain("r2", "Ana Velik", roles=("Norwegian Prime Minister",))
    assert holder(described("r1", "prime minister of Norway"), minister) == {"Ana Velik"}


def test_somebody_new_is_nobody_known() -> None:
    mayor = chain("r1", "Ana Velik", roles=("senior official",), start=50)
    assert (
        holder(described("r1", "senior official", start=0), mayor, texts={"r1": "a senior official and more"})
        == set()
    )


def test_a_past_varies_the_only_name_so_far() -> None:
    text = "Velik is staying. The former dockworker added that it was late."
    velik = chain("r1", "Velik")
    varied = described("r1", "former dockworker", start=18)
    assert holder(varied, velik, texts={"r1": text}) == {"Velik"}


def test_a_past_that_introduces_somebody_varies_nobody() -> None:
    text = "Velik is staying. Former dockworker who runs the city was not asked."
    assert (
        holder(described("r1", "former dockworker", start=18), chain("r1", "Velik"), texts={"r1": text})
        == set()
    )


def test_a_successor_holds_the_office_of_the_one_named_before() -> None:
    text = "Tom Roe left. “Good,” said his successor, Ana Velik."
    before = chain("r3", "Tom Roe", roles=("head of the Harbour Authority",))
    left = chain("r2", "Tom Roe", start=0)
    came = chain("r2", "Ana Velik", roles=("successor",), start=text.index("his"))
    asked = described("r1", "harbour authority's chief")
    sets = ChainSets([asked, before, left, came], event_of={"r1": "r1", "r2": "r1"})
    sets.join(before.id, left.id, "the same full name")
    texts = {"r1": "the " + 90 * "x", "r2": text, "r3": ""}
    join_descriptions(sets, event_of={"r1": "r1", "r2": "r1"}, texts=texts)
    assert {member.name for member in sets.members(asked.id)} - {None} == {"Ana Velik"}


def test_a_calling_of_several_tells_nobody_beyond_its_report() -> None:
    one_event: dict[str, str] = {"r1": "r1", "r2": "r1"}
    officer = chain("r2", "Ana Velik", roles=("officer",))
    assert holder(described("r1", "officer"), officer, event_of=one_event) == set()
    expert = chain("r2", "Ana Velik", roles=("Norwegian expert",))
    assert holder(described("r1", "Norwegian expert"), expert, event_of=one_event) == set()


def test_a_spokesman_is_known_by_whom_he_speaks_for() -> None:
    one_event: dict[str, str] = {"r1": "r1", "r2": "r1"}
    speaker = chain("r2", "Tom Roe", roles=("navy spokesman",))
    assert holder(described("r1", "spokesman"), speaker, event_of=one_event) == set()
    assert holder(described("r1", "navy spokesman"), speaker, event_of=one_event) == {"Tom Roe"}
    assert holder(described("r1", "navy spokeswoman"), speaker, event_of=one_event) == set()


def test_what_an_event_may_have_two_of_tells_nobody_of_another_report() -> None:
    one_event = {"r1": "r1", "r2": "r1"}
    coach = chain("r2", "Ana Velik", roles=("coach of Halden",))
    assert holder(described("r1", "coach"), coach, event_of=one_event) == set()
    assert holder(described("r1", "coach of Halden"), coach, event_of=one_event) == {"Ana Velik"}


def test_an_office_that_is_handed_over_is_nobodys() -> None:
    mayor = chain("r1", "Ana Velik", roles=("mayor",))
    text = "the mayor met the new mayor " + 90 * "x"
    assert holder(described("r1", "mayor", start=400), mayor, texts={"r1": text}) == set()


def test_a_name_in_letters_that_are_not_read_is_no_other_holders() -> None:
    here = described("r1", "mayor")
    end = here.mentions[0].span.end
    mayor = chain("r2", "Ana Velik", roles=("mayor of Halden",))
    text = "x" * end + ", משה כהן, said so."
    assert holder(here, mayor, event_of={"r1": "r1", "r2": "r1"}, texts={"r1": text}) == set()
