# language: sv
@oberoende @kanal:api
Egenskap: Roller och åtkomstlogg i SAMSA
  Som den som svarar för patienternas integritet
  vill jag att varje roll bara gör sitt och att varje läsning står i loggen
  så att obehörig åtkomst varken sker eller förblir osedd.

  # Rollernas namn och vad de får göra är antaganden: samsa_begransade_roller.

  Bakgrund:
    Givet patienten Astrid från Borås
    Och att SÄS har skrivit in Astrid i SAMSA den 2022-02-07 kl. 08.00
    Och att läkaren på SÄS har bedömt att Astrid behöver kommunal hälso- och sjukvård och regional öppenvård den 2022-02-07 kl. 08.30
    Och att SÄS har skickat inskrivningsmeddelande för Astrid den 2022-02-07 kl. 09.00

  @krav:AK-BEH-05
  Regel: Läsrollen kan inte skicka, kvittera eller avsluta

    @id:s2dac370
    Scenario: Den läsbehöriga läser men kvitterar inte
      När Borås hemsjukvård försöker kvittera inskrivningsmeddelandet för Astrid med rollen läsbehörig
      Så nekar SAMSA det för Astrid, eftersom rollen inte räcker
      Och ser SÄS att Borås hemsjukvård inte har kvitterat inskrivningsmeddelandet för Astrid
      När Borås hemsjukvård öppnar inskrivningsmeddelandet för Astrid med rollen läsbehörig
      Så är inskrivningsmeddelandet för Astrid läst hos Borås hemsjukvård i SAMSA

    @id:s3d8c520
    Scenario: Den läsbehöriga skickar inget
      När SÄS försöker skicka planeringsmeddelande för Astrid med rollen läsbehörig
      Så nekar SAMSA det för Astrid, eftersom rollen inte räcker

    @id:scd9bd60
    Scenario: Den läsbehöriga avslutar inget
      Givet att SÄS har skrivit ut Astrid den 2022-02-10 kl. 11.00
      När SÄS försöker avsluta ärendet för Astrid med orsaken "klart" och rollen läsbehörig
      Så nekar SAMSA det för Astrid, eftersom rollen inte räcker
      Och har Astrid ett pågående ärende i SAMSA

  @krav:AK-BEH-06
  Regel: Den som avslutar ärenden kan avsluta men inte skapa meddelanden

    @id:s312512a
    Scenario: Ärendeavslutaren avslutar
      Givet att SÄS har skrivit ut Astrid den 2022-02-10 kl. 11.00
      När SÄS avslutar ärendet för Astrid med orsaken "klart" och rollen ärendeavslutare
      Så är läget för Astrid "Avslutad" i SAMSA

    @id:saada54a
    Scenario: Ärendeavslutaren skickar inget
      När SÄS försöker skicka planeringsmeddelande för Astrid med rollen ärendeavslutare
      Så nekar SAMSA det för Astrid, eftersom rollen inte räcker

  @krav:AK-BEH-07
  Regel: Loggranskaren ser loggen men inte patientens meddelanden

    @id:s644ee80
    Scenario: Loggranskaren öppnar inget meddelande
      När SÄS försöker öppna inskrivningsmeddelandet för Astrid med rollen loggranskare
      Så nekar SAMSA det för Astrid, eftersom rollen inte räcker

  @krav:AK-BEH-10
  Regel: All åtkomst loggas med enhet och vad som lästes, och går att söka fram

    @id:s6076c63
    Scenario: Hemsjukvårdens läsning står i loggen
      När Borås hemsjukvård öppnar inskrivningsmeddelandet för Astrid
      Så ser loggranskaren på SÄS att Borås hemsjukvård har läst meddelande om Astrid i SAMSA

    @id:s5825feb
    Scenario: Den som öppnar en fil står i loggen
      Givet att SÄS har bifogat en pdf-fil för Astrid
      När Borås hemsjukvård öppnar inskrivningsmeddelandet för Astrid
      Så kan VC Borås öppna filen för Astrid oförändrad i SAMSA
      Och ser loggranskaren på SÄS att VC Borås har läst fil om Astrid i SAMSA
