# language: sv
@anvandaracceptans @kanal:api @kanal:webb
Egenskap: Inskrivningsmeddelande
  Som planerande enhet i kommun och öppenvård
  vill vi i tid få veta att någon som behöver oss är inskriven
  så att hemgången är förberedd när patienten är klar.

  # Dagarna ligger långt från varje driftstart: i februari 2022 är allt i SAMSA, i februari 2024 allt i Samvy.

  @krav:AK-INUT-01
  Regel: Behandlande läkares bedömning avgör vilka enheter som får inskrivningsmeddelandet

    @id:sd24b79c
    Scenariomall: De enheter som berörs får inskrivningsmeddelandet
      Givet patienten Astrid från <kommun>
      Och att <sjukhus> har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på <sjukhus> har bedömt att Astrid behöver <behov> den <dag> kl. 08.30
      När <sjukhus> skickar inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Så har inskrivningsmeddelandet för Astrid nått <mottagare> i <system>

      Exempel: I SAMSA
        | kommun  | sjukhus | system | dag        | behov                               | mottagare            |
        | Borås   | SÄS     | SAMSA  | 2022-02-07 | socialtjänst                        | Borås socialtjänst   |
        | Mark    | SÄS     | SAMSA  | 2022-02-07 | regional öppenvård                  | VC Mark              |
        | Mölndal | SU      | SAMSA  | 2022-02-07 | socialtjänst                        | Mölndal socialtjänst |
        | Skövde  | SkaS    | SAMSA  | 2022-02-07 | socialtjänst och regional öppenvård | VC Skövde            |

      Exempel: I Samvy
        | kommun   | sjukhus | system | dag        | behov                               | mottagare             |
        | Borås    | SÄS     | Samvy  | 2024-02-06 | socialtjänst                        | Borås socialtjänst    |
        | Göteborg | SU      | Samvy  | 2024-02-06 | socialtjänst och regional öppenvård | Göteborg socialtjänst |
        | Skövde   | SkaS    | Samvy  | 2024-02-06 | regional öppenvård                  | VC Skövde             |

    @id:s49be449
    Scenariomall: En enhet som inte berörs får inget inskrivningsmeddelande
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      När SÄS skickar inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Så har inskrivningsmeddelandet för Astrid nått Borås socialtjänst i <system>
      Men har inskrivningsmeddelandet för Astrid inte nått Borås hemsjukvård i <system>
      Och har inskrivningsmeddelandet för Astrid inte nått VC Borås i <system>

      Exempel:
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

    @id:s17b87de
    Scenariomall: Utan läkarens bedömning går inget inskrivningsmeddelande iväg
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      När SÄS försöker skicka inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Så nekar <system> det för Astrid, eftersom läkarens bedömning saknas
      Och har inskrivningsmeddelandet för Astrid inte nått Borås socialtjänst i <system>

      Exempel:
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

    @id:s0fd76ae
    Scenariomall: Meddelandet säger vem patienten är och när hemgången väntas
      Givet patienten Astrid från Mark
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      När SÄS skickar inskrivningsmeddelande för Astrid den <dag> kl. 09.00 med beräknad utskrivning den <hem>
      Så innehåller inskrivningsmeddelandet för Astrid i <system>:
        | uppgift              | värde  |
        | Namn                 | ifyllt |
        | Personnummer         | ifyllt |
        | Folkbokföringsadress | ifyllt |
        | Beräknad utskrivning | <hem>  |

      Exempel:
        | system | dag        | hem        |
        | SAMSA  | 2022-02-07 | 2022-02-11 |
        | Samvy  | 2024-02-06 | 2024-02-29 |

  @krav:AK-INUT-02
  Regel: Inskrivningsmeddelandet skickas senast 24 timmar efter inskrivningen

    @id:s30977d2
    Scenariomall: Till och med den tjugofjärde timmen är meddelandet i tid
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <in> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <in> kl. 08.00
      När SÄS skickar inskrivningsmeddelande för Astrid den <skickat> kl. 08.00
      Så är inskrivningsmeddelandet för Astrid skickat i tid i <system>

      Exempel:
        | system | in         | skickat    |
        | SAMSA  | 2022-02-07 | 2022-02-08 |
        | Samvy  | 2024-02-06 | 2024-02-07 |

    @id:sf1ccfa1
    Scenariomall: Därefter märks meddelandet som försenat, med tiden
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <in> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <in> kl. 08.00
      När SÄS skickar inskrivningsmeddelande för Astrid den <skickat> kl. <kl>
      Så är inskrivningsmeddelandet för Astrid försenat med <sent> i <system>

      Exempel:
        | system | in         | skickat    | kl    | sent                  |
        | SAMSA  | 2022-02-07 | 2022-02-08 | 08.01 | 1 minut               |
        | SAMSA  | 2022-02-07 | 2022-02-08 | 09.05 | 1 timme och 5 minuter |
        | Samvy  | 2024-02-06 | 2024-02-07 | 08.01 | 1 minut               |
        | Samvy  | 2024-02-06 | 2024-02-08 | 10.00 | 26 timmar             |

    @id:s7cbf673
    Scenariomall: Fristen är 24 timmar också den natt klockan ställs fram
      Givet patienten Bertil från Skövde
      Och att SkaS har skrivit in Bertil i SAMSA den 2022-03-26 kl. 10.00
      Och att läkaren på SkaS har bedömt att Bertil behöver socialtjänst den 2022-03-26 kl. 10.00
      När SkaS skickar inskrivningsmeddelande för Bertil den 2022-03-27 kl. <kl>
      Så är inskrivningsmeddelandet för Bertil försenat med <sent> i SAMSA

      Exempel:
        | kl    | sent       |
        | 11.01 | 1 minut    |
        | 11.30 | 30 minuter |

  @krav:AK-INUT-03
  Regel: Uppstår behovet senare räknas tiden från läkarens bedömning

    @id:scde9430
    Scenariomall: Ett senare behov ger en senare frist
      Givet patienten Astrid från Mark
      Och att SÄS har skrivit in Astrid i <system> den <in> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <bedömt> kl. 14.00
      När SÄS skickar inskrivningsmeddelande för Astrid den <skickat> kl. 14.00
      Så är inskrivningsmeddelandet för Astrid skickat i tid i <system>

      Exempel:
        | system | in         | bedömt     | skickat    |
        | SAMSA  | 2022-02-07 | 2022-02-09 | 2022-02-10 |
        | Samvy  | 2024-02-06 | 2024-02-08 | 2024-02-09 |

    @id:s5342fa4
    Scenariomall: Också den senare fristen kan missas
      Givet patienten Astrid från Mark
      Och att SÄS har skrivit in Astrid i <system> den <in> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <bedömt> kl. 14.00
      När SÄS skickar inskrivningsmeddelande för Astrid den <skickat> kl. 14.25
      Så är inskrivningsmeddelandet för Astrid försenat med 25 minuter i <system>

      Exempel:
        | system | in         | bedömt     | skickat    |
        | SAMSA  | 2022-02-07 | 2022-02-09 | 2022-02-10 |
        | Samvy  | 2024-02-06 | 2024-02-08 | 2024-02-09 |

  @krav:AK-INUT-05
  Regel: Behövs kommunal hälso- och sjukvård får även regionens öppenvård meddelandet

    @id:s9ad6247
    Scenariomall: Vårdcentralen får meddelandet tillsammans med hemsjukvården
      Givet patienten Astrid från <kommun>
      Och att <sjukhus> har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på <sjukhus> har bedömt att Astrid behöver kommunal hälso- och sjukvård den <dag> kl. 08.30
      När <sjukhus> skickar inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Så har inskrivningsmeddelandet för Astrid nått <hemsjukvård> i <system>
      Och har inskrivningsmeddelandet för Astrid nått <vårdcentral> i <system>

      Exempel:
        | kommun  | sjukhus | system | dag        | hemsjukvård         | vårdcentral |
        | Borås   | SÄS     | SAMSA  | 2022-02-07 | Borås hemsjukvård   | VC Borås    |
        | Mölndal | SU      | Samvy  | 2024-02-06 | Mölndal hemsjukvård | VC Mölndal  |
