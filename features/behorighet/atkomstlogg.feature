# language: sv
@oberoende @kanal:api
Egenskap: Åtkomstloggen i båda systemen
  Som den som granskar loggar
  vill jag kunna söka fram vem som har läst en patients uppgifter, i vilket av systemen det än var
  så att ingen läser osedd.

  @krav:AK-BEH-10
  Regel: Åtkomsten går att söka fram i båda systemen

    @id:s18c536f
    Scenariomall: Den som läser ett ärende står i loggen
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      När Borås hemsjukvård läser ärendet för Astrid i <system>
      Så ser loggranskaren på SÄS att Borås hemsjukvård har läst ärenden om Astrid i <system>

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |
