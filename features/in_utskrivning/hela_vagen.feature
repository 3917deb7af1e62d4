# language: sv
@anvandaracceptans @kanal:api
Egenskap: Hela vägen från inskrivning till avslut
  Som slutenvård, öppenvård och kommun
  vill vi att hela flödet går igenom, i det system där ärendet ligger
  så att ingen patient blir hängande mellan två system.

  # Scenarierna prövar flödet som helhet, och därmed flera krav på en gång.

  @krav:AK-INUT-21
  Regel: Inskrivning, planering, utskrivningsklar och utskrivning går igenom i SAMSA, i Samvy och med parter i båda

    @krav:AK-INUT-01 @krav:AK-INUT-02 @krav:AK-INUT-05 @krav:AK-INUT-06 @krav:AK-INUT-07 @krav:AK-INUT-09 @krav:AK-INUT-13
    @krav:AK-INUT-14 @krav:AK-INUT-15 @krav:AK-INUT-20 @krav:AK-INUT-24 @krav:AK-SYS-05 @krav:AK-SYS-06 @krav:AK-SIP-02
    @id:s23aab10
    Scenariomall: Allt lyckas
      Givet patienten Astrid från <kommun>
      Och att <sjukhus> har skrivit in Astrid i <system> den <in> kl. 08.00
      Och att läkaren på <sjukhus> har bedömt att Astrid behöver kommunal hälso- och sjukvård, socialtjänst och regional öppenvård den <in> kl. 08.30
      När <sjukhus> skickar inskrivningsmeddelande för Astrid den <in> kl. 09.00
      Så har inskrivningsmeddelandet för Astrid nått <kommun> hemsjukvård i <system>
      Och har inskrivningsmeddelandet för Astrid nått <kommun> socialtjänst i <system>
      Och har inskrivningsmeddelandet för Astrid nått <vc> i <system>
      Och är inskrivningsmeddelandet för Astrid skickat i tid i <system>
      När <kommun> hemsjukvård kvitterar inskrivningsmeddelandet för Astrid den <in> kl. 10.00
      Och <kommun> socialtjänst kvitterar inskrivningsmeddelandet för Astrid den <in> kl. 10.05
      Och <vc> kvitterar inskrivningsmeddelandet för Astrid den <in> kl. 10.10
      Så är läget för Astrid "Planering pågår" i <system>
      När <vc> utser en sjuksköterska till fast vårdkontakt för Astrid
      Och Astrid tackar nej till SIP hos <sjukhus>
      Och läkaren på <sjukhus> bedömer Astrid som utskrivningsklar den <klar> kl. 09.00
      Och <sjukhus> underrättar om att Astrid är utskrivningsklar den <klar> kl. 10.00
      Så är läget för Astrid "Utskrivningsklar" i <system>
      Och har underrättelsen om utskrivningsklar för Astrid nått <kommun> hemsjukvård i <system>
      När <kommun> hemsjukvård kvitterar underrättelsen om utskrivningsklar för Astrid den <klar> kl. 11.00
      Och <kommun> socialtjänst kvitterar underrättelsen om utskrivningsklar för Astrid den <klar> kl. 11.05
      Och <vc> kvitterar underrättelsen om utskrivningsklar för Astrid den <klar> kl. 11.10
      Och <sjukhus> skickar utskrivningsinformation för Astrid med texten "Ny dos Waran, prov om en vecka" den <hem> kl. 10.00
      Och <sjukhus> skriver ut Astrid den <hem> kl. 11.00
      Så visar <system> 2 dygn som utskrivningsklar för Astrid
      Och är ärendet för Astrid inte märkt "utskriven utan fast vårdkontakt" i <system>
      Och är ärendet för Astrid inte märkt "utskriven utan utskrivningsinformation samma dag" i <system>
      När <kommun> hemsjukvård kvitterar utskrivningsmeddelandet för Astrid den <hem> kl. 12.00
      Och <kommun> socialtjänst kvitterar utskrivningsmeddelandet för Astrid den <hem> kl. 12.05
      Och <vc> kvitterar utskrivningsmeddelandet för Astrid den <hem> kl. 12.10
      Och <sjukhus> avslutar ärendet för Astrid
      Så är läget för Astrid "Avslutad" i <system>

      Exempel: Alla parter i samma system
        | kommun | sjukhus | vc        | system | in         | klar       | hem        |
        | Borås  | SÄS     | VC Borås  | SAMSA  | 2022-02-07 | 2022-02-09 | 2022-02-11 |
        | Borås  | SÄS     | VC Borås  | Samvy  | 2024-02-06 | 2024-02-08 | 2024-02-10 |
        | Skövde | SkaS    | VC Skövde | Samvy  | 2024-02-06 | 2024-02-08 | 2024-02-10 |

      Exempel: Kommun och vårdcentral driftsatta, men inte sjukhuset
        | kommun | sjukhus | vc       | system | in         | klar       | hem        |
        | Borås  | SU      | VC Borås | SAMSA  | 2022-05-10 | 2022-05-12 | 2022-05-14 |

      Exempel: Sjukhuset driftsatt, men inte kommunen och vårdcentralen
        | kommun  | sjukhus | vc         | system | in         | klar       | hem        |
        | Mölndal | SÄS     | VC Mölndal | SAMSA  | 2022-05-10 | 2022-05-12 | 2022-05-14 |

  @krav:AK-INUT-24
  Regel: Den enhet som har fått inskrivningsmeddelandet börjar planera

    @id:s13d08c6
    Scenariomall: Läget följer den första kvittensen
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver kommunal hälso- och sjukvård och socialtjänst den <dag> kl. 08.30
      När SÄS skickar inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Så är läget för Astrid "Inskriven" i <system>
      När Borås hemsjukvård kvitterar inskrivningsmeddelandet för Astrid den <dag> kl. 10.00
      Så är läget för Astrid "Planering pågår" i <system>

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

  @krav:AK-INUT-22
  Regel: I Samvy är antalet parter inte begränsat

    @id:sf428c76
    Scenario: Fem kommuner och fyra vårdcentraler medverkar
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i Samvy den 2024-02-06 kl. 08.00
      Och att SÄS har lagt till Mark hemsjukvård som kommunal hälso- och sjukvård för Astrid
      Och att SÄS har lagt till Skövde hemsjukvård som kommunal hälso- och sjukvård för Astrid
      Och att SÄS har lagt till Mölndal hemsjukvård som kommunal hälso- och sjukvård för Astrid
      Och att SÄS har lagt till Mark socialtjänst som socialtjänst för Astrid
      Och att SÄS har lagt till Skövde socialtjänst som socialtjänst för Astrid
      Och att SÄS har lagt till VC Mark som regional öppenvård för Astrid
      Och att SÄS har lagt till VC Skövde som regional öppenvård för Astrid
      När SÄS lägger till VC Mölndal som regional öppenvård för Astrid
      Så är VC Mölndal part i ärendet för Astrid i Samvy
      Och är Mark hemsjukvård part i ärendet för Astrid i Samvy
      Och är Skövde socialtjänst part i ärendet för Astrid i Samvy
      Och är Borås hemsjukvård part i ärendet för Astrid i Samvy
