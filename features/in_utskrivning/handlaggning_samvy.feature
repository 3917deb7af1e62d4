# language: sv
@anvandaracceptans @kanal:api
Egenskap: Handläggningen bredvid processen i Samvy
  Som personal i slutenvård, öppenvård och kommun
  vill vi ha samma stöd i Samvy som i SAMSA för vårdkontakt, erbjudande om SIP, information och avbrott
  så att bytet av system inte ändrar vad patienten får.

  Bakgrund:
    Givet patienten Astrid från Borås
    Och att SÄS har skrivit in Astrid i Samvy den 2024-02-06 kl. 08.00
    Och att läkaren på SÄS har bedömt att Astrid behöver kommunal hälso- och sjukvård, socialtjänst och regional öppenvård den 2024-02-06 kl. 08.30
    Och att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00

  @krav:AK-INUT-07
  Regel: Öppenvården utser fast vårdkontakt före utskrivningen, och utskrivning utan ger en varning

    @id:sd2252fc
    Scenario: Vårdcentralen utser en sjuksköterska
      När VC Borås utser en sjuksköterska till fast vårdkontakt för Astrid
      Och SÄS skriver ut Astrid den 2024-02-09 kl. 11.00
      Så är en sjuksköterska på VC Borås fast vårdkontakt för Astrid i Samvy
      Och är ärendet för Astrid inte märkt "utskriven utan fast vårdkontakt" i Samvy

    @id:s47bf099
    Scenario: Ingen har utsetts när patienten går hem
      När SÄS skriver ut Astrid den 2024-02-09 kl. 11.00
      Så har Astrid ingen fast vårdkontakt i Samvy
      Och är ärendet för Astrid märkt "utskriven utan fast vårdkontakt" i Samvy

    @id:s97b179f
    Scenariomall: Bara patientens öppenvård utser
      När <enhet> försöker utse en sjuksköterska till fast vårdkontakt för Astrid
      Så nekar Samvy det för Astrid, eftersom enheten är fel för det
      Och har Astrid ingen fast vårdkontakt i Samvy

      Exempel: Andra enheter
        | enhet             |
        | SÄS               |
        | Borås hemsjukvård |

  @krav:AK-INUT-08
  Regel: En befintlig fast vårdkontakt vid enheten får behållas utan nytt val

    @id:s8d3fa2f
    Scenario: Den som var fast vårdkontakt förra gången står kvar
      Givet att VC Borås har utsett en sjuksköterska till fast vårdkontakt för Astrid
      Och att SÄS har skrivit ut Astrid den 2024-02-07 kl. 11.00
      Och att SÄS har avslutat ärendet för Astrid med orsaken "kvittenserna kom per telefon"
      Och att SÄS har skrivit in Astrid i Samvy den 2024-02-20 kl. 08.00
      När VC Borås låter den fasta vårdkontakten för Astrid stå kvar
      Så är en sjuksköterska på VC Borås fast vårdkontakt för Astrid i Samvy

    @id:s20a37f2
    Scenario: Utan tidigare vårdkontakt finns ingen att behålla
      När VC Borås försöker låta den fasta vårdkontakten för Astrid stå kvar
      Så nekar Samvy det för Astrid, eftersom ingen fast vårdkontakt finns sedan tidigare

  @krav:AK-SIP-02
  Regel: Vid utskrivning erbjuds SIP alltid, och patientens ja eller nej dokumenteras

    @id:sd31cd7c
    Scenario: Patienten tackar nej, och svaret står i vårdplaneringen
      När Astrid tackar nej till SIP hos SÄS
      Och SÄS skriver ut Astrid den 2024-02-09 kl. 11.00
      Så visar Samvy att Astrid har tackat nej till SIP
      Och är ärendet för Astrid inte märkt "utskriven utan svar på erbjudandet om SIP" i Samvy

    @id:sb01ff57
    Scenario: Ingen har frågat
      När SÄS skriver ut Astrid den 2024-02-09 kl. 11.00
      Så är ärendet för Astrid märkt "utskriven utan svar på erbjudandet om SIP" i Samvy

  @krav:AK-INUT-10
  Regel: Ett felsänt meddelande går tillbaka till avsändaren med orsak och är inte hanterat

    @id:s4169456
    Scenario: Hemsjukvården återför inskrivningsmeddelandet
      När Borås hemsjukvård återför inskrivningsmeddelandet för Astrid som felsänt med orsaken "bor i Mark"
      Så ser SÄS att Borås hemsjukvård har återfört inskrivningsmeddelandet för Astrid med orsaken "bor i Mark"
      Och är inskrivningsmeddelandet för Astrid återfört som felsänt hos Borås hemsjukvård i Samvy
      Och står det i sändlistan för Astrid att Borås hemsjukvård har felsänt tillbaka

    @id:s86c9168
    Scenario: Det återförda räknas inte som kvitterat när vårdplaneringen ska avslutas
      Givet att Borås hemsjukvård har återfört inskrivningsmeddelandet för Astrid som felsänt med orsaken "bor i Mark"
      Och att VC Borås har kvitterat inskrivningsmeddelandet för Astrid den 2024-02-06 kl. 10.00
      Och att Borås socialtjänst har kvitterat inskrivningsmeddelandet för Astrid den 2024-02-06 kl. 10.10
      Och att SÄS har skrivit ut Astrid den 2024-02-09 kl. 11.00
      Och att VC Borås har kvitterat utskrivningsmeddelandet för Astrid den 2024-02-09 kl. 12.00
      Och att Borås socialtjänst har kvitterat utskrivningsmeddelandet för Astrid den 2024-02-09 kl. 12.10
      När SÄS försöker avsluta ärendet för Astrid
      Så nekar Samvy det för Astrid, eftersom allt inte är kvitterat

    @id:se006a5c
    Scenario: Det som är kvitterat kan inte återföras
      Givet att Borås hemsjukvård har kvitterat inskrivningsmeddelandet för Astrid den 2024-02-06 kl. 10.00
      När Borås hemsjukvård försöker återföra inskrivningsmeddelandet för Astrid som felsänt med orsaken "bor i Mark"
      Så nekar Samvy det för Astrid, eftersom meddelandet redan är kvitterat

  @krav:AK-INUT-11
  Regel: Vidaresändning sker bara inom den egna organisationen och står i sändlistan

    @id:se709387
    Scenario: Vårdcentralen vidaresänder till en annan av regionens vårdcentraler
      När VC Borås vidaresänder inskrivningsmeddelandet för Astrid till VC Mark
      Så har inskrivningsmeddelandet för Astrid nått VC Mark i Samvy
      Och står det i sändlistan för Astrid att VC Borås har vidaresänt till VC Mark

    @id:s9fd45ff
    Scenariomall: Till en annan organisation går det inte
      När <från> försöker vidaresända inskrivningsmeddelandet för Astrid till <till>
      Så nekar Samvy det för Astrid, eftersom mottagaren hör till en annan organisation
      Och har inskrivningsmeddelandet för Astrid inte nått <till> i Samvy

      Exempel: Över en gräns
        | från              | till              |
        | Borås hemsjukvård | Mark hemsjukvård  |
        | Borås hemsjukvård | SÄS               |
        | VC Borås          | Mark socialtjänst |

  @krav:AK-INUT-12
  Regel: En part kan läggas till eller bytas utan att historiken ändras

    @id:sb3fe5f9
    Scenario: Den som byttes ut får inget mer, men har kvar det den fick
      Givet att SÄS har bytt kommunal hälso- och sjukvård för Astrid till Mark hemsjukvård
      Och att läkaren på SÄS har bedömt Astrid som utskrivningsklar den 2024-02-08 kl. 09.30
      När SÄS underrättar om att Astrid är utskrivningsklar den 2024-02-08 kl. 10.00
      Så har underrättelsen om utskrivningsklar för Astrid nått VC Borås i Samvy
      Och har underrättelsen om utskrivningsklar för Astrid inte nått Borås hemsjukvård i Samvy
      Och står Borås hemsjukvård utanför ärendet för Astrid i Samvy
      Och är inskrivningsmeddelandet för Astrid levererat hos Borås hemsjukvård i Samvy

    @id:s9ea10cf
    Scenario: En kommun till läggs till bredvid den första
      När SÄS lägger till Mark hemsjukvård som kommunal hälso- och sjukvård för Astrid
      Och SÄS skickar inskrivningsmeddelande för Astrid den 2024-02-07 kl. 09.00
      Så är Mark hemsjukvård part i ärendet för Astrid i Samvy
      Och är Borås hemsjukvård part i ärendet för Astrid i Samvy
      Och har inskrivningsmeddelandet för Astrid nått Mark hemsjukvård i Samvy

    @id:sf2657b2
    Scenario: Bara vårdenheten byter part
      När Borås hemsjukvård försöker byta kommunal hälso- och sjukvård för Astrid till Mark hemsjukvård
      Så nekar Samvy det för Astrid, eftersom enheten är fel för det
      Och är Borås hemsjukvård part i ärendet för Astrid i Samvy

  @krav:AK-INUT-15
  Regel: Nödvändig information är överförd senast på utskrivningsdagen, annars är det en avvikelse

    @id:s576b3bc
    Scenario: Informationen skickas samma dag
      När SÄS skriver ut Astrid den 2024-02-09 kl. 11.00
      Och SÄS skickar utskrivningsinformation för Astrid med texten "Ny dos från i kväll" den 2024-02-09 kl. 23.59
      Och klockan blir 08.00 den 2024-02-10
      Så har utskrivningsinformationen för Astrid nått Borås hemsjukvård i Samvy
      Och är ärendet för Astrid inte märkt "utskriven utan utskrivningsinformation samma dag" i Samvy

    @id:sbd04706
    Scenario: Informationen kommer en minut in på nästa dag
      När SÄS skriver ut Astrid den 2024-02-09 kl. 11.00
      Och SÄS skickar utskrivningsinformation för Astrid med texten "Ny dos från i kväll" den 2024-02-10 kl. 00.00
      Så har utskrivningsinformationen för Astrid nått Borås hemsjukvård i Samvy
      Och är ärendet för Astrid märkt "utskriven utan utskrivningsinformation samma dag" i Samvy

  @krav:AK-INUT-16
  Regel: Patientens sammanfattning har fast vårdkontakt när uppgiften finns

    @id:s438cd6f
    Scenario: Fast vårdkontakt är utsedd
      Givet att VC Borås har utsett en sjuksköterska till fast vårdkontakt för Astrid
      När SÄS skickar utskrivningsinformation för Astrid med texten "Ny dos från i kväll" den 2024-02-09 kl. 10.00
      Så innehåller utskrivningsinformationen för Astrid i Samvy:
        | uppgift          | värde               |
        | Text             | Ny dos från i kväll |
        | Fast vårdkontakt | ifyllt              |

  @krav:AK-INUT-17
  Regel: En underrättelse enligt LPT räknas som underrättelse om utskrivningsklar

    @id:s6ca590b
    Scenario: Dygnen räknas från underrättelsen
      När läkaren på SÄS underrättar enligt LPT om att Astrid är utskrivningsklar den 2024-02-07 kl. 10.00
      Och SÄS skriver ut Astrid den 2024-02-10 kl. 11.00
      Så har underrättelsen enligt LPT för Astrid nått Borås hemsjukvård i Samvy
      Och visar Samvy 3 dygn som utskrivningsklar för Astrid

  @krav:AK-INUT-18
  Regel: Den som skrivs ut till öppen tvångsvård får en samordnad vårdplan i stället för SIP

    @id:s1e68cd1
    Scenariomall: Vårdformen avgör planen
      När läkaren på SÄS skriver ut Astrid till <vårdform>
      Så är planen efter utskrivningen en samordnad vårdplan för Astrid i Samvy

      Exempel: Båda vårdformerna
        | vårdform                     |
        | öppen psykiatrisk tvångsvård |
        | öppen rättspsykiatrisk vård  |

  @krav:AK-INUT-19
  Regel: En avbruten vårdplanering tar inte emot fler processmeddelanden men går att läsa

    @id:s1db4a29
    Scenario: Efter avbrottet går inget mer iväg
      När SÄS avbryter processen för Astrid med orsaken "flyttad till annat sjukhus"
      Så har meddelandet om avbrott för Astrid nått Borås hemsjukvård i Samvy
      Och är läget för Astrid "Avbruten" i Samvy
      När SÄS försöker skicka inskrivningsmeddelande för Astrid den 2024-02-07 kl. 09.00
      Så nekar Samvy det för Astrid, eftersom ärendets läge inte tillåter det

  @krav:AK-INUT-20
  Regel: Vårdplaneringen avslutas först när patienten är utskriven och allt är kvitterat, eller med orsak

    @id:sb7e08a6
    Scenario: Utskriven, men kvittenser saknas
      Givet att SÄS har skrivit ut Astrid den 2024-02-09 kl. 11.00
      När SÄS försöker avsluta ärendet för Astrid
      Så nekar Samvy det för Astrid, eftersom allt inte är kvitterat
      Och har Astrid ett pågående ärende i Samvy

    @id:s4d98f58
    Scenario: Med orsak går det fast en kvittens saknas
      Givet att SÄS har skrivit ut Astrid den 2024-02-09 kl. 11.00
      När SÄS avslutar ärendet för Astrid med orsaken "kvittenserna kom per telefon"
      Så är läget för Astrid "Avslutad" i Samvy
