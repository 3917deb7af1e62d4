# language: sv
@kanal:api
Egenskap: Koppling av identiteter i personuppgiftstjänsten
  Som den som får veta vem en patient är
  vill jag koppla hennes reservnummer till den hon är
  så att alla som frågar får veta det, och så att ett misstag kan rättas.

  # En koppling slår inte samman några journaler: det görs i SAMSA och Samvy.

  @oberoende @krav:AK-RES-18
  Regel: En kedja av kopplade identiteter har exakt en huvudidentitet

    @id:s2cce787
    Scenariomall: Ett reservnummer kopplas till den patienten är
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett <slag> för Okänd från Borås
      När SÄS kopplar Okänd till Astrid
      Så är Astrid huvudidentitet för Okänd
      Och är Astrid huvudidentitet för Astrid

      Exempel: Båda slagen av reservnummer
        | slag                    |
        | nationellt reservnummer |
        | VGR-reservnummer        |

    @id:s72cad95
    Scenario: En kedja av tre
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett VGR-reservnummer för Okänd från Borås
      Och att SÄS har tagit ut ett nationellt reservnummer för Namnlös från Borås
      Och att SÄS har kopplat Okänd till Namnlös
      När SÄS kopplar Namnlös till Astrid
      Så är Astrid huvudidentitet för Okänd
      Och är Astrid huvudidentitet för Namnlös

    @id:sb0554ea
    Scenario: Den som inte är kopplad är sin egen
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      När SÄS tar ut ett nationellt reservnummer för Okänd från Borås
      Så är Okänd huvudidentitet för Okänd

    @id:s3a8b448
    Scenario: Två lokala reservnummer kopplas inte direkt
      Givet att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett VGR-reservnummer för Okänd från Borås
      Och att SÄS har tagit ut ett VGR-reservnummer för Namnlös från Borås
      När SÄS försöker koppla Okänd till Namnlös
      Så nekar personuppgiftstjänsten SÄS det, eftersom lokala reservnummer bara kopplas genom ett nationellt
      Och är Okänd huvudidentitet för Okänd

    @id:s874f795
    Scenario: En identitet kopplas inte två gånger
      Givet patienten Astrid från Borås
      Och patienten Bertil från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      Och att SÄS har kopplat Okänd till Astrid
      När SÄS försöker koppla Okänd till Bertil
      Så nekar personuppgiftstjänsten SÄS det, eftersom den redan är kopplad
      Och är Astrid huvudidentitet för Okänd

  @oberoende @krav:AK-RES-21
  Regel: Den som kopplar har behörig roll, och patientens identitet är säkerställd

    @id:s1919307
    Scenariomall: Behöriga roller
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      När <enhet> kopplar Okänd till Astrid med rollen <roll>
      Så är Astrid huvudidentitet för Okänd

      Exempel: Hälso- och sjukvård
        | roll          | enhet             |
        | läkare        | SÄS               |
        | sjuksköterska | SÄS               |
        | sjuksköterska | Borås hemsjukvård |

    @id:sf9825b7
    Scenario: En biståndshandläggare kopplar inte identiteter
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      När Borås socialtjänst försöker koppla Okänd till Astrid med rollen biståndshandläggare
      Så nekar personuppgiftstjänsten Borås socialtjänst det, eftersom rollen saknar behörighet
      Och är Okänd huvudidentitet för Okänd

    @id:s9ce71ff
    Scenario: Utan säkerställd identitet avslås det
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      När SÄS försöker koppla Okänd till Astrid utan säkerställd identitet
      Så nekar personuppgiftstjänsten SÄS det, eftersom patientens identitet inte är säkerställd
      Och är Okänd huvudidentitet för Okänd

  @anvandaracceptans @krav:AK-RES-14
  Regel: En felaktig koppling kan tas isär, och då är allt som förut

    @id:s6d938d9
    Scenariomall: Fel patient
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett <slag> för Okänd från Borås
      Och att SÄS har kopplat Okänd till Astrid
      När SÄS tar isär kopplingen av Okänd till Astrid
      Så är Okänd huvudidentitet för Okänd
      Och visar personuppgiftstjänsten Okänd med egna uppgifter
      Och visar personuppgiftstjänsten Astrid med egna uppgifter

      Exempel: Båda slagen av reservnummer
        | slag                    |
        | nationellt reservnummer |
        | VGR-reservnummer        |

    @id:sdd9f08e
    Scenario: Det som inte är kopplat kan inte tas isär
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      När SÄS försöker ta isär kopplingen av Okänd till Astrid
      Så nekar personuppgiftstjänsten SÄS det, eftersom identiteterna inte är kopplade
      Och visar personuppgiftstjänsten Okänd med egna uppgifter

  @anvandaracceptans @krav:AK-RES-22
  Regel: Den som har skydd visas med skydd också under sitt reservnummer

    @id:sc182fb7
    Scenario: Skyddet gäller det kopplade reservnumret
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att Astrid har fått skyddad folkbokföring
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      När SÄS kopplar Okänd till Astrid
      Så visar personuppgiftstjänsten Okänd skyddad och utan adress
      Och visar personuppgiftstjänsten Astrid skyddad och utan adress

    @id:s7d1bc1c
    Scenario: Skyddet gäller också när det kommer efter kopplingen
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      Och att SÄS har kopplat Okänd till Astrid
      När Astrid får skyddad folkbokföring
      Så visar personuppgiftstjänsten Okänd skyddad och utan adress

    @id:s2683f9f
    Scenario: När kopplingen tas isär följer skyddet inte med
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att Astrid har fått skyddad folkbokföring
      Och att SÄS har tagit ut ett nationellt reservnummer för Okänd från Borås
      Och att SÄS har kopplat Okänd till Astrid
      När SÄS tar isär kopplingen av Okänd till Astrid
      Så visar personuppgiftstjänsten Okänd utan skydd
      Och visar personuppgiftstjänsten Astrid skyddad och utan adress

  @oberoende @krav:AK-RES-16
  Regel: Samma nummer är samma person bara om födelsedag och namn också stämmer

    @id:s4ed25d7
    Scenario: Allt stämmer
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      När Borås hemsjukvård anger numret för Astrid som personnummer i personuppgiftstjänsten
      Så känner personuppgiftstjänsten igen Astrid

    @id:s00c413a
    Scenario: Numret är en annans
      Givet patienten Astrid från Borås
      Och patienten Bertil från Borås
      Och att klockan är 08.00 den 2022-05-10
      När Borås hemsjukvård anger numret för Astrid med namn och födelsedag för Bertil i personuppgiftstjänsten
      Så stoppar personuppgiftstjänsten numret för Astrid

  @oberoende @krav:AK-RES-15 @krav:AK-RES-16 @krav:AK-INT-15
  Regel: Kommunens eget reservnummer som redan är en annans stoppas och flaggas

    @id:se49ab8a
    Scenario: Samma nummer, en annan patient
      Givet att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett VGR-reservnummer för Bertil från Borås
      Och att Borås hemsjukvård har skapat ett eget reservnummer för Egon från Borås
      När Borås hemsjukvård anger numret för Egon som VGR-reservnummer i personuppgiftstjänsten
      Så stoppar personuppgiftstjänsten numret för Egon
      Och ser SÄS i personuppgiftstjänsten att numret för Egon är en annans

    @id:s8c4f821
    Scenario: Ett nummer som ingen annan har stoppas inte
      Givet att klockan är 08.00 den 2022-05-10
      Och att SÄS har tagit ut ett VGR-reservnummer för Astrid från Borås
      Och att Borås hemsjukvård har skapat ett eget reservnummer för Egon från Borås
      När Borås hemsjukvård anger numret för Egon som VGR-reservnummer i personuppgiftstjänsten
      Så har ingen det nummer som angavs för Egon
      Och ser SÄS i personuppgiftstjänsten ingen krock om Egon

    @id:sc8552a0
    Scenario: Bara en kommun skapar egna reservnummer
      Givet att klockan är 08.00 den 2022-05-10
      När SÄS försöker skapa ett eget reservnummer för Egon från Borås
      Så nekar kommunens system SÄS det, eftersom enheten inte är kommunens

  @oberoende @krav:AK-RES-17
  Regel: Identiteter länkas automatiskt bara om de hänvisar till varandra och exakt en är i bruk

    @id:s6456728
    Scenario: Ett samordningsnummer byts mot ett personnummer
      Givet Tomasz ur personkatalogen
      Och att klockan är 08.00 den 2022-05-10
      När Tomasz får personnummer som Tomas, och numren hänvisar till varandra
      Så är Tomas huvudidentitet för Tomasz

    @id:s2808c89
    Scenariomall: Annars länkas de inte
      Givet Tomasz ur personkatalogen
      Och att klockan är 08.00 den 2022-05-10
      När Tomasz får personnummer som Tomas, <hur>
      Så är Tomasz huvudidentitet för Tomasz
      Och är Tomas huvudidentitet för Tomas

      Exempel: Hänvisning åt bara ett håll
        | hur                                             |
        | men bara det nya numret hänvisar till det gamla |
        | men bara det gamla numret hänvisar till det nya |

      Exempel: Båda numren är i bruk
        | hur                                        |
        | men det gamla numret är fortfarande i bruk |
