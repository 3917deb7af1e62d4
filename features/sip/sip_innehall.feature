# language: sv
@oberoende @kanal:api
Egenskap: Vad en SIP ska innehålla
  Som den som ska följa planen
  vill jag att den säger vad som ska göras, av vem och vem som har huvudansvaret
  så att ingen insats faller mellan två stolar.

  @krav:AK-SIP-07
  Regel: En SIP utan insatser, åtgärder av andra eller huvudansvarig kan inte fastställas

    @id:s1a0ea63
    Scenariomall: Något saknas
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      Och att VC Borås har startat en SIP för Astrid i <system>
      Och att patienten har samtyckt till SIP för Astrid hos VC Borås
      Och att VC Borås har kallat Borås socialtjänst till SIP-möte för Astrid
      Och att SIP-mötet för Astrid har hållits som videomöte hos VC Borås
      När VC Borås försöker fastställa SIP för Astrid utan <lucka>
      Så nekar <system> det för Astrid, eftersom planen är ofullständig
      Och är SIP för Astrid i läget "Möte hållet"

      Exempel: Båda systemen
        | system | dag        | lucka             |
        | SAMSA  | 2022-02-07 | insatser          |
        | SAMSA  | 2022-02-07 | åtgärder av andra |
        | SAMSA  | 2022-02-07 | huvudansvarig     |
        | Samvy  | 2024-02-06 | insatser          |
        | Samvy  | 2024-02-06 | åtgärder av andra |
        | Samvy  | 2024-02-06 | huvudansvarig     |
