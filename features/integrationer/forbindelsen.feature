# language: sv
@teknisk_acceptans @kanal:api @kanal:webb
Egenskap: Fel på förbindelsen mellan SAMSA och Samvy
  Som den som svarar för driften
  vill jag att det som ett system har lämnat ifrån sig kommer fram, en gång, också när förbindelsen krånglar
  så att ingen planerar en hemgång som redan planeras i det andra systemet.

  # Den 10 maj 2022 är SÄS i Samvy medan Skövde och SkaS är kvar i SAMSA.
  # Integrationen försöker igen var femte minut i ett dygn; båda talen är antaganden.

  @krav:AK-DRI-05
  @krav:AK-INT-01
  Regel: Det som inte kunde levereras väntar, och kommer fram när förbindelsen är hel igen

    @id:s1f4321a
    Scenario: Ett besked väntar medan förbindelsen är bruten
      Givet patienten Astrid från Skövde
      Och att förbindelsen från SAMSA till Samvy är bruten
      När SkaS skriver in Astrid i SAMSA den 2022-05-10 kl. 10.00
      Så väntar ett meddelande från SAMSA till Samvy
      Och ser SÄS i Samvy inget SAMSA-ärende för Astrid
      När 7 timmar går
      Och förbindelsen från SAMSA till Samvy är hel igen
      Och 5 minuter går
      Så ser SÄS i Samvy att SAMSA-ärende pågår för Astrid
      Och väntar inget meddelande från SAMSA till Samvy

    @id:s5b659a1
    Scenario: Ett fördröjt besked syns när det kommer, inte förr
      Givet patienten Astrid från Skövde
      Och att meddelanden från SAMSA till Samvy fördröjs 40 minuter
      När SkaS skriver in Astrid i SAMSA den 2022-05-10 kl. 10.00
      Och 39 minuter går
      Så ser SÄS i Samvy inget SAMSA-ärende för Astrid
      När 1 minut går
      Så ser SÄS i Samvy att SAMSA-ärende pågår för Astrid

    @id:s871ee0c
    Scenario: Det som har getts upp ligger kvar tills driften sänder om det
      Givet patienten Astrid från Skövde
      Och att meddelanden från SAMSA till Samvy tappas på vägen
      Och att SkaS har skrivit in Astrid i SAMSA den 2022-05-10 kl. 10.00
      När 2 dygn går
      Så ligger ett meddelande från SAMSA till Samvy bland det olevererade
      Och ser SÄS i Samvy inget SAMSA-ärende för Astrid
      När förbindelsen från SAMSA till Samvy är hel igen
      Och driften sänder om det olevererade från SAMSA till Samvy
      Så ser SÄS i Samvy att SAMSA-ärende pågår för Astrid
      Och ligger inget meddelande från SAMSA till Samvy bland det olevererade

  @krav:AK-DRI-05
  @krav:AK-INT-01
  @krav:AK-INT-02
  Regel: Det som kommer två gånger eller i fel ordning räknas en gång

    @id:sda198d9
    Scenario: Beskeden kommer två gånger
      Givet patienten Astrid från Skövde
      Och att meddelanden från SAMSA till Samvy kommer två gånger
      Och att SkaS har skrivit in Astrid i SAMSA den 2022-05-10 kl. 10.00
      Och att SkaS har skrivit ut Astrid den 2022-05-10 kl. 10.01
      När SkaS avslutar ärendet för Astrid
      Och 30 minuter går
      Så ser SÄS i Samvy inget SAMSA-ärende för Astrid
      Och väntar inget meddelande från SAMSA till Samvy

    @krav:AK-DRI-02
    @id:saee1272
    Scenario: Avslutet går om beskedet att ärendet har öppnats
      Givet patienten Astrid från Skövde
      Och att förbindelsen från SAMSA till Samvy är bruten
      Och att SkaS har skrivit in Astrid i SAMSA den 2022-05-10 kl. 10.00
      Och att SkaS har skrivit ut Astrid den 2022-05-10 kl. 10.01
      När förbindelsen från SAMSA till Samvy är hel igen
      Och SkaS avslutar ärendet för Astrid
      Och 30 minuter går
      Så ser SÄS i Samvy inget SAMSA-ärende för Astrid
      Och väntar inget meddelande från SAMSA till Samvy
