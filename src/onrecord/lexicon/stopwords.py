"""The commonest small words of the languages that news piles mix, by BCP 47 tag."""

from __future__ import annotations

from typing import Final

STOPWORDS: Final[dict[str, frozenset[str]]] = {
    tag: frozenset(words.split())
    for tag, words in {
        "en": "the of and to in a is that for it on was with as by at be are his he from have has not this but had they"
        " an which or we their been will would its who were said after more about",
        "fr": "le la les de des du et en un une est que qui dans pour sur au aux avec par ce il elle pas ne se plus sont"
        " ont été cette mais son sa ses leur nous vous d l a",
        "de": "der die das und in zu den von mit des im ein eine ist für auf dem nicht sich auch es an als er sie werden"
        " aus wird bei dass hat wurde nach einer um einen noch über",
        "es": "el la los las de del y en un una que es se por con para no su al lo como más ha fue sus este esta son pero"
        " entre también sobre ser hasta años",
        "it": "il la lo gli le di del della dei e in un una che è per con non si da al alla sono ha anche come più nel"
        " nella dal questo ma ai su hanno l delle",
        "nl": "de het een en van in is dat op te voor met zijn niet aan er om die ook als bij door maar naar heeft hij"
        " worden wordt nog uit tot deze over zij",
        "pt": "o a os as de do da dos das e em um uma que é para com não se por no na mais ao como foi são sua seu pelo"
        " pela mas ou entre também já está",
        "pl": "i w na z się nie do to że jest o jak po za od przez dla są co tym ale oraz przy być ma tego ich jego został"
        " które który także już",
        "cs": "a v na se je že s z do o to i pro za ale jako k po by jsou od který podle také byl které při už jeho",
        "sv": "och i att det som en på är av för med den till inte har de om ett var men vid från så han kan sig efter",
        "da": "og i at det som en på er af for med den til ikke har de om et var men ved fra han kan sig efter der blev",
        "no": "og i at det som en på er av for med den til ikke har de om et var men ved fra han kan seg etter ble også",
        "fi": "ja on ei se että oli hän ovat mutta myös kun joka mukaan sen ole kuin jo vain tai niin voi",
        "ro": "de și în la a cu pe că din este un o pentru care nu mai au al ale prin fost sunt după sau",
        "hu": "a az és hogy nem is egy ez meg de volt el csak mint már még szerint után között azt ki",
        "tr": "ve bir bu da de için ile olarak çok daha olan gibi en kadar ne var ise sonra göre ancak",
        "lt": "ir į kad su yra iš tai bet apie po dėl buvo ar jo nuo kaip savo už jis prie",
        "lv": "un ir ar ka no par uz kas bet tas pēc arī nav lai pie vai tika viņš",
        "et": "ja on ei et see oma kui ka oli aga mis selle ning seda kes välja pärast",
        "hr": "i u je na da se za od su s a o kao koji će te ne što iz bi ali kako nije",
        "uk": "і в у на що з та не до це за як для про від є його він також але після який які під час",
        "ru": "и в не на что с по как это из к у за от он также его для но было об при после что года",
        "bg": "и на в да се за от е с че не по са като това ще към при но който беше",
        "sr": "и у је на да се за од су са а о као који ће не што из би али како није",
        "be": "і ў на што з у не да гэта для як за па ад яго але пра пасля таксама",
        "ar": "في من على إلى أن عن مع هذا هذه التي الذي كان بعد لا ما بين قال وقد",
        "fa": "و در به از که این را با است برای آن یک تا بر هم شد",
    }.items()
}
"""Small words of each language, lower-case."""
