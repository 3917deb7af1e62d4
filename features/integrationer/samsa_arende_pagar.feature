# language: sv
@teknisk_acceptans @kanal:api @kanal:webb
Egenskap: SAMSA-ärende pågår
  Som användare av Samvy
  vill jag se att patienten redan har ett ärende i SAMSA
  så att vi inte planerar samma hemgång två gånger.

  # Den 10 maj 2022 är SÄS i Samvy medan Skövde, Mölndal, SkaS och SU är kvar i SAMSA.

  @krav:AK-INT-01
  Regel: Flaggan visas i Samvy när patienten har ett öppet ärende i SAMSA

    @id:s14f6a25
    Scenariomall: Ett öppet ärende i SAMSA syns för den som söker i Samvy
      Givet patienten Astrid från <kommun>
      När <sjukhus> skriver in Astrid i SAMSA den 2022-05-10 kl. 10.00
      Så ser SÄS i Samvy att SAMSA-ärende pågår för Astrid
      Och har Astrid ett pågående ärende i SAMSA
      Men har Astrid inget pågående ärende i Samvy

      Exempel:
        | kommun  | sjukhus |
        | Skövde  | SkaS    |
        | Mölndal | SU      |

    @id:sd866df5
    Scenario: Flaggan gäller den patient som har ärendet och ingen annan
      Givet patienten Astrid från Skövde
      Och patienten Bertil från Skövde
      När SkaS skriver in Astrid i SAMSA den 2022-05-10 kl. 10.00
      Så ser SÄS i Samvy att SAMSA-ärende pågår för Astrid
      Men ser SÄS i Samvy inget SAMSA-ärende för Bertil

  @krav:AK-INT-02
  Regel: Flaggan försvinner när ärendet avslutas

    @krav:AK-INT-01
    @id:see7806a
    Scenario: Utskrivningen ensam tar inte bort flaggan
      Givet patienten Astrid från Skövde
      Och att SkaS har skrivit in Astrid i SAMSA den 2022-05-10 kl. 10.00
      När SkaS skriver ut Astrid den 2022-05-12 kl. 10.00
      Så ser SÄS i Samvy att SAMSA-ärende pågår för Astrid
      Och är läget för Astrid "Utskriven" i SAMSA

    @id:s4d94479
    Scenario: Ett avslutat ärende visas inte längre som pågående
      Givet patienten Astrid från Skövde
      Och att SkaS har skrivit in Astrid i SAMSA den 2022-05-10 kl. 10.00
      Och att SkaS har skrivit ut Astrid den 2022-05-12 kl. 10.00
      När SkaS avslutar ärendet för Astrid
      Så ser SÄS i Samvy inget SAMSA-ärende för Astrid
      Och är läget för Astrid "Avslutad" i SAMSA
