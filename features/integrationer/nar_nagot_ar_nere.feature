# language: sv
@teknisk_acceptans
Egenskap: När ett system inte går att nå
  Som den som arbetar i ett av systemen
  vill jag få veta att ett annat system inte svarar, och att ingenting är gjort
  så att jag tar till reservrutinen i stället för att tro att det gick.

  @krav:AK-INT-11 @kanal:api
  Regel: Utan svar från Millenniumenheter startas inget ärende

    @id:s48e4ce6
    Scenariomall: Systemet säger att katalogen inte svarar
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den <dag>
      När förbindelsen från <system> till Millenniumenheter bryts
      Och SÄS försöker skriva in Astrid i <system> den <dag> kl. 09.00
      Så säger <system> att ett annat system inte svarar
      Och har Astrid inget pågående ärende i <system>
      När förbindelsen från <system> till Millenniumenheter är hel igen
      Och SÄS skriver in Astrid i <system> den <dag> kl. 09.30
      Så har Astrid ett pågående ärende i <system>

      Exempel: Båda systemen
        | system | dag        |
        | SAMSA  | 2022-02-07 |
        | Samvy  | 2024-02-06 |

  @krav:AK-DRI-02 @kanal:api @kanal:webb
  Regel: Är det ena systemet nere påverkas inte ärenden i det andra

    # Vägarna till det ena systemet bryts; det andra arbetar vidare.
    @id:sc848a43
    Scenario: Samvy arbetar vidare när SAMSA inte går att nå
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i Samvy den 2024-02-06 kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den 2024-02-06 kl. 08.30
      När förbindelsen från Samvy till SAMSA bryts
      Och förbindelsen från SAMSA till Samvy bryts
      Och SÄS skickar inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      Så har inskrivningsmeddelandet för Astrid nått Borås socialtjänst i Samvy
      När Borås socialtjänst kvitterar inskrivningsmeddelandet för Astrid den 2024-02-06 kl. 10.00
      Och SÄS skriver ut Astrid den 2024-02-07 kl. 11.00
      Så har utskrivningsmeddelandet för Astrid nått Borås socialtjänst i Samvy
      Och är läget för Astrid "Utskriven" i Samvy

    @id:se68c544
    Scenario: SAMSA arbetar vidare när Samvy inte går att nå
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i SAMSA den 2022-02-07 kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den 2022-02-07 kl. 08.30
      När förbindelsen från SAMSA till Samvy bryts
      Och förbindelsen från Samvy till SAMSA bryts
      Och SÄS skickar inskrivningsmeddelande för Astrid den 2022-02-07 kl. 09.00
      Så har inskrivningsmeddelandet för Astrid nått Borås socialtjänst i SAMSA
      När Borås socialtjänst kvitterar inskrivningsmeddelandet för Astrid den 2022-02-07 kl. 10.00
      Och SÄS skriver ut Astrid den 2022-02-08 kl. 11.00
      Så har utskrivningsmeddelandet för Astrid nått Borås socialtjänst i SAMSA
      Och är läget för Astrid "Utskriven" i SAMSA
