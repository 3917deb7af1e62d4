# language: sv
@anvandaracceptans @kanal:api @kanal:webb
Egenskap: Vilket system som gäller enligt utrullningsplanen
  Som den som öppnar ett ärende
  vill jag att ärendet hamnar i det system som planen säger
  så att alla parter ser det.

  # »Driftstart 1« och »driftstart 2« är flera datum var i planen. Varje exempel säger vilket som menas.

  @krav:AK-SYS-01
  Regel: Före den 8 mars 2022 hanteras alla ärenden i SAMSA

    @id:sdb7f3e8
    Scenariomall: Dagen före den första driftstarten öppnas ärendet i SAMSA
      Givet patienten Astrid från <kommun>
      När <sjukhus> skriver in Astrid i SAMSA den 2022-03-07 kl. 10.00
      Så har Astrid ett pågående ärende i SAMSA
      Och har Astrid inget pågående ärende i Samvy
      Och hör ett ärende för Astrid på <sjukhus> till SAMSA enligt Millenniumenheter

      Exempel:
        | kommun   | sjukhus |
        | Borås    | SÄS     |
        | Mark     | SÄS     |
        | Mölndal  | SU      |
        | Göteborg | SU      |
        | Skövde   | SkaS    |

  @krav:AK-SYS-02
  Regel: Efter driftstart 1 planeras södra i Samvy och övriga i SAMSA

    @id:s19484cb
    Scenariomall: När sjukhuset i söder är driftsatt den 5 april 2022 öppnas södras ärenden i Samvy
      Givet patienten Astrid från <kommun>
      När <sjukhus> skriver in Astrid i <system> den <dag> kl. 10.00
      Så har Astrid ett pågående ärende i <system>
      Och har Astrid inget pågående ärende i <annat>
      Och hör ett ärende för Astrid på <sjukhus> till <system> enligt Millenniumenheter

      Exempel: Dagen före
        | kommun | sjukhus | dag        | system | annat |
        | Borås  | SÄS     | 2022-04-04 | SAMSA  | Samvy |
        | Mark   | SÄS     | 2022-04-04 | SAMSA  | Samvy |

      Exempel: Från och med den 5 april
        | kommun   | sjukhus | dag        | system | annat |
        | Borås    | SÄS     | 2022-04-05 | Samvy  | SAMSA |
        | Mark     | SÄS     | 2022-04-05 | Samvy  | SAMSA |
        | Mölndal  | SU      | 2022-04-05 | SAMSA  | Samvy |
        | Göteborg | SU      | 2022-04-05 | SAMSA  | Samvy |
        | Skövde   | SkaS    | 2022-04-05 | SAMSA  | Samvy |

  @krav:AK-SYS-03
  Regel: Efter driftstart 2 planeras södra och västra i Samvy och övriga i SAMSA

    @id:sb58239c
    Scenariomall: När västra är driftsatt öppnas också dess ärenden i Samvy
      Givet patienten Astrid från <kommun>
      När <sjukhus> skriver in Astrid i <system> den <dag> kl. 10.00
      Så har Astrid ett pågående ärende i <system>
      Och har Astrid inget pågående ärende i <annat>
      Och hör ett ärende för Astrid på <sjukhus> till <system> enligt Millenniumenheter

      Exempel: Sahlgrenska universitetssjukhuset den 18 april 2023
        | kommun   | sjukhus | dag        | system | annat |
        | Göteborg | SU      | 2023-04-17 | SAMSA  | Samvy |
        | Göteborg | SU      | 2023-04-18 | Samvy  | SAMSA |
        | Mölndal  | SU      | 2023-04-18 | Samvy  | SAMSA |

      Exempel: När hela västra är driftsatt den 9 maj 2023
        | kommun   | sjukhus | dag        | system | annat |
        | Göteborg | SU      | 2023-05-09 | Samvy  | SAMSA |
        | Borås    | SÄS     | 2023-05-09 | Samvy  | SAMSA |
        | Skövde   | SkaS    | 2023-05-09 | SAMSA  | Samvy |

  @krav:AK-SYS-06
  Regel: Patient från södra på sjukhus i västra hanteras i SAMSA till den 18 april 2023

    @id:s0948946
    Scenariomall: Sjukhuset i väster avgör tills det är driftsatt
      Givet patienten Astrid från <kommun>
      När SU skriver in Astrid i <system> den <dag> kl. 10.00
      Så har Astrid ett pågående ärende i <system>
      Och har Astrid inget pågående ärende i <annat>

      Exempel:
        | kommun | dag        | system | annat |
        | Borås  | 2022-05-10 | SAMSA  | Samvy |
        | Mark   | 2023-04-17 | SAMSA  | Samvy |
        | Borås  | 2023-04-18 | Samvy  | SAMSA |

  @krav:AK-SYS-04
  Regel: När den sista parten har driftsatts är SAMSA låst för nya ärenden

    @id:s5d2dea7
    Scenariomall: Dagen före och dagen då
      Givet patienten Astrid från Skövde
      När SkaS försöker skriva in Astrid i SAMSA den <dag> kl. 10.00
      Så nekar SAMSA det för Astrid, eftersom SAMSA är låst
      När SkaS skriver in Astrid i Samvy den <dag> kl. 11.00
      Så har Astrid ett pågående ärende i Samvy

      Exempel: Planens sista rad är den 5 december 2023
        | dag        |
        | 2023-12-05 |
        | 2024-02-06 |
