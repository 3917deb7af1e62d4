# language: sv
@teknisk_acceptans @kanal:api
Egenskap: Roboten mellan Melior och SAMSA
  Som slutenvård
  vill jag att det jag skriver i journalen kommer till SAMSA en gång, och att jag ser när det inte gör det
  så att ingen får dubbla besked och ingen blir utan.

  # Vad den verkliga roboten flyttar är inte publicerat; här för den över inskrivning och utskrivningsinformation.

  Bakgrund:
    Givet patienten Astrid från Borås
    Och att läkaren på SÄS har skrivit in Astrid, som behöver kommunal hälso- och sjukvård, i Melior den 2022-02-07 kl. 08.00

  @krav:AK-INT-03
  Regel: Roboten skapar inga dubbletter när den körs om

    @id:s486a66c
    Scenario: Två körningar ger ett ärende och ett meddelande
      Givet att roboten har kört på SÄS den 2022-02-07 kl. 09.00
      När roboten kör på SÄS den 2022-02-07 kl. 09.05
      Så har Astrid ett enda ärende i SAMSA
      Och har inskrivningsmeddelandet för Astrid skickats en enda gång i SAMSA

    @id:scd8dc40
    Scenario: Kvittot till Melior dröjer, och roboten får samma uppgift en gång till
      Givet att meddelanden från SAMSA till Melior fördröjs 10 minuter
      Och att roboten har kört på SÄS den 2022-02-07 kl. 09.00
      När roboten kör på SÄS den 2022-02-07 kl. 09.05
      Så har Astrid ett enda ärende i SAMSA
      Och har inskrivningsmeddelandet för Astrid skickats en enda gång i SAMSA
      Och visar roboten inget fel för Astrid på SÄS

    @krav:AK-INUT-02
    @id:s3fac876
    Scenario: Fristen räknas från läkarens bedömning, hur sent roboten än kör
      När roboten kör på SÄS den 2022-02-08 kl. 09.00
      Så är inskrivningsmeddelandet för Astrid försenat med 1 timme i SAMSA

  @krav:AK-INT-04
  Regel: Ett fel syns för användaren, och ärendet kan slutföras för hand

    @id:s30a9f34
    Scenario: Det som inte kunde föras över syns
      När förbindelsen från SAMSA till PU bryts
      Och roboten kör på SÄS den 2022-02-07 kl. 09.00
      Så visar roboten ett fel för Astrid på SÄS
      Och har inskrivningsmeddelandet för Astrid inte nått Borås hemsjukvård i SAMSA

    @krav:AK-INT-03
    @id:s05eb328
    Scenario: Det som slutförs för hand gör roboten inte om
      När förbindelsen från SAMSA till PU bryts
      Och roboten kör på SÄS den 2022-02-07 kl. 09.00
      Och förbindelsen från SAMSA till PU är hel igen
      Och SÄS skickar inskrivningsmeddelande för Astrid den 2022-02-07 kl. 09.10
      Och roboten kör på SÄS den 2022-02-07 kl. 09.15
      Så har inskrivningsmeddelandet för Astrid skickats en enda gång i SAMSA
      Och har Astrid ett enda ärende i SAMSA
      Och visar roboten inget fel för Astrid på SÄS

    @id:sf83aa02
    Scenario: Det som skrivs senare förs över senare
      Givet att roboten har kört på SÄS den 2022-02-07 kl. 09.00
      Och att SÄS har skrivit utskrivningsinformation för Astrid i Melior med texten "Ny dos Waran"
      När roboten kör på SÄS den 2022-02-09 kl. 09.00
      Så har utskrivningsinformationen för Astrid nått Borås hemsjukvård i SAMSA
