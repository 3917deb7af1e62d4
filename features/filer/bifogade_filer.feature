# language: sv
@anvandaracceptans @kanal:api
Egenskap: Bifogade filer i SAMSA
  Som den som planerar en hemgång
  vill jag kunna bifoga underlag som de andra parterna kan öppna
  så att läkemedelslistor och planer följer patienten oförändrade.

  # Vilka filtyper och hur stora filer som tas emot är antaganden: filtyper och fil_max_mb.

  Bakgrund:
    Givet patienten Astrid från Borås
    Och att SÄS har skrivit in Astrid i SAMSA den 2022-02-07 kl. 08.00
    Och att läkaren på SÄS har bedömt att Astrid behöver kommunal hälso- och sjukvård och regional öppenvård den 2022-02-07 kl. 08.30
    Och att SÄS har skickat inskrivningsmeddelande för Astrid den 2022-02-07 kl. 09.00

  @krav:AK-FIL-01
  @krav:AK-FIL-03
  Regel: Parterna öppnar filen, och den är precis den som bifogades

    @id:sd9c09d2
    Scenariomall: Alla parter kan öppna filen
      När SÄS bifogar <fil> för Astrid
      Så kan <enhet> öppna filen för Astrid oförändrad i SAMSA

      Exempel: Filtyper och parter
        | fil                 | enhet              |
        | en pdf-fil          | Borås hemsjukvård  |
        | en docx-fil         | VC Borås           |
        | en jpg-fil          | Borås socialtjänst |
        | en png-fil på 10 MB | SÄS                |

    @id:sfd057c4
    Scenario: Den som inte är part kan inte öppna filen
      Givet att SÄS har bifogat en pdf-fil för Astrid
      När klockan blir 10.00 den 2022-02-07
      Så kan Mark hemsjukvård inte öppna filen för Astrid i SAMSA
      Och kan Borås hemsjukvård öppna filen för Astrid oförändrad i SAMSA

    @id:s47f052e
    Scenario: Kommunen bifogar, och slutenvården ser vem det var
      När Borås hemsjukvård bifogar en pdf-fil för Astrid
      Så visar SAMSA att Borås hemsjukvård har bifogat filen för Astrid
      Och kan SÄS öppna filen för Astrid oförändrad i SAMSA

    @id:sc14c69e
    Scenario: Den som inte är part kan inte bifoga
      När Mark hemsjukvård försöker bifoga en pdf-fil för Astrid
      Så nekar SAMSA det för Astrid, eftersom enheten inte är part

  @krav:AK-FIL-04
  Regel: Otillåten filtyp, för stor fil och fil som inte är vad den säger avvisas

    @id:s698e17f
    Scenariomall: Filen avvisas med skäl
      När SÄS försöker bifoga <fil> för Astrid
      Så nekar SAMSA det för Astrid, eftersom <skäl>

      Exempel: Det som inte tas emot
        | fil                                   | skäl                               |
        | en exe-fil                            | filtypen inte är tillåten          |
        | en pdf-fil på 10 MB och en byte       | filen är för stor                  |
        | ett program som kallas pdf            | filen inte är av den typ den säger |
        | en fil med skadlig kod som kallas pdf | filen innehåller skadlig kod       |
