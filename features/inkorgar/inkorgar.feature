# language: sv
Egenskap: Rätt inkorg i rätt system
  Som avsändare
  vill jag bara kunna välja inkorgar som någon läser
  så att inget meddelande blir liggande.

  @anvandaracceptans @krav:AK-INK-01 @kanal:api @kanal:webb
  Regel: En enhet som inte driftsatt Samvy är varken synlig eller valbar där

    @id:s4e508f0
    Scenariomall: Inkorgen saknas i Samvy men finns i SAMSA
      Givet att klockan är 08.00 den 2022-01-10
      När klockan blir 10.00 den 2022-05-10
      Så är <enhet> varken synlig eller valbar som mottagare för SÄS i Samvy
      Men syns <enhet> som valbar mottagare för SÄS i SAMSA

      Exempel:
        | enhet                |
        | VC Mölndal           |
        | Göteborg hemsjukvård |
        | Skövde socialtjänst  |

  @anvandaracceptans @krav:AK-INK-02 @kanal:api @kanal:webb
  Regel: Millenniumenheter ger rätt inkorg och rätt system för en enhet och en dag

    @id:sa6262ca
    Scenariomall: Katalogens inkorg finns i det system som katalogen anger
      Givet att klockan är 08.00 den 2022-01-10
      När klockan blir 10.00 den <dag>
      Så finns inkorgen för <enhet> i <system> enligt Millenniumenheter

      Exempel:
        | enhet              | dag        | system |
        | SÄS                | 2022-04-04 | SAMSA  |
        | SÄS                | 2022-04-05 | Samvy  |
        | VC Mark            | 2022-03-08 | Samvy  |
        | Borås socialtjänst | 2022-05-10 | Samvy  |
        | SkaS               | 2022-05-10 | SAMSA  |

  @oberoende @krav:AK-INK-03
  Regel: Ett meddelande till en enhet som inte är driftsatt kan inte heller skickas direkt mot gränssnittet

    @id:s70cbd27
    Scenario: Samvy nekar ett ärende med en mottagare som inte är driftsatt
      Givet patienten Astrid från Mölndal
      När SÄS försöker skriva in Astrid i Samvy den 2022-05-10 kl. 10.00
      Så nekar Samvy det för Astrid, eftersom en enhet inte är driftsatt
      Och har inskrivningsmeddelandet för Astrid inte nått Mölndal hemsjukvård i Samvy
      Och har inskrivningsmeddelandet för Astrid inte nått Mölndal hemsjukvård i SAMSA

  @anvandaracceptans @krav:AK-INK-09 @kanal:api @kanal:webb
  Regel: Driftsättningen gör inkorgen valbar från och med den dagen

    @id:sf6baf61
    Scenariomall: Minuten före midnatt syns inkorgen inte
      Givet att klockan är 08.00 den 2022-01-10
      När klockan blir 23.59 den <dagen före>
      Så är <enhet> varken synlig eller valbar som mottagare för SÄS i Samvy

      Exempel:
        | enhet               | dagen före |
        | Borås hemsjukvård   | 2022-04-04 |
        | Skövde socialtjänst | 2023-11-06 |

    @id:s18967c2
    Scenariomall: Vid midnatt syns inkorgen
      Givet att klockan är 08.00 den 2022-01-10
      När klockan blir 00.00 den <dagen>
      Så syns <enhet> som valbar mottagare för SÄS i Samvy

      Exempel:
        | enhet               | dagen      |
        | Borås hemsjukvård   | 2022-04-05 |
        | Skövde socialtjänst | 2023-11-07 |
