# language: sv
Egenskap: Parterna avgör systemet
  Som den som öppnar ett ärende
  vill jag att alla parter kan delta i det system som väljs
  så att ingen står utanför planeringen.

  @anvandaracceptans @krav:AK-SYS-05 @kanal:api @kanal:webb
  Regel: Är någon obligatorisk part inte driftsatt väljs SAMSA, även om sjukhuset är driftsatt

    @id:sf2cd78d
    Scenariomall: En part som väntar på sin driftstart håller ärendet i SAMSA
      Givet patienten Astrid från <kommun>
      Och att Astrid är listad på <vårdcentral>
      Och att <vårdcentral> ingår i primärvårdsgrupp <grupp>
      När <sjukhus> skriver in Astrid i <system> den <dag> kl. 10.00
      Så har Astrid ett pågående ärende i <system>
      Och har Astrid inget pågående ärende i <annat>

      Exempel:
        | kommun   | vårdcentral          | grupp | sjukhus | dag        | system | annat |
        | Göteborg | VC Göteborg Hisingen | 3     | SU      | 2023-05-04 | SAMSA  | Samvy |
        | Göteborg | VC Göteborg Centrum  | 1     | SU      | 2023-05-04 | Samvy  | SAMSA |
        | Göteborg | VC Göteborg Hisingen | 3     | SU      | 2023-05-09 | Samvy  | SAMSA |
        | Mölndal  | VC Mölndal           | 1     | SÄS     | 2022-05-10 | SAMSA  | Samvy |

    @id:s40fbbdc
    Scenario: Ett ärende med en part utanför Samvy går inte att öppna där
      Givet patienten Astrid från Mölndal
      När SÄS försöker skriva in Astrid i Samvy den 2022-05-10 kl. 10.00
      Så nekar Samvy det för Astrid, eftersom en enhet inte är driftsatt
      Och har Astrid inget pågående ärende i Samvy
      Och har Astrid inget pågående ärende i SAMSA

    @id:s93ac9c1
    Scenario: Ett ärende vars alla parter är driftsatta går inte att öppna i SAMSA
      Givet patienten Astrid från Borås
      När SÄS försöker skriva in Astrid i SAMSA den 2022-05-10 kl. 10.00
      Så nekar SAMSA det för Astrid, eftersom ärendet hör till Samvy
      Och har Astrid inget pågående ärende i SAMSA
      Och har Astrid inget pågående ärende i Samvy

  @anvandaracceptans @krav:AK-SYS-07 @kanal:api @kanal:webb
  Regel: En kommun med senarelagd driftsättning håller sina ärenden i SAMSA

    @id:s11672ac
    Scenariomall: Kommunens egen dag gäller i stället för områdets
      Givet patienten Astrid från Borås
      Och att Borås driftsätter Samvy först den 2022-09-06
      När SÄS skriver in Astrid i <system> den <dag> kl. 10.00
      Så har Astrid ett pågående ärende i <system>
      Och har Astrid inget pågående ärende i <annat>

      Exempel:
        | dag        | system | annat |
        | 2022-09-05 | SAMSA  | Samvy |
        | 2022-09-06 | Samvy  | SAMSA |

    @id:see76910
    Scenario: Grannkommunen påverkas inte
      Givet patienten Astrid från Mark
      Och att Borås driftsätter Samvy först den 2022-09-06
      När SÄS skriver in Astrid i Samvy den 2022-05-10 kl. 10.00
      Så har Astrid ett pågående ärende i Samvy
      Och har Astrid inget pågående ärende i SAMSA

  @oberoende @krav:AK-SYS-08 @kanal:api @kanal:webb
  Regel: Svaret om systemval anger vilken part och vilket datum som avgjorde

    @id:s40e5451
    Scenariomall: Den part som kommer sist avgör
      Givet patienten Astrid från <kommun>
      Och att Astrid är listad på <vårdcentral>
      Och att <vårdcentral> ingår i primärvårdsgrupp <grupp>
      När klockan blir 10.00 den <dag>
      Så hör ett ärende för Astrid på <sjukhus> till <system> enligt Millenniumenheter
      Och avgörs systemvalet för Astrid på <sjukhus> av <part> med driftstart den <driftstart>

      Exempel:
        | kommun   | vårdcentral          | grupp | sjukhus | dag        | system | part                 | driftstart |
        | Göteborg | VC Göteborg Hisingen | 3     | SU      | 2023-05-04 | SAMSA  | VC Göteborg Hisingen | 2023-05-09 |
        | Göteborg | VC Göteborg Centrum  | 1     | SU      | 2023-05-04 | Samvy  | SU                   | 2023-04-18 |
        | Borås    | VC Borås             | 1     | SÄS     | 2022-04-04 | SAMSA  | SÄS                  | 2022-04-05 |
        | Mölndal  | VC Mölndal           | 1     | SÄS     | 2022-05-10 | SAMSA  | Mölndal hemsjukvård  | 2023-03-14 |

  @oberoende @krav:AK-SYS-10 @kanal:api @kanal:webb
  Regel: Ett påbörjat ärende byter inte system för att en driftstart infaller under vårdtiden

    @id:s0070517
    Scenario: Ärendet går vidare i SAMSA efter sjukhusets driftstart
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i SAMSA den 2022-02-28 kl. 14.00
      Och att läkaren på SÄS har bedömt att Astrid behöver kommunal hälso- och sjukvård den 2022-04-04 kl. 14.00
      När SÄS skickar inskrivningsmeddelande för Astrid den 2022-04-05 kl. 09.00
      Så har inskrivningsmeddelandet för Astrid nått Borås hemsjukvård i SAMSA
      Och har Astrid ett pågående ärende i SAMSA
      Men har Astrid inget pågående ärende i Samvy
      Och har inskrivningsmeddelandet för Astrid inte nått Borås hemsjukvård i Samvy

    @id:s96ef4e8
    Scenario: Ärendet kan avslutas i SAMSA långt efter driftstarten
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i SAMSA den 2022-02-28 kl. 14.00
      När SÄS skriver ut Astrid den 2022-05-10 kl. 11.00
      Så är läget för Astrid "Utskriven" i SAMSA
      Och har Astrid inget pågående ärende i Samvy

  @oberoende @krav:AK-SYS-12 @kanal:api @kanal:webb
  Regel: Kommunal hälso- och sjukvård och privata vårdgivare följer sitt områdes plan

    @id:sdc303dd
    Scenariomall: Enheten går över samma dag som området
      Givet att klockan är 10.00 den 2022-01-10
      När klockan blir 10.00 den <dag>
      Så finns inkorgen för <enhet> i <system> enligt Millenniumenheter

      Exempel: Södra
        | enhet             | dag        | system |
        | Borås hemsjukvård | 2022-04-04 | SAMSA  |
        | Borås hemsjukvård | 2022-04-05 | Samvy  |
        | Cityläkarna Borås | 2022-03-07 | SAMSA  |
        | Cityläkarna Borås | 2022-03-08 | Samvy  |

      Exempel: Västra
        | enhet                | dag        | system |
        | Göteborg hemsjukvård | 2023-03-13 | SAMSA  |
        | Göteborg hemsjukvård | 2023-03-14 | Samvy  |
