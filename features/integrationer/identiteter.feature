# language: sv
@teknisk_acceptans @kanal:api
Egenskap: Identiteterna når båda systemen
  Som den som vårdar en patient som nyss var okänd
  vill jag att personuppgiftstjänstens besked kommer fram till båda systemen
  så att ingen letar efter henne under fel nummer.

  @krav:AK-INT-09
  Regel: En ändrad identitet når SAMSA

    @id:s8e97904
    Scenario: Kopplingen är känd i SAMSA inom en minut
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      När SÄS kopplar Okänd till Astrid
      Och 1 minut går
      Så vet SÄS genom SAMSA att Okänd är Astrid
      När SÄS tar isär kopplingen av Okänd till Astrid
      Och 1 minut går
      Så vet SÄS genom SAMSA inte att Okänd är Astrid

    @krav:AK-DRI-05
    @id:s0ea1fde
    Scenario: Beskedet väntar medan SAMSA inte går att nå
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      När förbindelsen från PU till SAMSA bryts
      Och SÄS kopplar Okänd till Astrid
      Och 1 minut går
      Så vet SÄS genom SAMSA inte att Okänd är Astrid
      När förbindelsen från PU till SAMSA är hel igen
      Och 10 minuter går
      Så vet SÄS genom SAMSA att Okänd är Astrid

  @krav:AK-INT-10
  Regel: En ändrad identitet når Millennium

    @id:sc5589ee
    Scenario: Kopplingen är känd i Samvy inom en minut
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      När SÄS kopplar Okänd till Astrid
      Och 1 minut går
      Så vet SÄS genom Samvy att Okänd är Astrid
      När SÄS tar isär kopplingen av Okänd till Astrid
      Och 1 minut går
      Så vet SÄS genom Samvy inte att Okänd är Astrid

    @krav:AK-DRI-05
    @id:s3c4c6e5
    Scenario: Beskedet väntar medan Samvy inte går att nå
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      När förbindelsen från PU till Samvy bryts
      Och SÄS kopplar Okänd till Astrid
      Och 1 minut går
      Så vet SÄS genom Samvy inte att Okänd är Astrid
      När förbindelsen från PU till Samvy är hel igen
      Och 10 minuter går
      Så vet SÄS genom Samvy att Okänd är Astrid
