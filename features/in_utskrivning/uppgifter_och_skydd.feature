# language: sv
@kanal:api
Egenskap: Uppgifterna i inskrivningsmeddelandet, skydd och sekretess
  Som mottagare av ett inskrivningsmeddelande
  vill jag få det jag behöver för att planera, och inte mer än jag får veta
  så att patienten både får sin vård och är skyddad.

  @oberoende @krav:AK-INUT-04
  Regel: Ett meddelande utan namn, nummer eller adress avvisas

    @id:s6b36498
    Scenariomall: Det som lagen kräver finns inte
      Givet patienten Astrid från Borås
      Och att Astrid saknar <uppgift>
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      När SÄS försöker skicka inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Så nekar <system> det för Astrid, eftersom en uppgift om patienten saknas
      Och har inskrivningsmeddelandet för Astrid inte nått Borås socialtjänst i <system>

      Exempel: Båda systemen
        | system | dag        | uppgift              |
        | SAMSA  | 2022-02-07 | folkbokföringsadress |
        | SAMSA  | 2022-02-07 | namn                 |
        | Samvy  | 2024-02-06 | folkbokföringsadress |
        | Samvy  | 2024-02-06 | namn                 |

    @id:se10c4e4
    Scenariomall: Allt som krävs står där
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      När SÄS skickar inskrivningsmeddelande för Astrid den <dag> kl. 09.00 med beräknad utskrivning den <hem>
      Så innehåller inskrivningsmeddelandet för Astrid i <system>:
        | uppgift              | värde  |
        | Namn                 | ifyllt |
        | Personnummer         | ifyllt |
        | Folkbokföringsadress | ifyllt |
        | Beräknad utskrivning | <hem>  |

      Exempel: Båda systemen
        | system | dag        | hem        |
        | SAMSA  | 2022-02-07 | 2022-02-14 |
        | Samvy  | 2024-02-06 | 2024-02-13 |

  @anvandaracceptans @krav:AK-INUT-23
  Regel: Den som har skyddad folkbokföring får sin vård utan att adressen visas

    @id:sa0b2016
    Scenariomall: Skyddet kommer under vårdtiden, och ärendet går hela vägen
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      När Astrid får skyddad folkbokföring
      Och SÄS skickar inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Så innehåller inskrivningsmeddelandet för Astrid i <system>:
        | uppgift              | värde                               |
        | Folkbokföringsadress | Förmedlingsuppdrag, 00000 Förmedlas |
      När SÄS skriver ut Astrid den <hem> kl. 11.00
      Så är läget för Astrid "Utskriven" i <system>
      Och har utskrivningsmeddelandet för Astrid nått Borås socialtjänst i <system>

      Exempel: Båda systemen
        | system | dag        | hem        |
        | SAMSA  | 2022-02-07 | 2022-02-10 |
        | Samvy  | 2024-02-06 | 2024-02-09 |

  @anvandaracceptans @krav:AK-INUT-25
  Regel: Hindrar sekretess underrättelsen går den inte till den enheten, och de andra ser det

    @id:sb23722f
    Scenariomall: Alla utom en får veta
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver kommunal hälso- och sjukvård och socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Och att läkaren på SÄS har bedömt Astrid som utskrivningsklar den <klar> kl. 09.00
      När SÄS underrättar alla utom Borås socialtjänst om att Astrid är utskrivningsklar den <klar> kl. 10.00
      Så har underrättelsen om utskrivningsklar för Astrid inte nått Borås socialtjänst i <system>
      Men har underrättelsen om utskrivningsklar för Astrid nått Borås hemsjukvård i <system>
      Och innehåller underrättelsen om utskrivningsklar för Astrid i <system>:
        | uppgift                              | värde              |
        | Ej underrättad på grund av sekretess | Borås socialtjänst |
      Och är läget för Astrid "Utskrivningsklar" i <system>

      Exempel: Båda systemen
        | system | dag        | klar       |
        | SAMSA  | 2022-02-07 | 2022-02-09 |
        | Samvy  | 2024-02-06 | 2024-02-08 |

    @id:sb0294e6
    Scenariomall: Den som aldrig har fått något meddelande går inte att undanta
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Och att läkaren på SÄS har bedömt Astrid som utskrivningsklar den <klar> kl. 09.00
      När SÄS försöker underrätta alla utom Mark hemsjukvård om att Astrid är utskrivningsklar den <klar> kl. 10.00
      Så nekar <system> det för Astrid, eftersom mottagaren inte är en annan part
      Och har underrättelsen om utskrivningsklar för Astrid inte nått Borås socialtjänst i <system>

      Exempel: Båda systemen
        | system | dag        | klar       |
        | SAMSA  | 2022-02-07 | 2022-02-09 |
        | Samvy  | 2024-02-06 | 2024-02-08 |
