"""Feature files with one fault each: what is wrong, the file, the rules that must fire, and where.

Each has a corrected counterpart without any finding. The same files are given to plain pytest-bdd
(``plainbdd.py``), whose verdict stands beside ours in ``docs/hygien.md``.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from testdata.identity.luhn import check_digit

HEAD = """# language: sv
@anvandaracceptans @krav:AK-INUT-01
Egenskap: Prov
"""
STEPS = """    Givet patienten Astrid från Borås
    När klockan blir 08.00 den 2022-04-04
    Så har Astrid inget pågående ärende i SAMSA
"""
TEMPLATE_STEPS = STEPS.replace("Borås", "<kommun>")
ROWS = """
    Exempel:
      | kommun |
      | Mark   |
"""
GOOD = f"{HEAD}\n  Scenario: Ett\n{STEPS}"
APART = f"""{HEAD}
  Bakgrund:
    Givet patienten Astrid från Borås

  Scenario: Ett
    När klockan blir 08.00 den 2022-04-04
    Så har Astrid inget pågående ärende i SAMSA
"""
OUTLINE = f"{HEAD}\n  Scenariomall: Ett\n{TEMPLATE_STEPS}{ROWS}"
TABLE = """    Och innehåller inskrivningsmeddelandet för Astrid i SAMSA:
      | uppgift | värde  |
      | Namn    | ifyllt |
"""
LONG = GOOD + TABLE
TOGETHER = f"""{HEAD}
  Scenariomall: Ett
    Givet patienten Astrid från Borås
    Och att SÄS har skrivit in Astrid i SAMSA den 2022-04-04 kl. 08.00
    När SÄS avslutar ärendet för Astrid med orsaken "<början><slut>"
    Så har Astrid inget pågående ärende i SAMSA

    Exempel:
      | början | slut |
      | 20 | 99 |
