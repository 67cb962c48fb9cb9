"""Adjectives of countries and peoples, and the country each belongs to."""

from __future__ import annotations

_LISTED = """
afghan=afghanistan albanian=albania algerian=algeria american=america angolan=angola argentine=argentina
argentinian=argentina armenian=armenia australian=australia austrian=austria azerbaijani=azerbaijan bahraini=bahrain
bangladeshi=bangladesh belarusian=belarus belarusan=belarus belarussian=belarus belgian=belgium bolivian=bolivia bosnian=bosnia
brazilian=brazil british=britain bulgarian=bulgaria burmese=myanmar cambodian=cambodia cameroonian=cameroon
canadian=canada catalan=catalonia chadian=chad chechen=chechnya chilean=chile chinese=china colombian=colombia congolese=congo
crimean=crimea croatian=croatia cuban=cuba cypriot=cyprus czech=czechia danish=denmark dutch=netherlands
ecuadorian=ecuador egyptian=egypt emirati=emirates english=england estonian=estonia ethiopian=ethiopia european=europe
filipino=philippines finnish=finland french=france georgian=georgia german=germany ghanaian=ghana greek=greece
guatemalan=guatemala haitian=haiti honduran=honduras hungarian=hungary icelandic=iceland indian=india
indonesian=indonesia iranian=iran iraqi=iraq irish=ireland israeli=israel italian=italy ivorian=ivory-coast jamaican=jamaica
japanese=japan jordanian=jordan kazakh=kazakhstan kenyan=kenya korean=korea kosovar=kosovo kuwaiti=kuwait kyrgyz=kyrgyzstan
laotian=laos latvian=latvia lebanese=lebanon liberian=liberia libyan=libya lithuanian=lithuania luxembourgish=luxembourg
malaysian=malaysia malian=mali maltese=malta mexican=mexico moldovan=moldova mongolian=mongolia montenegrin=montenegro
moroccan=morocco nepalese=nepal nigerian=nigeria norwegian=norway omani=oman pakistani=pakistan palestinian=palestine
panamanian=panama peruvian=peru philippine=philippines polish=poland portuguese=portugal qatari=qatar romanian=romania
russian=russia rwandan=rwanda saudi=saudi-arabia scottish=scotland senegalese=senegal serbian=serbia
singaporean=singapore slovak=slovakia slovakian=slovakia slovene=slovenia slovenian=slovenia somali=somalia
soviet=ussr spanish=spain sudanese=sudan swedish=sweden swiss=switzerland syrian=syria taiwanese=taiwan tajik=tajikistan
tanzanian=tanzania thai=thailand tunisian=tunisia turkish=turkey türkiye=turkey turkmen=turkmenistan ugandan=uganda ukrainian=ukraine
uruguayan=uruguay uzbek=uzbekistan venezuelan=venezuela vietnamese=vietnam welsh=wales yemeni=yemen zambian=zambia
zimbabwean=zimbabwe
"""

COUNTRY_BY_DEMONYM = {
    adjective: country for adjective, _, country in (pair.partition("=") for pair in _LISTED.split())
}
"""Country in lower case, by adjective in lower case."""

_SAME_COUNTRY = {
    "u.s.": "america",
    "u.s": "america",
    "us": "america",
    "usa": "america",
    "united states": "america",
    "u.s.a.": "america",
    "uk": "britain",
    "u.k.": "britain",
    "u.k": "britain",
    "united kingdom": "britain",
    "great britain": "britain",
    "russian federation": "russia",
    "eu": "europe",
    "european union": "europe",
    "holland": "netherlands",
    "czech republic": "czechia",
}


def is_demonym(word: str) -> bool:
    """Tell whether `word` is the adjective of a country, or names one of its people.

    >>> is_demonym("Norwegian"), is_demonym("Norwegians")
    (True, True)
    """
    key = word.casefold()
    return key in COUNTRY_BY_DEMONYM or key.removesuffix("s") in COUNTRY_BY_DEMONYM


def country_of(word: str) -> str | None:
    """Return the country that `word` (an adjective, a short form or a longer one) stands for, in lower case.

    >>> country_of("Norwegian"), country_of("U.S."), country_of("harbour")
    ('norway', 'america', None)
    """
    key = word.casefold()
    return (
        _SAME_COUNTRY.get(key) or COUNTRY_BY_DEMONYM.get(key) or COUNTRY_BY_DEMONYM.get(key.removesuffix("s"))
    )
