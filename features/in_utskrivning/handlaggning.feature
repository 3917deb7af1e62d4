# language: sv
@anvandaracceptans @kanal:api
Egenskap: Handläggningen bredvid processen
  Som personal i slutenvård, öppenvård och kommun
  vill vi kunna utse, byta, återföra, vidaresända och avbryta utan att något går förlorat
  så att rätt enheter planerar hemgången, och det går att se efteråt vad som hände.

  Bakgrund:
    Givet patienten Astrid från Borås
    Och att SÄS har skrivit in Astrid i SAMSA den 2022-02-07 kl. 08.00
    Och att läkaren på SÄS har bedömt att Astrid behöver kommunal hälso- och sjukvård, socialtjänst och regional öppenvård den 2022-02-07 kl. 08.30
    Och att SÄS har skickat inskrivningsmeddelande för Astrid den 2022-02-07 kl. 09.00

  @krav:AK-INUT-07
  Regel: Öppenvården utser fast vårdkontakt före utskrivningen, och utskrivning utan ger en varning

    @id:sf444fc2
    Scenario: Vårdcentralen utser en sjuksköterska
      När VC Borås utser en sjuksköterska till fast vårdkontakt för Astrid
      Och SÄS skriver ut Astrid den 2022-02-10 kl. 11.00
      Så är en sjuksköterska på VC Borås fast vårdkontakt för Astrid i SAMSA
      Och är ärendet för Astrid inte märkt "utskriven utan fast vårdkontakt" i SAMSA

    @id:sdf19577
    Scenario: Ingen har utsetts när patienten går hem
      När SÄS skriver ut Astrid den 2022-02-10 kl. 11.00
      Så har Astrid ingen fast vårdkontakt i SAMSA
      Och är ärendet för Astrid märkt "utskriven utan fast vårdkontakt" i SAMSA

    @id:s4c76975
    Scenariomall: Bara patientens öppenvård utser
      När <enhet> försöker utse en sjuksköterska till fast vårdkontakt för Astrid
      Så nekar SAMSA det för Astrid, eftersom enheten är fel för det
      Och har Astrid ingen fast vårdkontakt i SAMSA

      Exempel: Andra enheter
        | enhet             |
        | SÄS               |
        | Borås hemsjukvård |

  @krav:AK-INUT-08
  Regel: En befintlig fast vårdkontakt vid enheten får behållas utan nytt val

    @id:sbda89c6
    Scenario: Den som var fast vårdkontakt förra gången står kvar
      Givet att VC Borås har utsett en sjuksköterska till fast vårdkontakt för Astrid
      Och att SÄS har skrivit ut Astrid den 2022-02-08 kl. 11.00
      Och att SÄS har avslutat ärendet för Astrid med orsaken "kvittenserna kom per telefon"
      Och att SÄS har skrivit in Astrid i SAMSA den 2022-02-20 kl. 08.00
      När VC Borås låter den fasta vårdkontakten för Astrid stå kvar
      Så är en sjuksköterska på VC Borås fast vårdkontakt för Astrid i SAMSA

    @id:sc047616
    Scenario: Utan tidigare vårdkontakt finns ingen att behålla
      När VC Borås försöker låta den fasta vårdkontakten för Astrid stå kvar
      Så nekar SAMSA det för Astrid, eftersom ingen fast vårdkontakt finns sedan tidigare

  @krav:AK-SIP-02
  Regel: Vid utskrivning erbjuds SIP alltid, och patientens ja eller nej dokumenteras

    @id:s575fb3d
    Scenario: Patienten tackar nej, och svaret står i ärendet
      När Astrid tackar nej till SIP hos SÄS
      Och SÄS skriver ut Astrid den 2022-02-10 kl. 11.00
      Så visar SAMSA att Astrid har tackat nej till SIP
      Och är ärendet för Astrid inte märkt "utskriven utan svar på erbjudandet om SIP" i SAMSA

    @id:s2653a17
    Scenario: Patienten ändrar sig, och det senaste svaret gäller
      Givet att Astrid har tackat nej till SIP hos SÄS
      När Astrid tackar ja till SIP hos VC Borås
      Så visar SAMSA att Astrid har tackat ja till SIP

    @id:sb84d426
    Scenario: Ingen har frågat
      När SÄS skriver ut Astrid den 2022-02-10 kl. 11.00
      Så är ärendet för Astrid märkt "utskriven utan svar på erbjudandet om SIP" i SAMSA

  @krav:AK-INUT-10
  Regel: Ett felsänt meddelande går tillbaka till avsändaren med orsak och är inte hanterat

    @id:s4c9c70f
    Scenario: Hemsjukvården återför inskrivningsmeddelandet
      När Borås hemsjukvård återför inskrivningsmeddelandet för Astrid som felsänt med orsaken "bor i Mark"
      Så ser SÄS att Borås hemsjukvård har återfört inskrivningsmeddelandet för Astrid med orsaken "bor i Mark"
      Och är inskrivningsmeddelandet för Astrid återfört som felsänt hos Borås hemsjukvård i SAMSA
      Och står det i sändlistan för Astrid att Borås hemsjukvård har felsänt tillbaka

    @id:s640219b
    Scenario: Det återförda räknas inte som kvitterat när ärendet ska avslutas
      Givet att Borås hemsjukvård har återfört inskrivningsmeddelandet för Astrid som felsänt med orsaken "bor i Mark"
      Och att VC Borås har kvitterat inskrivningsmeddelandet för Astrid den 2022-02-07 kl. 10.00
      Och att Borås socialtjänst har kvitterat inskrivningsmeddelandet för Astrid den 2022-02-07 kl. 10.10
      Och att SÄS har skrivit ut Astrid den 2022-02-10 kl. 11.00
      Och att VC Borås har kvitterat utskrivningsmeddelandet för Astrid den 2022-02-10 kl. 12.00
      Och att Borås socialtjänst har kvitterat utskrivningsmeddelandet för Astrid den 2022-02-10 kl. 12.10
      När SÄS försöker avsluta ärendet för Astrid
      Så nekar SAMSA det för Astrid, eftersom allt inte är kvitterat

    @id:sc31b71d
    Scenario: Det som är kvitterat kan inte återföras
      Givet att Borås hemsjukvård har kvitterat inskrivningsmeddelandet för Astrid den 2022-02-07 kl. 10.00
      När Borås hemsjukvård försöker återföra inskrivningsmeddelandet för Astrid som felsänt med orsaken "bor i Mark"
      Så nekar SAMSA det för Astrid, eftersom meddelandet redan är kvitterat
      Och är inskrivningsmeddelandet för Astrid kvitterat hos Borås hemsjukvård i SAMSA

  @krav:AK-INUT-11
  Regel: Vidaresändning sker bara inom den egna organisationen och står i sändlistan

    @id:se6a330f
    Scenario: Vårdcentralen vidaresänder till en annan av regionens vårdcentraler
      När VC Borås vidaresänder inskrivningsmeddelandet för Astrid till VC Mark
      Så har inskrivningsmeddelandet för Astrid nått VC Mark i SAMSA
      Och står det i sändlistan för Astrid att VC Borås har vidaresänt till VC Mark

    @id:sef14cfe
    Scenariomall: Till en annan organisation går det inte
      När <från> försöker vidaresända inskrivningsmeddelandet för Astrid till <till>
      Så nekar SAMSA det för Astrid, eftersom mottagaren hör till en annan organisation
      Och har inskrivningsmeddelandet för Astrid inte nått <till> i SAMSA

      Exempel: Över en gräns
        | från              | till              |
        | Borås hemsjukvård | Mark hemsjukvård  |
        | Borås hemsjukvård | SÄS               |
        | VC Borås          | Mark socialtjänst |

  @krav:AK-INUT-12
  Regel: En part kan läggas till eller bytas utan att historiken ändras

    @id:sabcc1b1
    Scenario: Hemsjukvården byts till en annan kommuns
      När SÄS byter kommunal hälso- och sjukvård för Astrid till Mark hemsjukvård
      Och SÄS skickar inskrivningsmeddelande för Astrid den 2022-02-08 kl. 09.00
      Så är Mark hemsjukvård part i ärendet för Astrid i SAMSA
      Och står Borås hemsjukvård utanför ärendet för Astrid i SAMSA
      Och har inskrivningsmeddelandet för Astrid nått Mark hemsjukvård i SAMSA

    @id:sa3fac98
    Scenario: Den som byttes ut får inget mer, men har kvar det den fick
      Givet att SÄS har bytt kommunal hälso- och sjukvård för Astrid till Mark hemsjukvård
      Och att läkaren på SÄS har bedömt Astrid som utskrivningsklar den 2022-02-09 kl. 09.30
      När SÄS underrättar om att Astrid är utskrivningsklar den 2022-02-09 kl. 10.00
      Så har underrättelsen om utskrivningsklar för Astrid nått VC Borås i SAMSA
      Och har underrättelsen om utskrivningsklar för Astrid inte nått Borås hemsjukvård i SAMSA
      Och är inskrivningsmeddelandet för Astrid levererat hos Borås hemsjukvård i SAMSA

    @id:se9c7d6e
    Scenario: En kommun till läggs till bredvid den första
      När SÄS lägger till Mark hemsjukvård som kommunal hälso- och sjukvård för Astrid
      Och SÄS skickar inskrivningsmeddelande för Astrid den 2022-02-08 kl. 09.00
      Så är Mark hemsjukvård part i ärendet för Astrid i SAMSA
      Och är Borås hemsjukvård part i ärendet för Astrid i SAMSA
      Och har inskrivningsmeddelandet för Astrid nått Mark hemsjukvård i SAMSA

    @id:s1bdbfc0
    Scenario: Bara slutenvården byter part
      När Borås hemsjukvård försöker byta kommunal hälso- och sjukvård för Astrid till Mark hemsjukvård
      Så nekar SAMSA det för Astrid, eftersom enheten är fel för det
      Och är Borås hemsjukvård part i ärendet för Astrid i SAMSA

  @krav:AK-INUT-15
  Regel: Nödvändig information är överförd senast på utskrivningsdagen, annars är det en avvikelse

    @id:s2fcfe43
    Scenario: Informationen skickas samma dag
      När SÄS skriver ut Astrid den 2022-02-10 kl. 11.00
      Och SÄS skickar utskrivningsinformation för Astrid med texten "Ny dos från i kväll" den 2022-02-10 kl. 23.59
      Och klockan blir 08.00 den 2022-02-11
      Så har utskrivningsinformationen för Astrid nått Borås hemsjukvård i SAMSA
      Och är ärendet för Astrid inte märkt "utskriven utan utskrivningsinformation samma dag" i SAMSA

    @id:s3793190
    Scenario: Informationen kommer en minut in på nästa dag
      När SÄS skriver ut Astrid den 2022-02-10 kl. 11.00
      Och SÄS skickar utskrivningsinformation för Astrid med texten "Ny dos från i kväll" den 2022-02-11 kl. 00.00
      Så har utskrivningsinformationen för Astrid nått Borås hemsjukvård i SAMSA
      Och är ärendet för Astrid märkt "utskriven utan utskrivningsinformation samma dag" i SAMSA

    @id:sa8b6100
    Scenario: Kommunen kan inte skicka den i slutenvårdens ställe
      När Borås hemsjukvård försöker skicka utskrivningsinformation för Astrid med texten "Ny dos" den 2022-02-10 kl. 12.00
      Så nekar SAMSA det för Astrid, eftersom enheten är fel för det

  @krav:AK-INUT-16
  Regel: Patientens sammanfattning har fast vårdkontakt och befintliga planer när uppgifterna finns

    @id:s032654c
    Scenario: Fast vårdkontakt är utsedd
      Givet att VC Borås har utsett en sjuksköterska till fast vårdkontakt för Astrid
      När SÄS skickar utskrivningsinformation för Astrid med texten "Ny dos från i kväll" den 2022-02-10 kl. 10.00
      Så innehåller utskrivningsinformationen för Astrid i SAMSA:
        | uppgift          | värde               |
        | Text             | Ny dos från i kväll |
        | Fast vårdkontakt | ifyllt              |

    @id:s3994a92
    Scenario: Uppgiften finns inte än
      När SÄS skickar utskrivningsinformation för Astrid med texten "Ny dos från i kväll" den 2022-02-10 kl. 10.00
      Så innehåller utskrivningsinformationen för Astrid i SAMSA:
        | uppgift          | värde               |
        | Text             | Ny dos från i kväll |
        | Fast vårdkontakt | saknas              |

  @krav:AK-INUT-17
  Regel: En underrättelse enligt LPT räknas som underrättelse om utskrivningsklar

    @id:s0dfd49a
    Scenario: Dygnen räknas från underrättelsen
      När läkaren på SÄS underrättar enligt LPT om att Astrid är utskrivningsklar den 2022-02-08 kl. 10.00
      Och SÄS skriver ut Astrid den 2022-02-11 kl. 11.00
      Så har underrättelsen enligt LPT för Astrid nått Borås hemsjukvård i SAMSA
      Och visar SAMSA 3 dygn som utskrivningsklar för Astrid

  @krav:AK-INUT-18
  Regel: Den som skrivs ut till öppen tvångsvård får en samordnad vårdplan i stället för SIP

    @id:sdf7f40d
    Scenariomall: Vårdformen avgör planen
      När läkaren på SÄS skriver ut Astrid till <vårdform>
      Så är planen efter utskrivningen en samordnad vårdplan för Astrid i SAMSA

      Exempel: Båda vårdformerna
        | vårdform                     |
        | öppen psykiatrisk tvångsvård |
        | öppen rättspsykiatrisk vård  |

    @id:s18ef90f
    Scenario: Utan tvångsvård är det en SIP
      När SÄS skriver ut Astrid den 2022-02-10 kl. 11.00
      Så är planen efter utskrivningen en SIP för Astrid i SAMSA

  @krav:AK-INUT-19
  Regel: Ett avbrutet ärende tar inte emot fler processmeddelanden men går att läsa

    @id:sd00cbc6
    Scenario: Efter avbrottet går inget mer iväg
      När SÄS avbryter processen för Astrid med orsaken "flyttad till annat sjukhus"
      Så har meddelandet om avbrott för Astrid nått Borås hemsjukvård i SAMSA
      Och är läget för Astrid "Avbruten" i SAMSA
      När SÄS försöker skicka inskrivningsmeddelande för Astrid den 2022-02-08 kl. 09.00
      Så nekar SAMSA det för Astrid, eftersom ärendets läge inte tillåter det

    @id:se956043
    Scenario: Det som redan var skickat går att läsa
      Givet att SÄS har avbrutit processen för Astrid med orsaken "flyttad till annat sjukhus"
      När Borås hemsjukvård öppnar inskrivningsmeddelandet för Astrid
      Så har inskrivningsmeddelandet för Astrid nått Borås hemsjukvård i SAMSA
      Och har Astrid inget pågående ärende i SAMSA

  @krav:AK-INUT-20
  Regel: Ärendet avslutas först när patienten är utskriven och allt är kvitterat, eller med orsak

    @id:s0f12ba5
    Scenario: Före utskrivningen går det inte
      När SÄS försöker avsluta ärendet för Astrid
      Så nekar SAMSA det för Astrid, eftersom allt inte är kvitterat
      Och har Astrid ett pågående ärende i SAMSA

    @id:s2bb0357
    Scenario: Utskriven, men en kvittens saknas
      Givet att SÄS har skrivit ut Astrid den 2022-02-10 kl. 11.00
      När SÄS försöker avsluta ärendet för Astrid
      Så nekar SAMSA det för Astrid, eftersom allt inte är kvitterat
      Och har Astrid ett pågående ärende i SAMSA

    @id:s0269779
    Scenario: När alla har kvitterat går det
      Givet att Borås hemsjukvård har kvitterat inskrivningsmeddelandet för Astrid den 2022-02-07 kl. 10.00
      Och att VC Borås har kvitterat inskrivningsmeddelandet för Astrid den 2022-02-07 kl. 10.05
      Och att Borås socialtjänst har kvitterat inskrivningsmeddelandet för Astrid den 2022-02-07 kl. 10.10
      Och att SÄS har skrivit ut Astrid den 2022-02-10 kl. 11.00
      Och att Borås hemsjukvård har kvitterat utskrivningsmeddelandet för Astrid den 2022-02-10 kl. 11.30
      Och att VC Borås har kvitterat utskrivningsmeddelandet för Astrid den 2022-02-10 kl. 11.35
      Och att Borås socialtjänst har kvitterat utskrivningsmeddelandet för Astrid den 2022-02-10 kl. 12.10
      När SÄS avslutar ärendet för Astrid
      Så är läget för Astrid "Avslutad" i SAMSA

    @id:s9f09a92
    Scenario: Med orsak går det fast en kvittens saknas
      Givet att SÄS har skrivit ut Astrid den 2022-02-10 kl. 11.00
      När SÄS avslutar ärendet för Astrid med orsaken "kvittenserna kom per telefon"
      Så är läget för Astrid "Avslutad" i SAMSA