"""
DECOMPOSED = unicodedata.normalize("NFD", "Så")
NBSP, SHY, ZWSP = "\u00a0", "\u00ad", "\u200b"
CYRILLIC_A = "\u0430"


@dataclass(frozen=True, slots=True)
class Bad:
    """``rules`` are every finding that the file has, errors and warnings; ``line`` is the line of the first."""

    what: str
    file: bytes
    rules: tuple[str, ...]
    line: int | None
    good: bytes


def bad(what: str, text: str | bytes, rules: str, line: int | None, good: str = GOOD) -> Bad:
    file = text if isinstance(text, bytes) else text.encode()
    return Bad(what, file, tuple(rules.split()), line, good.encode())


def swap(text: str, old: str, new: str) -> str:
    """*text* with *old*, which it holds, replaced once."""
    assert old in text, old
    return text.replace(old, new, 1)


def number(birth: str) -> str:
    """A valid personnummer, put together when it is needed: nobody is born that far ahead, but there is no proof."""
    payload = f"{birth}238"
    return f"{payload}{check_digit([int(c) for c in payload[2:]])}"


def wrong_number() -> str:
    right = number("20990101")
    return right[:-1] + str((int(right[-1]) + 1) % 10)


def first(text: str, keyword: str) -> str:
    """GOOD with its first step begun in another way: swallowed as a description."""
    return swap(GOOD, "Givet patienten", f"{keyword}patienten")


FILES = [
    # Keywords that Gherkin does not know: the line becomes a description, and is never run.
    bad("Givet felstavat, först i scenariot", first(GOOD, "Gvet "), "okant-nyckelord", 6),
    bad("Givet med fel bokstav", first(GOOD, "Gived "), "okant-nyckelord", 6),
    bad("Givet på engelska", first(GOOD, "Given "), "okant-nyckelord", 6),
    bad("Givet i versaler", first(GOOD, "GIVET "), "okant-nyckelord", 6),
    bad("Givet med gemener", first(GOOD, "givet "), "okant-nyckelord", 6),
    bad("Givet med kolon", first(GOOD, "Givet: "), "okant-nyckelord", 6),
    bad("Givet utan mellanslag efter", first(GOOD, "Givet"), "okant-nyckelord", 6),
    bad("Givet med tabb efter", first(GOOD, "Givet\t"), "okant-nyckelord", 6),
    bad("Givet med hårt mellanslag efter", first(GOOD, f"Givet{NBSP}"), "osynligt-tecken", 6),
    bad("Alla stegord på engelska (pytest-bdd #399)",
        swap(swap(first(GOOD, "Given "), "När", "When"), "Så", "Then"),
        "okant-nyckelord okant-nyckelord okant-nyckelord", 6),
    bad("Alla stegord utan prickar och ring", swap(swap(APART, "När", "Nar"), "Så", "Sa"),
        "okant-nyckelord okant-nyckelord", 9, APART),
    bad("När utan prickar, mitt i scenariot", swap(GOOD, "När", "nar"), "okant-nyckelord", 7),
    bad("Så utan ring, sist i scenariot", swap(GOOD, "Så har", "Sa har"), "okant-nyckelord", 8),
    bad("Scenario felstavat, efter Egenskap", swap(GOOD, "Scenario:", "Senario:"), "okant-nyckelord", 5),
    bad("Scenario felstavat, mellan två", f"{GOOD}\n  Scenaro: Två\n{STEPS}", "okant-nyckelord", 10,
        f"{GOOD}\n  Scenario: Två\n{STEPS}"),
    bad("Scenario utan kolon", swap(GOOD, "Scenario: Ett", "Scenario"), "okant-nyckelord", 5),
    bad("Scenario utan kolon, med namn, och stegen som punkter",
        swap(GOOD, "\n  Scenario",
             "\n  Scenario Beskedet når Mark\n  - Givet patienten Bertil från Mark\n  1. När det är gjort\n"
             "  » så är det klart\n\n  Scenario"),
        "okant-nyckelord", 5),
    bad("Scenario med nummer", swap(GOOD, "Scenario: Ett", "Scenario 1: Ett"), "okant-nyckelord", 5),
    bad("Scenario med semikolon", swap(GOOD, "Scenario:", "Scenario;"), "okant-nyckelord", 5),
    bad("Scenario med helbrett kolon", swap(GOOD, "Scenario:", "Scenario："), "okant-nyckelord", 5),
    bad("Scenario i fetstil", swap(GOOD, "Scenario: Ett", "**Scenario:** Ett"), "okant-nyckelord", 5),
    bad("Scenario som punkt i en lista", swap(GOOD, "Scenario:", "- Scenario:"), "okant-nyckelord", 5),
    bad("Steg som punkter under Egenskap",
        swap(GOOD, "\n  Scenario", "  - Givet patienten Astrid från Mark\n  * det är allt\n\n  Scenario"),
        "steg-utanfor-scenario steg-utanfor-scenario", 4),
    bad("Mening utan nyckelord under Egenskap",
        swap(GOOD, "\n  Scenario", "  1. givet patienten Astrid från Mark\n  patienten Astrid från Mark\n\n  Scenario"),
        "steg-utanfor-scenario steg-utanfor-scenario", 4),
    bad("Bakgrund felstavad, efter Egenskap",
        swap(GOOD, "\n  Scenario", "\n  Bakgrnd:\n    Givet patienten Bertil från Mark\n\n  Scenario"),
        "okant-nyckelord", 5,
        swap(GOOD, "\n  Scenario", "\n  Bakgrund:\n    Givet patienten Bertil från Mark\n\n  Scenario")),
    bad("Egenskap på engelska i en svensk fil", swap(GOOD, "Egenskap", "Feature"), "okant-nyckelord", 3),
    bad("Regel på engelska", swap(GOOD, "\n  Scenario", "\n  Rule: En regel\n\n  Scenario"), "okant-nyckelord", 5,
        swap(GOOD, "\n  Scenario", "\n  Regel: En regel\n\n  Scenario")),
    bad("Exempel felstavat", swap(OUTLINE, "Exempel:", "Exmpel:"), "okant-nyckelord", 10, OUTLINE),
    bad("Exempel på engelska", swap(OUTLINE, "Exempel:", "Examples:"), "okant-nyckelord", 10, OUTLINE),
    bad("Scenariomall på engelska", swap(OUTLINE, "Scenariomall:", "Scenario Outline:"), "okant-nyckelord", 5, OUTLINE),
    bad("Felstavat stegord i Bakgrund",
        swap(GOOD, "\n  Scenario",
             "\n  Bakgrund:\n    Gvet patienten Bertil från Mark\n    Givet patienten Cecilia från Mark\n\n  Scenario"),
        "okant-nyckelord", 6,
        swap(GOOD, "\n  Scenario",
             "\n  Bakgrund:\n    Givet patienten Bertil från Mark\n"
             "    Givet patienten Cecilia från Mark\n\n  Scenario")),
    bad("Steg mellan Exempel och tabellen",
        swap(OUTLINE, "Exempel:\n", "Exempel:\n      Och har Astrid inget pågående ärende i Samvy\n"),
        "okant-nyckelord", 11, OUTLINE),
    bad("Steg direkt under Egenskap", swap(GOOD, "\n  Scenario", "  Givet patienten Astrid från Mark\n\n  Scenario"),
        "steg-utanfor-scenario", 4),
    bad("Steg direkt under Regel",
        swap(GOOD, "\n  Scenario", "\n  Regel: A\n    När klockan blir 08.00 den 2022-04-04\n\n  Scenario"),
        "steg-utanfor-scenario", 6, swap(GOOD, "\n  Scenario", "\n  Regel: A\n\n  Scenario")),
    bad("Andra Egenskap direkt under den första", swap(GOOD, "\n  Scenario", "Egenskap: Två\n\n  Scenario"),
        "okant-nyckelord", 4),
    bad("Fri text i ett scenario", swap(GOOD, "    Givet", "    Det här gäller bara Borås.\n    Givet"), "fri-text", 6,
        swap(GOOD, "    Givet", "    Beskrivning: Det här gäller bara Borås.\n    Givet")),
    bad("Stegord i en beskrivning",
        swap(GOOD, "    Givet",
             "    Beskrivning:\n    Astrid bor hemma.\n    Gven patienten Bertil från Mark\n\n    Givet"),
        "okant-nyckelord", 8,
        swap(GOOD, "    Givet", "    Beskrivning:\n    Astrid bor hemma.\n\n    Givet")),
    bad("Text efter beskrivningens tomma rad",
        swap(GOOD, "    Givet", "    Beskrivning:\n    Astrid bor hemma.\n\n    Hon har hemtjänst.\n    Givet"),
        "fri-text", 9,
        swap(GOOD, "    Givet", "    Beskrivning:\n    Astrid bor hemma.\n    Hon har hemtjänst.\n\n    Givet")),
    # What the parser refuses, said in Swedish at the right line.
    bad("Språkraden saknas", swap(GOOD, "# language: sv\n", ""), "sprak", 1),
    bad("Språkraden säger se", swap(GOOD, "language: sv", "language: se"), "sprak", 1),
    bad("Språkraden står efter taggarna",
        swap(GOOD, HEAD, "@anvandaracceptans @krav:AK-INUT-01\n# language: sv\nEgenskap: Prov\n"), "sprak", 2),
    bad("Språkraden felstavad", swap(GOOD, "language", "langage"), "sprak", 1),
    bad("Hela filen på engelska",
        "@anvandaracceptans @krav:AK-INUT-01\nFeature: x\n\n  Scenario: y\n    Given z\n    When z\n    Then z\n",
        "sprak", 1),
    bad("Ojämn tabell", swap(LONG, "| Namn    | ifyllt |", "| Namn    |"), "ojamn-tabell", 11, LONG),
    bad("Tabellrad utan | sist", swap(swap(LONG, "värde  |", "värde"), "ifyllt |", "ifyllt"),
        "tabellrad-slut tabellrad-slut", 10, LONG),
    bad("Textruta som aldrig avslutas", f'{LONG}      """\n      hej\n\n  Scenario: Två\n{STEPS}',
        "oavslutad-docstring", 12, f"{LONG}\n  Scenario: Två\n{STEPS}"),
    bad("Text efter textrutans slut", f'{GOOD}      """\n      hej\n      """ och mer\n',
        "text-efter-textruta argument-oanvant", 11),
    bad("Text på textrutans första rad", f'{GOOD}      """Hej du\n      hej\n      """\n',
        "text-efter-textruta argument-oanvant", 9),
    bad("Steg efter Exempel", f"{OUTLINE}    Och har Astrid inget pågående ärende i Samvy\n", "steg-efter-exempel", 13,
        OUTLINE),
    bad("Mellanslag i en tagg", swap(GOOD, "@krav:AK", "@krav: AK"), "tagg-mellanslag", 2),
    bad("Tagg sist i filen", f"{GOOD}\n  @rok\n", "tagg-utan-scenario", 10),
    bad("Tagg ovanför Bakgrund", swap(GOOD, "\n  Scenario", "\n  @rok\n  Bakgrund:\n    Givet x\n\n  Scenario"),
        "tagg-utan-scenario", 5),
    bad("Andra Egenskap efter ett scenario", f"{GOOD}\nEgenskap: Två\n\n  Scenario: Två\n{STEPS}", "andra-egenskap", 10,
        f"{GOOD}\n  Scenario: Två\n{STEPS}"),
    bad("Bakgrund efter ett scenario", f"{GOOD}\n  Bakgrund:\n    Givet patienten Bertil från Mark\n", "bakgrund-sent",
        10),
    bad("Lös text mitt i ett scenario", swap(GOOD, "    Så", "    det är allt\n    Så"), "olaslig-rad", 8),
    bad("Text före Egenskap", swap(GOOD, "@anv", "Det här är prov\n@anv"), "olaslig-rad", 2),
    bad("Två fel: båda sägs", swap(swap(GOOD, "När", "Naar"), "Så har", "Sa har"), "okant-nyckelord okant-nyckelord",
        7),
    # Scenarios that prove nothing.
    bad("Ingen Egenskap", "# language: sv\n# bara en kommentar\n", "utan-egenskap", 1),
    bad("Inga scenarier", HEAD, "utan-scenario", 3),
    bad("Regel utan scenarier",
        f"{GOOD}\n  Regel: B\n\n    Bakgrund:\n      Givet något som inte finns\n", "utan-scenario", 10,
        f"{GOOD}\n  Regel: B\n\n  Scenario: Två\n{STEPS}"),
    bad("Scenario utan steg", f"{GOOD}\n  Scenario: Två\n", "utan-steg", 10),
    bad("Scenario utan När", swap(GOOD, "    När klockan blir 08.00 den 2022-04-04\n", ""), "utan-nar", 5),
    bad("Scenario utan Så", swap(GOOD, "    Så har Astrid inget pågående ärende i SAMSA\n", ""), "utan-sa", 5),
    bad("När bara i Bakgrund",
        swap(swap(GOOD, "    När klockan blir 08.00 den 2022-04-04\n", ""), "\n  Scenario",
             "\n  Bakgrund:\n    När klockan blir 08.00 den 2022-04-04\n\n  Scenario"),
        "bakgrund-utan-givet utan-nar", 6),
    bad("Bara stjärnor", swap(swap(swap(GOOD, "Givet", "*"), "När", "*"), "Så", "*"),
        "stjarna okant-steg okant-steg", 6),
    bad("Och som första steg", swap(GOOD, "Givet", "Och"), "och-forst", 6),
    bad("Så före När",
        f"{HEAD}\n  Scenario: Ett\n    Givet patienten Astrid från Borås\n"
        "    Så har Astrid inget pågående ärende i SAMSA\n    När klockan blir 08.00 den 2022-04-04\n",
        "inget-efter-nar", 8),
    bad("Så både före och efter När", swap(GOOD, "    När", "    Så har Astrid inget pågående ärende i SAMSA\n    När"),
        "sa-fore-nar", 7),
    bad("När sist", f"{GOOD}    När klockan blir 08.00 den 2022-04-05\n", "nar-sist", 9),
    # Names.
    bad("Samma namn två gånger (pytest-bdd #191)", f"{GOOD}\n  Scenario: Ett\n{STEPS}", "samma-namn", 10,
        f"{GOOD}\n  Scenario: Två\n{STEPS}"),
    bad("Samma namn i två regler",
        f"{HEAD}\n  Regel: A\n\n  Scenario: Ett\n{STEPS}\n  Regel: B\n\n  Scenario: Ett\n{STEPS}", "samma-namn", 14,
        f"{HEAD}\n  Regel: A\n\n  Scenario: Ett\n{STEPS}\n  Regel: B\n\n  Scenario: Två\n{STEPS}"),
    bad("Samma namn så när som på blanksteg", f"{swap(GOOD, 'Ett', 'Ett två')}\n  Scenario: Ett  två\n{STEPS}",
        "samma-namn", 10, f"{GOOD}\n  Scenario: Två\n{STEPS}"),
    bad("Nästan samma namn", f"{swap(GOOD, 'Ett', 'På väg')}\n  Scenario: Pa vag\n{STEPS}", "nastan-samma-namn", 10,
        f"{GOOD}\n  Scenario: Två\n{STEPS}"),
    bad("Parameter i namnet", swap(OUTLINE, "Ett", "I <kommun>"), "parameter-i-namn", 5, OUTLINE),
    bad("Scenario utan namn", swap(GOOD, "Scenario: Ett", "Scenario:"), "utan-namn", 5),
    # Tables.
    bad("Mall utan Exempel", swap(OUTLINE, ROWS, ""), "mall-utan-exempel", 5, OUTLINE),
    bad("Exempel utan rader", swap(OUTLINE, "      | Mark   |\n", ""), "exempel-utan-rader", 10, OUTLINE),
    bad("Exempel utan tabell", f"{OUTLINE}\n    Exempel: Flera\n", "exempel-utan-rader", 14, OUTLINE),
    bad("Parameter utan kolumn", swap(OUTLINE, "| kommun |", "| ort    |"), "okand-kolumn oanvand-kolumn", 11, OUTLINE),
    bad("Parameter utan kolumn, i en datatabell",
        swap(f"{HEAD}\n  Scenariomall: Ett\n{TEMPLATE_STEPS}{TABLE}{ROWS}", "ifyllt |", "<hem>  |"), "okand-kolumn", 14,
        f"{HEAD}\n  Scenariomall: Ett\n{TEMPLATE_STEPS}{TABLE}{ROWS}"),
    bad("Kolumn som inte används", swap(swap(OUTLINE, "| kommun |", "| kommun | x |"), "| Mark   |", "| Mark   | 1 |"),
        "oanvand-kolumn", 11, OUTLINE),
    bad("Samma kolumn två gånger",
        swap(swap(OUTLINE, "| kommun |", "| kommun | kommun |"), "| Mark   |", "| Mark   | Borås  |"),
        "samma-kolumn", 11, OUTLINE),
    bad("Kolumn utan namn", swap(swap(OUTLINE, "| kommun |", "| kommun |  |"), "| Mark   |", "| Mark   | 1 |"),
        "kolumn-utan-namn", 11, OUTLINE),
    bad("Kolumnnamn med parentes",
        swap(swap(OUTLINE, "<kommun>", "<kommun (bor)>"), "| kommun |", "| kommun (bor) |"),
        "kolumn-tecken", 11, OUTLINE),
    bad("Kolumnnamn med ensam parentes",
        swap(swap(OUTLINE, "<kommun>", "<kommun(>"), "| kommun |", "| kommun( |"), "kolumn-tecken", 11, OUTLINE),
    bad("Parameter i ett vanligt scenario", swap(GOOD, "Borås", "<kommun>"), "parameter-utan-exempel", 6),
    bad("Tom cell", swap(OUTLINE, "      | Mark   |\n", "      | Mark   |\n      |        |\n"), "tom-cell okant-steg",
        13, OUTLINE),
    bad("Stegets tabell har bara en rubrik", swap(LONG, "      | Namn    | ifyllt |\n", ""), "tabell-utan-rader", 9,
        LONG),
    bad("Tom cell i stegets tabell", swap(LONG, "ifyllt |", "       |"), "tom-datacell", 11, LONG),
    bad("Två likadana rader", f"{OUTLINE}      | Mark   |\n", "samma-rad", 13, OUTLINE),
    # Tags.
    bad("Ingen testtyp", swap(GOOD, "@anvandaracceptans ", ""), "testtyp", 5),
    bad("Två testtyper", swap(GOOD, "@krav", "@oberoende @krav"), "testtyp", 5),
    bad("Inget krav", swap(GOOD, " @krav:AK-INUT-01", ""), "utan-krav", 5),
    bad("Krav som inte finns", swap(GOOD, "INUT-01", "INUT-99"), "okant-krav", 2),
    bad("Kanal som inte finns", swap(GOOD, "@krav", "@kanal:fax @krav"), "okand-kanal", 2),
    bad("Kanal utan kolon", swap(GOOD, "@krav", "@kanalwebb @krav"), "felstavad-tagg", 2),
    bad("Kanalens namn som tagg", swap(GOOD, "@krav", "@webb @krav"), "felstavad-tagg", 2),
    bad("Kanal på engelska", swap(GOOD, "@krav", "@channel:webb @krav"), "felstavad-tagg", 2),
    bad("Tagg som får pytest att vända på resultatet", swap(GOOD, "  Scenario", "  @xfail\n  Scenario"), "pytest-marke",
        5),
    bad("@vantar med vecka", swap(GOOD, "  Scenario", "  @vantar:2026-W09-1\n  Scenario"), "vantar-datum", 5),
    bad("@vantar mer än ett år bort", swap(GOOD, "  Scenario", "  @vantar:2027-02-01\n  Scenario"), "vantar-lange", 5,
        swap(GOOD, "  Scenario", "  @vantar:2027-01-31\n  Scenario")),
    bad("Två @vantar med olika dagar",
        swap(swap(GOOD, "@krav", "@vantar:2026-03-01 @krav"), "  Scenario", "  @vantar:2026-04-01\n  Scenario"),
        "tva-vantar", 6,
        swap(swap(GOOD, "@krav", "@vantar:2026-03-01 @krav"), "  Scenario", "  @vantar:2026-03-01\n  Scenario")),
    bad("Känd tagg felstavad", swap(GOOD, "  Scenario", "  @specifiserad\n  Scenario"), "felstavad-tagg", 5),
    bad("Förled felstavat", swap(GOOD, "  Scenario", "  @vanta:2026-03-01\n  Scenario"), "felstavad-tagg", 5,
        swap(GOOD, "  Scenario", "  @vantar:2026-03-01\n  Scenario")),
    bad("Okänt förled", swap(GOOD, "  Scenario", "  @sprint:12\n  Scenario"), "okand-tagg", 5),
    bad("Ensamt @", swap(GOOD, "  Scenario", "  @rok @\n  Scenario"), "tom-tagg", 5),
    bad("Parameter i en tagg", swap(OUTLINE, "  Scenariomall", "  @<kommun>\n  Scenariomall"), "parameter-i-tagg", 5,
        OUTLINE),
    bad("@vantar utan dag", swap(GOOD, "  Scenario", "  @vantar\n  Scenario"), "vantar-datum", 5),
    bad("@vantar den 30 februari", swap(GOOD, "  Scenario", "  @vantar:2099-02-30\n  Scenario"), "vantar-datum", 5),
    bad("@vantar som har passerat", swap(GOOD, "  Scenario", "  @vantar:2020-01-31\n  Scenario"), "vantar-passerad", 5),
    bad("Två @id", swap(GOOD, "  Scenario", "  @id:a1 @id:a2\n  Scenario"), "tva-id", 6),
    bad("Samma @id två gånger",
        swap(GOOD, "  Scenario", "  @id:a1\n  Scenario") + f"\n  @id:a1\n  Scenario: Två\n{STEPS}",
        "samma-id", 11, f"{GOOD}\n  Scenario: Två\n{STEPS}"),
    bad("@id med tecken som inte går", swap(GOOD, "  Scenario", "  @id:Å/1\n  Scenario"), "id-form", 5),
    bad("@id på egenskapen", swap(GOOD, "@krav", "@id:a1 @krav"), "id-plats", 2),
    # Sentences.
    bad("Mening som inte finns", f"{GOOD}    Och har Astrid ett ärende som ingen vet\n", "okant-steg", 9),
    bad("Patient som ingen har infört", swap(GOOD, "Så har Astrid", "Så har Astird"), "okand-person", 8),
    bad("Kommun som inte finns", swap(GOOD, "Borås", "Boras"), "omojligt-varde", 6),
    bad("30 februari", swap(GOOD, "2022-04-04", "2022-02-30"), "omojligt-varde", 7),
    bad("Tabell under ett steg som inte läser den", swap(GOOD, "    När", "      | x |\n    När"),
        "argument-oanvant", 6),
    bad("Tabell som saknas", swap(LONG, "      | uppgift | värde  |\n      | Namn    | ifyllt |\n", ""),
        "argument-saknas", 9, LONG),
    bad("@specificerad fast alla steg finns", swap(GOOD, "  Scenario", "  @specificerad\n  Scenario"),
        "specificerad-klar", 6),
    bad("Skärmord i ett steg",
        swap(GOOD, "  Scenario: Ett\n",
             "  @specificerad\n  Scenario: Ett\n    Givet att vi klickar på knappen Spara\n"),
        "skarmord", 7),
    bad("Personnummer utan bevis", swap(GOOD, "Prov\n", f"Prov om {number('20990101')}\n"), "personnummer", 3),
    bad("Personnummer som sätts ihop av två kolumner",
        swap(TOGETHER, "| 20 | 99 |", f"| {number('20990101')[:8]} | {number('20990101')[8:]} |"),
        "personnummer", 13, TOGETHER),
    bad("Ogiltigt personnummer", swap(GOOD, "Prov\n", f"Prov om {wrong_number()}\n"), "ogiltigt-nummer", 3),
    # Signs that do not show.
    bad("BOM", b"\xef\xbb\xbf" + GOOD.encode(), "bom", 1),
    bad("CRLF", GOOD.replace("\n", "\r\n"), "crlf", 1),
    bad("Ensamt CR", GOOD.replace("\n", "\r"), "ensam-cr", 1),
    bad("Ensamt CR i en kommentar",
        swap(GOOD, "    Så", "    # Förut:\r    När klockan blir 08.00 den 2022-04-03\n    Så"), "ensam-cr", 8),
    bad("Tabb i indraget", swap(GOOD, "    När", "\tNär"), "tabb", 7),
    bad("Blanksteg sist på raden", swap(GOOD, "Borås\n", "Borås \n"), "slutblanksteg", 6),
    bad("Sista radbrytningen saknas", GOOD.rstrip("\n"), "sista-radbrytning", 8),
    bad("Så delat i två tecken", swap(GOOD, "Så har", f"{DECOMPOSED} har"), "normalform", 8),
    bad("Hårt mellanslag i en mening", swap(GOOD, "från Borås", f"från{NBSP}Borås"), "osynligt-tecken", 6),
    bad("Mjukt bindestreck i ett namn", swap(GOOD, "Scenario: Ett", f"Scenario: Ett{SHY}"), "osynligt-tecken", 5),
    bad("Tecken utan bredd i en tagg", swap(GOOD, "@anvandar", f"@anvandar{ZWSP}"), "osynligt-tecken testtyp", 2),
    bad("Radbrytande tecken i prosa",
        swap(GOOD, "Egenskap: Prov\n", "Egenskap: Prov\n  Som handläggare\u2028  Scenario: Två\n"),
        "osynligt-tecken", 4),
    bad("Sidbrytning i en kommentar", swap(GOOD, "    Så", "    # Förut:\x0c Givet det\n    Så"), "osynligt-tecken", 8),
    bad("Kyrilliskt a i Astrid", swap(GOOD, "Så har Astrid", f"Så h{CYRILLIC_A}r Astrid"), "frammande-bokstav", 8),
    bad("Latin-1 i stället för UTF-8", GOOD.encode("latin-1"), "ej-utf8", 6),
    bad("Tom fil", "", "tom-fil", None),
]  # fmt: skip
