"""Every rule of hygiene by its id: whether it stops a run, and what it is about.

The ids are stable: they stand in JSON, in documents, and in what people search for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from steps.finding import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    severity: Severity
    about: str


def _rules(severity: Severity, **abouts: str) -> dict[str, Rule]:
    return {name.replace("_", "-"): Rule(severity, about) for name, about in abouts.items()}


_OF_FILES = {
    **_rules(
        "fel",
        ej_utf8="filen är inte sparad som UTF-8",
        tom_fil="filen är tom",
        mapp_feature="en mapp heter som en feature-fil",
        ensam_cr="ett ensamt CR, som en del program läser som radbrytning och andra inte",
        normalform="bokstäver är delade i två tecken (å som a och ring) och liknar bara dem i meningarna",
        osynligt_tecken="osynliga tecken i nyckelord, namn, taggar, steg eller celler; radbrytande tecken i all text",
        frammande_bokstav="bokstäver ur andra alfabet som ser ut som våra",
    ),
    **_rules(
        "varning",
        fel_filandelse="filen ser ut som en feature-fil men körs aldrig",
        bom="filen börjar med en byteordningsmarkering",
        crlf="rader slutar med CRLF",
        tabb="tabbar i indraget",
        slutblanksteg="blanktecken sist på raden",
        sista_radbrytning="sista raden saknar radbrytning",
    ),
}
_OF_READING = _rules(
    "fel",
    sprak="raden »# language: sv« saknas, står fel eller säger ett annat språk",
    okant_nyckelord="ett nyckelord är felstavat, engelskt eller står där det inte läses",
    fri_text="text utan nyckelord i ett scenario, en bakgrund eller en exempeltabell",
    steg_utanfor_scenario="ett steg står i beskrivningen av en Egenskap eller Regel, också som punkt i en lista",
    olaslig_rad="raden går inte att läsa som Gherkin",
    ojamn_tabell="rader i en tabell har olika många celler",
    tabellrad_slut="en tabellrad slutar inte med |, så sista cellen försvinner",
    oavslutad_docstring='en textruta (""") avslutas aldrig',
    text_efter_textruta='det står text efter """, som försvinner',
    steg_efter_exempel="ett steg står efter Exempel",
    tagg_mellanslag="en tagg innehåller mellanslag",
    tagg_utan_scenario="en tagg står inte ovanför något som kan ha taggar",
    andra_egenskap="filen har mer än en Egenskap",
    bakgrund_sent="Bakgrund står efter ett scenario",
    gar_inte_att_kompilera="mallen går inte att fylla i",
)
_OF_SCENARIOS = {
    **_rules(
        "fel",
        utan_egenskap="filen har ingen Egenskap",
        utan_scenario="egenskapen eller en regel har inga scenarier",
        utan_namn="en Egenskap, Regel eller ett scenario saknar namn",
        samma_namn="två scenarier i filen har samma namn",
        parameter_i_namn="ett namn innehåller en parameter",
        utan_steg="ett scenario har inga steg",
        utan_nar="ett scenario har inget När",
        utan_sa="ett scenario har inget Så",
        inget_efter_nar="inget Så står efter scenariots första När",
        stjarna="»*« gör att scenariot saknar När eller Så",
        och_forst="ett scenario börjar med Och eller Men",
    ),
    **_rules(
        "varning",
        nastan_samma_namn="två namn skiljer sig bara i versaler, mellanslag eller prickar",
        sa_fore_nar="ett Så står före det första När",
        nar_sist="inget Så står efter scenariots sista När",
        bakgrund_utan_givet="en Bakgrund innehåller När eller Så",
    ),
}
_OF_TABLES = {
    **_rules(
        "fel",
        mall_utan_exempel="en Scenariomall har inga Exempel",
        exempel_utan_rader="en exempeltabell har inga rader",
        parameter_utan_exempel="ett scenario utan Exempel använder en parameter",
        oanvand_kolumn="en kolumn används inte",
        okand_kolumn="en parameter finns inte som kolumn",
        samma_kolumn="två kolumner heter likadant",
        kolumn_utan_namn="en kolumn saknar namn",
        tabell_utan_rader="tabellen under ett steg har bara en rubrikrad",
        tom_datacell="en cell i tabellen under ett steg är tom",
        kolumn_tecken="ett kolumnnamn har tecken som gör att den aldrig fylls i",
    ),
    **_rules("varning", tom_cell="en cell i en använd kolumn är tom", samma_rad="två exempelrader är likadana"),
}
OF_TAGS = {
    **_rules(
        "fel",
        testtyp="ett scenario har ingen testtyp, eller flera",
        utan_krav="ett scenario hör inte till något krav",
        okant_krav="kravet finns inte",
        okand_kanal="kanalen finns inte",
        felstavad_tagg="en tagg är felstavad och skulle sakna verkan",
        tom_tagg="ett @ står ensamt",
        parameter_i_tagg="en tagg innehåller en parameter",
        vantar_datum="@vantar saknar datum, eller har ett som inte finns",
        vantar_passerad="datumet i @vantar har passerat",
        tva_vantar="ett scenario har två @vantar med olika dagar",
        pytest_marke="taggen är en märkning som pytest handlar efter",
        tva_id="ett scenario har två @id",
        samma_id="två scenarier har samma @id",
        id_form="ett @id har tecken som inte går att använda",
        id_plats="ett @id står inte på ett scenario",
    ),
    **_rules(
        "varning",
        okand_tagg="taggen har ett förled som Provtryck inte känner till",
        vantar_lange="datumet i @vantar ligger mer än ett år bort",
    ),
}
OF_SENTENCES = {
    **_rules(
        "fel",
        okant_steg="steget finns inte",
        tvetydigt_steg="steget kan läsas på flera sätt",
        okand_person="ett steg nämner en patient som inget tidigare steg har infört",
        omojligt_varde="ett värde i steget kan inte finnas",
        argument_saknas="steget saknar sin tabell eller textruta",
        argument_oanvant="steget läser inte sin tabell eller textruta",
        personnummer="ett personnummer eller liknande utan bevis för att det inte är någons",
    ),
    **_rules(
        "varning",
        specificerad_klar="alla steg finns, men scenariot är märkt @specificerad",
        ogiltigt_nummer="något ser ut som ett personnummer men är inte giltigt",
        skarmord="steget talar om skärmen i stället för om vården",
    ),
}
_OF_DEFINITIONS = _rules(
    "fel",
    definition_form="en stegdefinition är async, har yield eller target_fixture",
    definition_argument="en stegdefinition tar annat än meningens värden och stage",
    definition_docstring="en stegdefinition saknar docstring",
    definition_literal="en stegdefinition är inte skriven som parsers.parse med texten direkt",
    dubbel_definition="två stegdefinitioner har samma mening",
)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        **_OF_FILES,
        **_OF_READING,
        **_OF_SCENARIOS,
        **_OF_TABLES,
        **OF_TAGS,
        **OF_SENTENCES,
        **_OF_DEFINITIONS,
    }
)
