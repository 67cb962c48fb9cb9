import pytest

from onrecord.clean.language import find_language


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The quay is closed, and it will not be opened again for the ships of the town."),
        ("fr", "Le quai est fermé et il ne sera pas rouvert pour les navires de la ville."),
        ("de", "Der Kai ist geschlossen und wird für die Schiffe der Stadt nicht wieder geöffnet."),
        ("es", "El muelle está cerrado y no se abrirá de nuevo para los barcos de la ciudad."),
        ("it", "Il molo è chiuso e non sarà riaperto per le navi della città."),
        ("nl", "De kade is gesloten en wordt niet meer geopend voor de schepen van de stad."),
        ("pt", "O cais está fechado e não será reaberto para os navios da cidade."),
        ("pl", "Nabrzeże jest zamknięte i nie będzie już otwarte dla statków z miasta."),
        ("uk", "Причал закрито, і його більше не відкриють для суден, що були у місті."),
        ("ru", "Причал закрыт, и его больше не откроют для судов, что были в городе."),
        ("el", "Η προβλήτα είναι κλειστή και δεν θα ανοίξει ξανά."),
        ("ja", "この埠頭は閉鎖され、再び開かれることはない。"),
        ("zh", "码头已经关闭，不会再为城里的船只开放。"),
        ("ko", "부두는 폐쇄되었고 다시 열리지 않을 것이다."),
    ],
)
def test_small_words_and_scripts_tell_the_language(tag: str, text: str) -> None:
    assert find_language(text) == tag


@pytest.mark.parametrize(
    "text", ["", "12 34", "Ahoy", "Port Carrow Old Quay Skerry Point Meltemi Lines", "…", "a" * 10000]
)
def test_what_is_not_plain_is_not_told(text: str) -> None:
    assert find_language(text) is None
