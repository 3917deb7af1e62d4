# language: sv
@anvandaracceptans @kanal:api
Egenskap: SIP för barn
  Som barn, vårdnadshavare och skola
  vill vi att planen utgår från barnets behov och att rätt person har sagt ja
  så att barnet får hjälp i tid.

  # Molly bor i Ale, är 12 eller 13 år 2022, och går i skolan där.
  # Från vilken ålder ett barn samtycker självt är ett antagande: sip_barn_samtycker_fran_ar, 15 år.

  Bakgrund:
    Givet Molly ur personkatalogen

  @krav:AK-SIP-11
  Regel: SIP för barn anger uppföljningsdatum och ansvar på verksamhetsnivå

    @id:se7dfd8c
    Scenariomall: Det som barn ska ha får inte saknas
      Givet att klockan är 08.00 den <dag>
      Och att VC Ale har startat en SIP för Molly i <system>
      Och att vårdnadshavaren har samtyckt till SIP för Molly hos VC Ale
      Och att VC Ale har kallat Ale socialtjänst till SIP-möte för Molly
      Och att SIP-mötet för Molly har hållits som videomöte hos VC Ale
      När VC Ale försöker fastställa SIP för Molly utan <lucka>
      Så nekar <system> det för Molly, eftersom planen är ofullständig
      När VC Ale fastställer SIP för Molly
      Så är SIP för Molly i läget "Pågående"

      Exempel: I SAMSA
        | system | dag        | lucka               |
        | SAMSA  | 2022-02-07 | barnets behov       |
        | SAMSA  | 2022-02-07 | dag för uppföljning |
        | SAMSA  | 2022-02-07 | ansvarig verksamhet |

      Exempel: I Samvy
        | system | dag        | lucka               |
        | Samvy  | 2024-02-06 | barnets behov       |
        | Samvy  | 2024-02-06 | dag för uppföljning |
        | Samvy  | 2024-02-06 | ansvarig verksamhet |

  @krav:AK-SIP-12
  Regel: Skolan kan vara likvärdig part och kalla till SIP för barn

    @id:se2c767e
    Scenariomall: Elevhälsan startar och kallar
      Givet att klockan är 08.00 den <dag>
      När Ale elevhälsa startar en SIP för Molly i <system>
      Så har Molly en aktiv SIP i <system>
      När vårdnadshavaren samtycker till SIP för Molly hos Ale elevhälsa
      Och Ale elevhälsa kallar Ale socialtjänst och VC Ale till SIP-möte för Molly
      Så är SIP för Molly i läget "Kallad"
      Och är VC Ale kallad till SIP för Molly

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

    @id:s6210fea
    Scenariomall: För en vuxen startar elevhälsan ingen SIP
      Givet patienten Astrid från Ale
      Och att klockan är 08.00 den <dag>
      När Ale elevhälsa försöker starta en SIP för Astrid i <system>
      Så nekar <system> det för Astrid, eftersom skolan bara startar SIP för barn
      Och har Astrid ingen aktiv SIP i <system>

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

  @krav:AK-SIP-13
  Regel: Vårdnadshavares samtycke krävs för barn som inte självt kan samtycka, och vem som samtyckt framgår

    @id:s60af7d8
    Scenariomall: Molly är för ung för att samtycka själv
      Givet att klockan är 08.00 den <dag>
      Och att VC Ale har startat en SIP för Molly i <system>
      När patienten försöker samtycka till SIP för Molly hos VC Ale
      Så nekar <system> det för Molly, eftersom vårdnadshavare måste samtycka
      När vårdnadshavaren samtycker till SIP för Molly hos VC Ale
      Så visar SIP för Molly att vårdnadshavaren har samtyckt
      Och är SIP för Molly i läget "Förberedd"

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2022-05-10 |
