# language: sv
@anvandaracceptans @kanal:api
Egenskap: SIP vid utskrivning från sjukhus
  Som fast vårdkontakt i öppenvården
  vill jag kalla dem som behövs i tid
  så att planen finns när patienten kommer hem.

  @krav:AK-SIP-03
  Regel: Fast vårdkontakt i regionens öppenvård skickar kallelsen; ingen annan kan göra det i utskrivningsprocessen

    @id:s5e1709a
    Scenariomall: Varken sjukhuset eller kommunen kallar
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Och att <enhet> har startat en SIP inför utskrivningen av Astrid
      Och att patienten har samtyckt till SIP för Astrid hos <enhet>
      När <enhet> försöker kalla VC Borås och Mark socialtjänst till SIP-möte för Astrid
      Så nekar <system> det för Astrid, eftersom enheten är fel för det
      När VC Borås kallar Borås socialtjänst till SIP-möte för Astrid
      Så är Borås socialtjänst kallad till SIP för Astrid

      Exempel: I SAMSA
        | system | dag        | enhet              |
        | SAMSA  | 2022-02-07 | SÄS                |
        | SAMSA  | 2022-02-07 | Borås socialtjänst |

      Exempel: I Samvy
        | system | dag        | enhet              |
        | Samvy  | 2024-02-06 | SÄS                |
        | Samvy  | 2024-02-06 | Borås socialtjänst |

  @krav:AK-SIP-04
  Regel: Kallelsen är skickad senast tre dagar efter underrättelsen; dag fyra märks som försenad

    @id:sc22a4a0
    Scenariomall: Sista dagen i tid
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Och att läkaren på SÄS har bedömt Astrid som utskrivningsklar den <dag> kl. 10.00
      Och att SÄS har underrättat om att Astrid är utskrivningsklar den <dag> kl. 11.00
      Och att VC Borås har startat en SIP inför utskrivningen av Astrid
      Och att patienten har samtyckt till SIP för Astrid hos VC Borås
      När VC Borås kallar Borås socialtjänst till SIP-möte för Astrid den <dag tre> kl. 23.59
      Så är kallelsen till SIP för Astrid skickad i tid

      Exempel: Båda systemen
        | system | dag        | dag tre    |
        | SAMSA  | 2022-02-07 | 2022-02-10 |
        | Samvy  | 2024-02-06 | 2024-02-09 |

    @id:saf787ea
    Scenariomall: Fjärde dagen är för sent
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Och att läkaren på SÄS har bedömt Astrid som utskrivningsklar den <dag> kl. 10.00
      Och att SÄS har underrättat om att Astrid är utskrivningsklar den <dag> kl. 11.00
      Och att VC Borås har startat en SIP inför utskrivningen av Astrid
      Och att patienten har samtyckt till SIP för Astrid hos VC Borås
      När VC Borås kallar Borås socialtjänst till SIP-möte för Astrid den <dag fyra> kl. 00.00
      Så är kallelsen till SIP för Astrid försenad med 1 dygn

      Exempel: Båda systemen
        | system | dag        | dag fyra   |
        | SAMSA  | 2022-02-07 | 2022-02-11 |
        | Samvy  | 2024-02-06 | 2024-02-10 |

    @krav:AK-AVV-04
    @id:s36894b0
    Scenario: Den sena kallelsen blir en avvikelse i Samvy
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i Samvy den 2024-02-06 kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den 2024-02-06 kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      Och att läkaren på SÄS har bedömt Astrid som utskrivningsklar den 2024-02-06 kl. 10.00
      Och att SÄS har underrättat om att Astrid är utskrivningsklar den 2024-02-06 kl. 11.00
      Och att VC Borås har startat en SIP inför utskrivningen av Astrid
      Och att patienten har samtyckt till SIP för Astrid hos VC Borås
      När VC Borås kallar Borås socialtjänst och SÄS till SIP-möte för Astrid den 2024-02-12 kl. 08.00
      Så har Samvy själv rapporterat "sen kallelse till SIP" för Astrid

  @krav:AK-SIP-05
  Regel: Behövs kommunal hälso- och sjukvård är regionens öppenvård alltid kallad

    # När patienten inte är på sjukhus kan kommunen kalla, och får då inte glömma öppenvården.
    @id:s685dc82
    Scenariomall: Hemsjukvården kallar utan öppenvården
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      Och att Borås hemsjukvård har startat en SIP för Astrid i <system>
      Och att patienten har samtyckt till SIP för Astrid hos Borås hemsjukvård
      När Borås hemsjukvård försöker kalla Borås socialtjänst till SIP-möte för Astrid
      Så nekar <system> det för Astrid, eftersom regionens öppenvård inte är kallad
      När Borås hemsjukvård kallar Borås socialtjänst och VC Borås till SIP-möte för Astrid
      Så är VC Borås kallad till SIP för Astrid

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |
