# language: sv
@anvandaracceptans @kanal:api
Egenskap: Reservrutin och efterregistrering
  Som avdelning
  vill vi kunna registrera efteråt det som vi lämnade med telefon och blankett medan systemet var nere
  så att frister och dygn räknas från när det hände, och det syns att det var reservrutin.

  @krav:AK-DRI-03
  Regel: Det som lämnades med reservrutin registreras med sin verkliga tid och märks

    @id:sf301959
    Scenariomall: Inskrivningsmeddelandet lämnades per telefon i tid
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      När klockan blir 15.00 den <nästa>
      Och SÄS efterregistrerar inskrivningsmeddelandet för Astrid, som lämnades med reservrutin den <dag> kl. 20.00
      Så är inskrivningsmeddelandet för Astrid märkt som efterregistrerat i <system>, med tiden den <dag> kl. 20.00
      Och är inskrivningsmeddelandet för Astrid skickat i tid i <system>
      Och har inskrivningsmeddelandet för Astrid nått Borås socialtjänst i <system>

      Exempel: Båda systemen
        | system | dag        | nästa      |
        | SAMSA  | 2022-02-07 | 2022-02-08 |
        | Samvy  | 2024-02-06 | 2024-02-07 |

    @id:s56dbf65
    Scenariomall: Det som skickas som vanligt märks inte
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      När SÄS skickar inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Så är inskrivningsmeddelandet för Astrid inte märkt som efterregistrerat i <system>

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

    @id:se4eb6ac
    Scenariomall: En tid före inskrivningen kan inte anges
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      När SÄS försöker efterregistrera inskrivningsmeddelandet för Astrid, som lämnades med reservrutin den <dag> kl. 07.59
      Så nekar <system> det för Astrid, eftersom ärendet inte fanns vid den tiden
      Och har inskrivningsmeddelandet för Astrid inte nått Borås socialtjänst i <system>

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

    @id:s17e54de
    Scenariomall: Dygnen räknas från underrättelsens verkliga dag
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Och att läkaren på SÄS har bedömt Astrid som utskrivningsklar den <klar> kl. 09.30
      Och att klockan är 15.00 den <åter>
      När SÄS efterregistrerar underrättelsen om utskrivningsklar för Astrid, som lämnades med reservrutin den <klar> kl. 10.00
      Så visar <system> 2 dygn som utskrivningsklar för Astrid
      Och är underrättelsen om utskrivningsklar för Astrid märkt som efterregistrerat i <system>, med tiden den <klar> kl. 10.00

      Exempel: Båda systemen
        | system | dag        | klar       | åter       |
        | SAMSA  | 2022-02-07 | 2022-02-08 | 2022-02-10 |
        | Samvy  | 2024-02-06 | 2024-02-07 | 2024-02-09 |

  @krav:AK-DRI-07
  @krav:AK-INUT-02
  Regel: En frist som överskreds på grund av störningen döljs inte, och orsaken syns

    @id:s554c342
    Scenariomall: Meddelandet lämnades för sent också med reservrutin
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.00
      När klockan blir 15.00 den <nästa>
      Och SÄS efterregistrerar inskrivningsmeddelandet för Astrid, som lämnades med reservrutin den <nästa> kl. 08.30
      Så är inskrivningsmeddelandet för Astrid försenat med 30 minuter i <system>
      Och är inskrivningsmeddelandet för Astrid märkt som efterregistrerat i <system>, med tiden den <nästa> kl. 08.30

      Exempel: Båda systemen
        | system | dag        | nästa      |
        | SAMSA  | 2022-02-07 | 2022-02-08 |
        | Samvy  | 2024-02-06 | 2024-02-07 |
