# language: sv
@kanal:api
Egenskap: Avvikelser i samverkan
  Som den som arbetar med att förbättra samverkan
  vill jag att det som inte följer lag och överenskommelser blir synligt i avvikelsesystemet
  så att vi rättar det som brister, och inte letar syndabockar.

  # Avvikelsesystemet (som MedControl PRO) finns kvar; Millennium ersätter det inte utan kan exportera till det.
  # Vilka brister som rapporteras automatiskt, och hur allvarliga de är, är antaganden.

  Bakgrund:
    Givet patienten Astrid från Borås
    Och att SÄS har skrivit in Astrid i Samvy den 2024-02-06 kl. 08.00
    Och att läkaren på SÄS har bedömt att Astrid behöver kommunal hälso- och sjukvård och regional öppenvård den 2024-02-06 kl. 08.00

  @anvandaracceptans @krav:AK-AVV-01
  Regel: En avvikelse kan börja i ett meddelande, och är då ifylld med ärende, motpart, tid och brist

    @id:s237e435
    Scenariomall: Den som har fått meddelandet rapporterar avsändaren
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. <kl>
      När <enhet> rapporterar en avvikelse om inskrivningsmeddelandet för Astrid med texten "Vi visste inget om läkemedlen."
      Så gäller avvikelsen "<brist>" för Astrid SÄS, som det var den <dag> kl. <kl>

      Exempel: Sent och i tid
        | enhet             | dag        | kl    | brist                       |
        | Borås hemsjukvård | 2024-02-07 | 09.30 | sent inskrivningsmeddelande |
        | Borås hemsjukvård | 2024-02-06 | 09.00 | utebliven kvittens          |
        | VC Borås          | 2024-02-06 | 09.00 | utebliven kvittens          |

    @id:s40ffe5a
    Scenario: Avsändaren rapporterar den som inte har kvitterat
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      Och att VC Borås har kvitterat inskrivningsmeddelandet för Astrid den 2024-02-06 kl. 10.00
      När SÄS rapporterar en avvikelse om inskrivningsmeddelandet för Astrid med texten "Ingen kvittens efter två dygn."
      Så gäller avvikelsen "utebliven kvittens" för Astrid Borås hemsjukvård, som det var den 2024-02-06 kl. 09.00

    @id:s805f325
    Scenario: Ett meddelande som kom fel föreslås som fel mottagare
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      Och att Borås hemsjukvård har återfört inskrivningsmeddelandet för Astrid som felsänt med orsaken "bor i Mark"
      När Borås hemsjukvård rapporterar en avvikelse om inskrivningsmeddelandet för Astrid med texten "Meddelandet skulle till Mark."
      Så gäller avvikelsen "fel mottagare" för Astrid SÄS, som det var den 2024-02-06 kl. 09.00

    @id:sde20768
    Scenario: Den som står utanför vårdplaneringen rapporterar inte i den
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      När Mark hemsjukvård försöker rapportera en avvikelse om inskrivningsmeddelandet för Astrid med texten "Vi fick inget."
      Så nekar Samvy det för Astrid, eftersom enheten är fel för det

  @oberoende @krav:AK-AVV-02
  Regel: Rapporten exporteras till avvikelsesystemet, som Millennium inte ersätter

    @id:s26ac163
    Scenario: Rapporten når avvikelsesystemet
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      När Borås hemsjukvård rapporterar avvikelsen "uppgift saknas" om inskrivningsmeddelandet för Astrid med texten "Vi visste inget om läkemedlen."
      Så har SÄS avvikelsen "uppgift saknas" för Astrid en gång i avvikelsesystemet
      Och har Borås hemsjukvård avvikelsen "uppgift saknas" för Astrid en gång i avvikelsesystemet

  @teknisk_acceptans @krav:AK-INT-14
  Regel: Exporten till avvikelsesystemet tål det som händer på vägen

    @krav:AK-AVV-02
    @id:s69811cf
    Scenario: Rapporten som kommer två gånger är en avvikelse
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      Och att meddelanden från Samvy till Avvikelsesystemet kommer två gånger
      När Borås hemsjukvård rapporterar avvikelsen "uppgift saknas" om inskrivningsmeddelandet för Astrid med texten "Vi visste inget om läkemedlen."
      Och klockan blir 12.00 den 2024-02-08
      Så har SÄS avvikelsen "uppgift saknas" för Astrid en gång i avvikelsesystemet

    @krav:AK-AVV-02 @krav:AK-DRI-05
    @id:s10a3935
    Scenario: Rapporten väntar medan förbindelsen är bruten
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      När förbindelsen från Samvy till Avvikelsesystemet bryts
      Och Borås hemsjukvård rapporterar avvikelsen "uppgift saknas" om inskrivningsmeddelandet för Astrid med texten "Vi visste inget om läkemedlen."
      Så väntar ett meddelande från Samvy till Avvikelsesystemet
      Och saknar SÄS avvikelsen "uppgift saknas" för Astrid i avvikelsesystemet
      När förbindelsen från Samvy till Avvikelsesystemet är hel igen
      Och klockan blir 12.00 den 2024-02-08
      Så har SÄS avvikelsen "uppgift saknas" för Astrid en gång i avvikelsesystemet

  @oberoende @krav:AK-AVV-03
  Regel: Bara det som gäller en patient rapporteras från Samvy

    @id:s2997d93
    Scenario: Det som inte gäller en patient hör till avvikelsesystemet
      När SÄS försöker rapportera en avvikelse utan patient med texten "Telefonen till hemsjukvården var avstängd."
      Så hänvisas SÄS från Samvy till avvikelsesystemet, eftersom det inte gäller någon patient
      När SÄS rapporterar i avvikelsesystemet om Borås hemsjukvård med texten "Telefonen till hemsjukvården var avstängd."
      Så har SÄS rapporten "Telefonen till hemsjukvården var avstängd." om Borås hemsjukvård i avvikelsesystemet

  @oberoende @krav:AK-AVV-04
  Regel: Samvy rapporterar själv sent inskrivningsmeddelande, utebliven information och sen SIP-kallelse

    @krav:AK-INUT-02
    @id:s6bd9735
    Scenario: Inskrivningsmeddelandet kommer på minuten i tid
      När SÄS skickar inskrivningsmeddelande för Astrid den 2024-02-07 kl. 08.00
      Så har Samvy inte rapporterat "sent inskrivningsmeddelande" för Astrid

    @krav:AK-INUT-02
    @id:s0fe6bdb
    Scenario: Inskrivningsmeddelandet kommer en minut för sent
      När SÄS skickar inskrivningsmeddelande för Astrid den 2024-02-07 kl. 08.01
      Så har Samvy själv rapporterat "sent inskrivningsmeddelande" för Astrid

    @krav:AK-INUT-15
    @id:s28b7e96
    Scenario: Informationen kommer före midnatt
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      Och att SÄS har skrivit ut Astrid den 2024-02-09 kl. 11.00
      När SÄS skickar utskrivningsinformation för Astrid med texten "Ny dos Waran" den 2024-02-09 kl. 23.59
      Och klockan blir 08.00 den 2024-02-12
      Så har Samvy inte rapporterat "utebliven utskrivningsinformation" för Astrid

    @krav:AK-INUT-15
    @id:scb09d66
    Scenario: Informationen kommer dagen efter
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      Och att SÄS har skrivit ut Astrid den 2024-02-09 kl. 11.00
      När SÄS skickar utskrivningsinformation för Astrid med texten "Ny dos Waran" den 2024-02-10 kl. 00.01
      Så har Samvy själv rapporterat "utebliven utskrivningsinformation" för Astrid

    @krav:AK-INUT-15
    @id:s2f2f081
    Scenario: Den som aldrig får informationen får en rapport, inte en om dagen
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      Och att SÄS har skrivit ut Astrid den 2024-02-09 kl. 11.00
      När klockan blir 08.00 den 2024-02-16
      Så har Samvy själv rapporterat "utebliven utskrivningsinformation" för Astrid

  @anvandaracceptans @krav:AK-AVV-05
  Regel: Avvikelsen beskriver vad som hänt, inte vem som gjort det

    @id:sbfd482c
    Scenario: En beskrivning som pekar ut någon tas inte emot i Samvy
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      När Borås hemsjukvård försöker rapportera en avvikelse om inskrivningsmeddelandet för Astrid med texten "Melvin Dahlberg glömde läkemedlen."
      Så nekar Samvy det för Astrid, eftersom beskrivningen nämner en medarbetare

    @id:s1ea9f1b
    Scenario: En beskrivning som pekar ut någon tas inte emot i avvikelsesystemet
      När VC Borås försöker rapportera i avvikelsesystemet om SÄS med texten "Melvin Dahlberg svarade inte."
      Så nekas VC Borås i avvikelsesystemet, eftersom beskrivningen nämner en medarbetare

    @id:s985e28c
    Scenario: Rapporten säger vad, och ingen står med namn i den
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      När Borås hemsjukvård rapporterar en avvikelse om inskrivningsmeddelandet för Astrid med texten "Läkemedlen saknades."
      Och SÄS rapporterar i avvikelsesystemet om Borås hemsjukvård med texten "Svaret dröjde två dagar."
      Så nämner avvikelserna hos SÄS ingen medarbetare

  @oberoende @krav:AK-AVV-06
  Regel: Allvarliga avvikelser listas i prioriterad ordning

    @id:s7e4c474
    Scenario: Den lindrigare hände först, den allvarligare står överst i Samvy
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      Och att Borås hemsjukvård har rapporterat avvikelsen "uppgift saknas" om inskrivningsmeddelandet för Astrid med texten "Läkemedlen saknades."
      Och att Borås hemsjukvård har återfört inskrivningsmeddelandet för Astrid som felsänt med orsaken "bor i Mark"
      När Borås hemsjukvård rapporterar avvikelsen "fel mottagare" om inskrivningsmeddelandet för Astrid med texten "Meddelandet skulle till Mark."
      Så listas avvikelserna hos SÄS i Samvy med de allvarligaste först

    @id:s3992cd4
    Scenario: Den allvarligare står överst i avvikelsesystemet
      Givet att VC Borås har rapporterat i avvikelsesystemet om SÄS med texten "Svaret dröjde två dagar."
      När VC Borås rapporterar en allvarlig avvikelse i avvikelsesystemet om SÄS med texten "Fel läkemedelslista följde med."
      Så listas avvikelserna hos SÄS i avvikelsesystemet med de allvarligaste först

  @anvandaracceptans @krav:AK-AVV-07
  Regel: Den som har SITHS-kort rapporterar, i kommun, region och hos privat vårdgivare

    @id:s155d875
    Scenariomall: Rapporten kommer fram från varje huvudman
      När <enhet> rapporterar i avvikelsesystemet om SÄS med texten "Svaret dröjde två dagar."
      Så har <enhet> rapporten "Svaret dröjde två dagar." om SÄS i avvikelsesystemet
      Och har SÄS rapporten "Svaret dröjde två dagar." om SÄS i avvikelsesystemet

      Exempel: Kommun, region och privat
        | enhet              |
        | Borås hemsjukvård  |
        | Borås socialtjänst |
        | VC Borås           |
        | Cityläkarna Borås  |

    @id:s47f935d
    Scenario: Utan rätt legitimeringskod kommer ingen in
      När Borås hemsjukvård försöker rapportera i avvikelsesystemet om SÄS med fel legitimeringskod
      Så nekas Borås hemsjukvård i avvikelsesystemet, eftersom legitimeringskoden är fel

  @oberoende @krav:AK-AVV-08
  Regel: En avvikelse som beror på skillnad mellan systemen märks samexistens

    @krav:AK-DRI-03 @krav:AK-DRI-07
    @id:s0354db4
    Scenario: Det som registrerades efteråt är märkt
      Givet att klockan är 10.00 den 2024-02-09
      När SÄS efterregistrerar inskrivningsmeddelandet för Astrid, som lämnades med reservrutin den 2024-02-08 kl. 09.00
      Så är avvikelsen "sent inskrivningsmeddelande" för Astrid märkt samexistens

    @id:s2192a70
    Scenario: Den som bara har sitt ärende i Samvy är inte märkt
      Givet att SÄS har skickat inskrivningsmeddelande för Astrid den 2024-02-06 kl. 09.00
      När Borås hemsjukvård rapporterar avvikelsen "uppgift saknas" om inskrivningsmeddelandet för Astrid med texten "Läkemedlen saknades."
      Så är avvikelsen "uppgift saknas" för Astrid inte märkt samexistens
