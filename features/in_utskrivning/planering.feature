# language: sv
@anvandaracceptans @kanal:api @kanal:webb
Egenskap: Kvittens och ändrad beräknad utskrivning
  Som avsändande avdelning
  vill vi veta vem som har tagit emot det vi skickat, och nå alla när planen ändras
  så att ingen enhet planerar efter gamla uppgifter.

  @krav:AK-INUT-06
  Regel: En ändrad beräknad utskrivning når alla som fått inskrivningsmeddelandet

    @id:s4329b11
    Scenariomall: Alla mottagare får ändringen i det system där ärendet ligger
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver kommunal hälso- och sjukvård, socialtjänst och regional öppenvård den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      När SÄS ändrar beräknad utskrivning för Astrid till den <hem>
      Så har ändringen av beräknad utskrivning för Astrid nått Borås hemsjukvård i <system>
      Och har ändringen av beräknad utskrivning för Astrid nått Borås socialtjänst i <system>
      Och har ändringen av beräknad utskrivning för Astrid nått VC Borås i <system>
      Men har ändringen av beräknad utskrivning för Astrid inte nått Borås hemsjukvård i <annat>

      Exempel:
        | system | annat | dag        | hem        |
        | SAMSA  | Samvy | 2022-02-07 | 2022-02-14 |
        | Samvy  | SAMSA | 2024-02-06 | 2024-02-13 |

    @krav:AK-INUT-01
    @id:s0230912
    Scenario: En enhet som inte fått inskrivningsmeddelandet får inte heller ändringen
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i SAMSA den 2022-02-07 kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den 2022-02-07 kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den 2022-02-07 kl. 09.00
      När SÄS ändrar beräknad utskrivning för Astrid till den 2022-02-14
      Så har ändringen av beräknad utskrivning för Astrid nått Borås socialtjänst i SAMSA
      Men har ändringen av beräknad utskrivning för Astrid inte nått VC Borås i SAMSA

  @krav:AK-INUT-09
  Regel: Mottagande enhet kvitterar, och avsändaren ser vem och när

    @krav:AK-INUT-24
    @id:s3353ef7
    Scenariomall: Avsändaren ser vem som har kvitterat och vem som inte har det
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver kommunal hälso- och sjukvård och regional öppenvård den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      När Borås hemsjukvård kvitterar inskrivningsmeddelandet för Astrid den <dag> kl. 13.15
      Så ser SÄS att en sjuksköterska på Borås hemsjukvård har kvitterat inskrivningsmeddelandet för Astrid den <dag> kl. 13.15
      Men ser SÄS att VC Borås inte har kvitterat inskrivningsmeddelandet för Astrid
      Och är läget för Astrid "Planering pågår" i <system>

      Exempel:
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

    @id:s49dbdf3
    Scenariomall: En enhet som inte är mottagare kan inte kvittera
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      När Mark hemsjukvård försöker kvittera inskrivningsmeddelandet för Astrid den <dag> kl. 13.15
      Så nekar <system> det för Astrid, eftersom enheten inte är mottagare
      Och ser SÄS att Borås socialtjänst inte har kvitterat inskrivningsmeddelandet för Astrid

      Exempel:
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |
