# language: sv
@kanal:api
Egenskap: Sammanslagning när en patient blir identifierad
  Som den som vårdar en patient med reservnummer
  vill jag kunna slå samman hennes ärende med den hon är, i båda systemen
  så att inget försvinner, och så att ett misstag kan rättas.

  # I maj 2022 arbetar Borås och SÄS i Samvy; slås något samman i det ena systemet ska det göras också i det andra.

  @anvandaracceptans @krav:AK-RES-10 @krav:AK-RES-12 @krav:AK-RES-13
  Regel: Den som identifieras under vårdtiden får sina uppgifter sammanslagna, och inget försvinner

    @id:s66a98ea
    Scenariomall: Reservnummer, identifierad och sammanslagen
      Givet patienten Astrid från Borås
      Och att klockan är 07.00 den <dag>
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      Och att SÄS har skrivit in Okänd i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Okänd behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har kopplat Okänd till Astrid
      Och att SÄS har skickat inskrivningsmeddelande för Okänd den <dag> kl. 09.00
      Och att Borås socialtjänst har kvitterat inskrivningsmeddelandet för Okänd den <dag> kl. 10.00
      När SÄS slår samman Okänd med Astrid i <system>
      Så ser SÄS samma ärende för Okänd och Astrid i <system>
      Och har inskrivningsmeddelandet för Okänd nått Borås socialtjänst i <system>

      Exempel: I båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2022-05-10 |

    @id:s22c953f
    Scenariomall: Två kända personer slås inte samman
      Givet patienten Astrid från Borås
      Och patienten Bertil från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      När SÄS försöker slå samman Astrid med Bertil i <system>
      Så nekar <system> det för Astrid, eftersom de är två kända personer
      Och ser SÄS inget ärende för Bertil i <system>

      Exempel: I båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2022-05-10 |

  @anvandaracceptans @krav:AK-RES-11
  Regel: Det som är sammanslaget i det ena systemet är en öppen åtgärd i det andra tills det är gjort där

    @id:sb475520
    Scenariomall: Tills det är gjort också i det andra
      Givet patienten Astrid från Borås
      Och att klockan är 07.00 den 2022-05-10
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      Och att SÄS har kopplat Okänd till Astrid
      När SÄS slår samman Okänd med Astrid i <första>
      Och 10 minuter går
      Så ser SÄS i <andra> att Okänd och Astrid återstår att slå samman
      Och ser SÄS i <första> att Okänd och Astrid inte återstår att slå samman
      När SÄS slår samman Okänd med Astrid i <andra>
      Och 10 minuter går
      Så ser SÄS i <andra> att Okänd och Astrid inte återstår att slå samman
      Och ser SÄS i <första> att Okänd och Astrid inte återstår att slå samman

      Exempel: Åt båda hållen
        | första | andra |
        | SAMSA  | Samvy |
        | Samvy  | SAMSA |

    @id:s5d76f87
    Scenariomall: Tas den isär finns det inget kvar att göra
      Givet patienten Astrid från Borås
      Och att klockan är 07.00 den 2022-05-10
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      Och att SÄS har kopplat Okänd till Astrid
      Och att SÄS har slagit samman Okänd med Astrid i <första>
      När SÄS tar isär Okänd och Astrid i <första>
      Och 10 minuter går
      Så ser SÄS i <andra> att Okänd och Astrid inte återstår att slå samman

      Exempel: Åt båda hållen
        | första | andra |
        | SAMSA  | Samvy |
        | Samvy  | SAMSA |

  @anvandaracceptans @krav:AK-RES-14 @krav:AK-RES-13
  Regel: En sammanslagning kan tas isär, och då är vars och ens ärenden som förut

    @id:s0beb5d6
    Scenariomall: Fel patient
      Givet patienten Astrid från Borås
      Och att klockan är 07.00 den <dag>
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      Och att SÄS har skrivit in Okänd i <system> den <dag> kl. 08.00
      Och att SÄS har kopplat Okänd till Astrid
      Och att SÄS har slagit samman Okänd med Astrid i <system>
      När SÄS tar isär Okänd och Astrid i <system>
      Så ser SÄS inget ärende för Astrid i <system>
      Och har Okänd ett pågående ärende i <system>

      Exempel: I båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2022-05-10 |

    @id:sb14a4d1
    Scenariomall: Det som redan är isär kan inte tas isär igen
      Givet patienten Astrid från Borås
      Och att klockan är 07.00 den <dag>
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      Och att SÄS har kopplat Okänd till Astrid
      Och att SÄS har slagit samman Okänd med Astrid i <system>
      Och att SÄS har tagit isär Okänd och Astrid i <system>
      När SÄS försöker ta isär Okänd och Astrid i <system>
      Så nekar <system> det för Okänd, eftersom sammanslagningen redan är upplöst

      Exempel: I båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2022-05-10 |

  @oberoende @krav:AK-RES-21
  Regel: Ingen slås samman förrän identiteten är säkerställd

    @id:s879a183
    Scenariomall: Utan säkerställd identitet
      Givet patienten Astrid från Borås
      Och att klockan är 07.00 den <dag>
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      Och att SÄS har kopplat Okänd till Astrid
      När SÄS försöker slå samman Okänd med Astrid i <system> utan säkerställd identitet
      Så nekar <system> det för Okänd, eftersom patientens identitet inte är säkerställd

      Exempel: I båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2022-05-10 |
