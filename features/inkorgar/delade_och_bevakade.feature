# language: sv
@kanal:api
Egenskap: Delade, räknade och obevakade inkorgar, och enheter som ändras
  Som den som bevakar en inkorg
  vill jag att inget blir liggande, vem som än delar den och vad som än händer med enheten
  så att varje meddelande tas om hand av någon.

  @anvandaracceptans @krav:AK-INK-04
  Regel: I en delad inkorg ser alla meddelandet, en tar det och de övriga ser vem

    @id:sfa88b52
    Scenario: Två enheter delar inkorg och den ena tar
      Givet patienten Astrid från Borås
      Och att Borås hemsjukvård och Borås socialtjänst delar inkorg
      Och att SÄS har skrivit in Astrid i Samvy den 2024-02-06 kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den 2024-02-06 kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      När Borås hemsjukvård tar inskrivningsmeddelandet för Astrid i den delade inkorgen
      Så ligger inskrivningsmeddelandet för Astrid i inkorgen hos Borås socialtjänst i Samvy
      Och ligger inskrivningsmeddelandet för Astrid i inkorgen hos Borås hemsjukvård i Samvy
      Och ser Borås socialtjänst att Borås hemsjukvård har tagit inskrivningsmeddelandet för Astrid i Samvy

    @id:sdf49947
    Scenario: Det som någon har tagit tar ingen annan
      Givet patienten Astrid från Borås
      Och att Borås hemsjukvård och Borås socialtjänst delar inkorg
      Och att SÄS har skrivit in Astrid i Samvy den 2024-02-06 kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den 2024-02-06 kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      Och att Borås socialtjänst har tagit inskrivningsmeddelandet för Astrid i den delade inkorgen
      När Borås hemsjukvård försöker ta inskrivningsmeddelandet för Astrid i den delade inkorgen
      Så nekar Samvy det för Astrid, eftersom någon annan redan har tagit det
      Och ser Borås hemsjukvård att Borås socialtjänst har tagit inskrivningsmeddelandet för Astrid i Samvy

  @anvandaracceptans @krav:AK-INK-05
  Regel: En enhet som finns i båda systemen räknar det okvitterade för sig i vardera

    # SÄS och Borås driftsätts den 5 april 2022; den som skrevs in i februari har kvar sitt ärende i SAMSA.
    Bakgrund:
      Givet patienten Astrid från Borås
      Och patienten Bertil från Borås
      Och att SÄS har skrivit in Astrid i SAMSA den 2022-02-07 kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den 2022-02-07 kl. 08.10
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den 2022-02-07 kl. 09.00
      Och att SÄS har skrivit in Bertil i Samvy den 2022-04-05 kl. 08.20
      Och att läkaren på SÄS har bedömt att Bertil behöver socialtjänst den 2022-04-05 kl. 08.30

    @krav:AK-SYS-10
    @id:sed9c158
    Scenario: Ett meddelande i vardera systemet
      När SÄS skickar inskrivningsmeddelande för Bertil den 2022-04-05 kl. 09.10
      Så ligger ett meddelande utan kvittens hos Borås socialtjänst i SAMSA
      Och ligger ett meddelande utan kvittens hos Borås socialtjänst i Samvy

    @krav:AK-SYS-10
    @id:s91e0381
    Scenario: Kvittensen i det ena systemet ändrar inte det andra
      Givet att SÄS har skickat inskrivningsmeddelande för Bertil den 2022-04-05 kl. 09.10
      När Borås socialtjänst kvitterar inskrivningsmeddelandet för Bertil den 2022-04-05 kl. 10.00
      Så ligger ett meddelande utan kvittens hos Borås socialtjänst i SAMSA
      Och ligger inget meddelande utan kvittens hos Borås socialtjänst i Samvy

    @krav:AK-SYS-10
    @id:s8a55ee0
    Scenario: Kvittensen i SAMSA ändrar inte Samvy
      Givet att SÄS har skickat inskrivningsmeddelande för Bertil den 2022-04-05 kl. 09.10
      När Borås socialtjänst kvitterar inskrivningsmeddelandet för Astrid den 2022-04-05 kl. 10.00
      Så ligger inget meddelande utan kvittens hos Borås socialtjänst i SAMSA
      Och ligger ett meddelande utan kvittens hos Borås socialtjänst i Samvy

  @anvandaracceptans @krav:AK-INK-06
  Regel: Ett okvitterat meddelande syns efter en tid som obevakat, för enheten och för avsändaren

    # Efter hur lång tid är ett antagande: okvitterat_larm_timmar, 24 timmar.
    @id:sbc6db3c
    Scenariomall: Gränsen
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      När klockan blir 09.00 den <nästa>
      Så syns inskrivningsmeddelandet för Astrid inte som obevakat hos Borås socialtjänst i <system>
      När 1 minut går
      Så syns inskrivningsmeddelandet för Astrid som obevakat hos Borås socialtjänst i <system>

      Exempel: Båda systemen
        | system | dag        | nästa      |
        | SAMSA  | 2022-02-07 | 2022-02-08 |
        | Samvy  | 2024-02-06 | 2024-02-07 |

    @id:sd1d5b48
    Scenariomall: Det som är kvitterat är inte obevakat
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Och att Borås socialtjänst har kvitterat inskrivningsmeddelandet för Astrid den <dag> kl. 10.00
      När 3 dygn går
      Så syns inskrivningsmeddelandet för Astrid inte som obevakat hos Borås socialtjänst i <system>

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

  @oberoende @krav:AK-INK-07
  Regel: Ett HSA-id är SE, tio siffror, bindestreck och bokstäver och siffror, högst 31 tecken

    @id:sfdd84fa
    Scenariomall: Det godtas
      Givet att klockan är 08.00 den 2022-01-10
      När klockan blir 09.00 den 2022-01-10
      Så godtar Millenniumenheter "<hsa-id>" som HSA-id

      Exempel: Kort, långt och med gemener
        | hsa-id                          |
        | SE2321000131-A                  |
        | SE2321000131-abc123             |
        | SE2321000131-123456789012345678 |

    @id:s04af48c
    Scenariomall: Det avvisas
      Givet att klockan är 08.00 den 2022-01-10
      När klockan blir 09.00 den 2022-01-10
      Så avvisar Millenniumenheter "<hsa-id>" som HSA-id

      Exempel: Svensk bokstav, nio siffror, inget bindestreck, inget efter, annat land, 32 tecken
        | hsa-id                           |
        | SE2321000131-Å1                  |
        | SE2321000131-sjukhusä            |
        | SE2321000131-Ö                   |
        | SE232100013-A1                   |
        | SE2321000131A1                   |
        | SE2321000131-                    |
        | NO2321000131-A1                  |
        | SE2321000131-1234567890123456789 |

  @anvandaracceptans @krav:AK-INK-08
  Regel: En enhet som läggs ned eller byter namn behåller historiken, och den nedlagda får inget nytt

    @id:sd1e6033
    Scenariomall: Den nedlagda enheten får inga nya ärenden
      Givet patienten Astrid från Borås
      Och att Borås socialtjänst läggs ned den <nedlagd>
      När SÄS försöker skriva in Astrid i <system> den <nedlagd> kl. 08.00
      Så nekar <system> det för Astrid, eftersom enheten är nedlagd
      Och är Borås socialtjänst varken synlig eller valbar som mottagare för SÄS i <system>

      Exempel: Båda systemen
        | system | nedlagd    |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

    @id:s8f311aa
    Scenariomall: Det som kom före nedläggningen finns kvar
      Givet patienten Astrid från Borås
      Och att Borås socialtjänst läggs ned den <nedlagd>
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      När klockan blir 09.00 den <nedlagd>
      Så har inskrivningsmeddelandet för Astrid nått Borås socialtjänst i <system>
      Men är Borås socialtjänst varken synlig eller valbar som mottagare för SÄS i <system>

      Exempel: Båda systemen
        | system | dag        | nedlagd    |
        | SAMSA  | 2022-02-07 | 2022-02-08 |
        | Samvy  | 2024-02-06 | 2024-02-07 |

    @id:s43c3e11
    Scenariomall: Den som byter namn är samma enhet
      Givet patienten Astrid från Borås
      Och att Borås socialtjänst byter namn till "Borås stöd och omsorg" den <nytt namn>
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      När klockan blir 00.00 den <nytt namn>
      Så heter Borås socialtjänst "Borås stöd och omsorg" i Millenniumenheter
      Och har inskrivningsmeddelandet för Astrid nått Borås socialtjänst i <system>

      Exempel: Båda systemen
        | system | dag        | nytt namn  |
        | SAMSA  | 2022-02-07 | 2022-02-08 |
        | Samvy  | 2024-02-06 | 2024-02-07 |
