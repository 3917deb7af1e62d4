# language: sv
@anvandaracceptans @kanal:api
Egenskap: SIP från behov till avslut
  Som den enskilde och som de som ska hjälpa henne
  vill vi ha en plan som alla står bakom, i vilket system den än är skriven
  så att ansvaret är tydligt.

  # Reglerna är desamma i båda systemen. I februari 2022 är allt i SAMSA, i februari 2024 allt i Samvy.

  @krav:AK-SIP-01
  Regel: SIP upprättas inte utan dokumenterat samtycke

    @id:sc9b8393
    Scenariomall: Utan samtycke kallas ingen
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      Och att VC Borås har startat en SIP för Astrid i <system>
      När VC Borås försöker kalla Borås socialtjänst till SIP-möte för Astrid
      Så nekar <system> det för Astrid, eftersom samtycke saknas
      Och är SIP för Astrid i läget "Behov upptäckt"

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

    @id:s2b4c12c
    Scenariomall: Med samtycke blir det en plan
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      Och att VC Borås har startat en SIP för Astrid i <system>
      Och att patienten har samtyckt till SIP för Astrid hos VC Borås
      Och att VC Borås har kallat Borås socialtjänst till SIP-möte för Astrid
      Och att SIP-mötet för Astrid har hållits som videomöte hos VC Borås
      När VC Borås fastställer SIP för Astrid
      Så är SIP för Astrid i läget "Pågående"
      Och visar SIP för Astrid att patienten har samtyckt

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

  @krav:AK-SIP-06
  Regel: Huvudmän får kallelse och övriga aktörer inbjudan

    @id:s8b7d7c7
    Scenariomall: En förening bjuds in, socialtjänsten kallas
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      Och att VC Borås har startat en SIP för Astrid i <system>
      Och att patienten har samtyckt till SIP för Astrid hos VC Borås
      När VC Borås kallar Borås socialtjänst till SIP-möte för Astrid och bjuder in "Anhörigföreningen"
      Så är Borås socialtjänst kallad till SIP för Astrid
      Och är "Anhörigföreningen" inbjuden till SIP för Astrid

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

    @id:sa89fe9f
    Scenariomall: En huvudmans enhet bjuds inte in, den kallas
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      Och att VC Borås har startat en SIP för Astrid i <system>
      Och att patienten har samtyckt till SIP för Astrid hos VC Borås
      När VC Borås försöker kalla Borås socialtjänst till SIP-möte för Astrid och bjuda in "Mark socialtjänst"
      Så nekar <system> det för Astrid, eftersom en huvudmans enhet ska kallas

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

  @krav:AK-SIP-10
  Regel: SIP kan följas upp flera gånger innan den avslutas

    @id:s3a8f8e4
    Scenariomall: Tre uppföljningar
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      Och att VC Borås har startat en SIP för Astrid i <system>
      Och att patienten har samtyckt till SIP för Astrid hos VC Borås
      Och att VC Borås har kallat Borås socialtjänst till SIP-möte för Astrid
      Och att SIP-mötet för Astrid har hållits som videomöte hos VC Borås
      Och att VC Borås har fastställt SIP för Astrid
      När VC Borås följer upp SIP för Astrid
      Så är SIP för Astrid uppföljd 1 gånger
      När Borås socialtjänst följer upp SIP för Astrid
      Så är SIP för Astrid uppföljd 2 gånger
      När VC Borås följer upp SIP för Astrid
      Så är SIP för Astrid uppföljd 3 gånger
      När VC Borås avslutar SIP för Astrid
      Så är SIP för Astrid i läget "Avslutad"

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

  @krav:AK-SIP-14
  Regel: Nekad SIP kräver dokumenterat skäl

    @id:sffbc0ea
    Scenariomall: Utan skäl går det inte, med skäl går det
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      Och att VC Borås har startat en SIP för Astrid i <system>
      När VC Borås försöker neka SIP för Astrid utan skäl
      Så nekar <system> det för Astrid, eftersom skälet saknas
      Och är SIP för Astrid i läget "Behov upptäckt"
      När VC Borås nekar SIP för Astrid med skälet "behoven tillgodoses redan"
      Så är SIP för Astrid i läget "Nekad"

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

  @krav:AK-SIP-15
  Regel: Återkallat samtycke stoppar ny delning, men historiken finns kvar för dem som haft rätt att läsa

    @id:sa9550f9
    Scenariomall: Samtycket tas tillbaka när alla är kallade
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      Och att VC Borås har startat en SIP för Astrid i <system>
      Och att patienten har samtyckt till SIP för Astrid hos VC Borås
      Och att VC Borås har kallat Borås socialtjänst till SIP-möte för Astrid
      När patienten säger nej till SIP för Astrid hos VC Borås
      Så är SIP för Astrid i läget "Ej samtycke"
      Och ser Borås socialtjänst innehållet i SIP för Astrid
      Men ser Mark socialtjänst bara att SIP för Astrid finns

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

  @krav:AK-SIP-16
  Regel: SIP-möte kan hållas som videomöte, och mötesformen registreras

    @id:s8c79401
    Scenariomall: Mötets form
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      Och att VC Borås har startat en SIP för Astrid i <system>
      Och att patienten har samtyckt till SIP för Astrid hos VC Borås
      Och att VC Borås har kallat Borås socialtjänst till SIP-möte för Astrid
      När SIP-mötet för Astrid hålls som <form> hos VC Borås
      Så visar SIP för Astrid att mötet var ett <form>

      Exempel: Båda systemen
        | system | dag        | form         |
        | SAMSA  | 2022-02-07 | videomöte    |
        | SAMSA  | 2022-02-07 | fysiskt möte |
        | Samvy  | 2024-02-06 | videomöte    |
        | Samvy  | 2024-02-06 | telefonmöte  |

  @krav:AK-SIP-17
  Regel: Avslutad SIP går att läsa men inte ändra

    @id:sc40f2b7
    Scenariomall: Efter avslutet
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      Och att VC Borås har startat en SIP för Astrid i <system>
      Och att patienten har samtyckt till SIP för Astrid hos VC Borås
      Och att VC Borås har kallat Borås socialtjänst till SIP-möte för Astrid
      Och att SIP-mötet för Astrid har hållits som videomöte hos VC Borås
      Och att VC Borås har fastställt SIP för Astrid
      Och att VC Borås har avslutat SIP för Astrid
      När VC Borås försöker kalla Borås socialtjänst till SIP-möte för Astrid
      Så nekar <system> det för Astrid, eftersom SIP är slut och bara går att läsa
      Och ser Borås socialtjänst innehållet i SIP för Astrid
      Och är SIP för Astrid i läget "Avslutad"

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

  @krav:AK-SIP-18
  Regel: Den enskilde eller en närstående kan begära SIP, och begäran dokumenteras

    @id:s5476506
    Scenariomall: Vem som har begärt
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      När <vem> begär en SIP för Astrid i <system> hos VC Borås
      Så visar SIP för Astrid att <vem> har begärt den

      Exempel: Båda systemen
        | system | dag        | vem           |
        | SAMSA  | 2022-02-07 | patienten     |
        | SAMSA  | 2022-02-07 | en närstående |
        | Samvy  | 2024-02-06 | patienten     |
        | Samvy  | 2024-02-06 | en närstående |
