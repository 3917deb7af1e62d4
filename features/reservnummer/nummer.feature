# language: sv
@oberoende @kanal:api
Egenskap: Nummer som personuppgiftstjänsten godtar
  Som den som registrerar en patient
  vill jag få veta genast om ett nummer är fel skrivet
  så att ingen journal öppnas på ett nummer som inte finns.

  # Numren är publicerade exempel, eller sådana som ingen levande person kan ha.

  @krav:AK-RES-01
  Regel: Ett VGR-reservnummer har datum, könsbokstav, löpnummer och kontrollsiffra som stämmer

    @id:s1b06c5e
    Scenariomall: Ett rätt skrivet VGR-reservnummer godtas
      Givet att klockan är 08.00 den 2022-05-10
      När SÄS anger VGR-reservnummer "<nummer>" i personuppgiftstjänsten
      Så godtar personuppgiftstjänsten "<nummer>"

      Exempel: Skottdag, och född på 2000-talet
        | nummer       |
        | 18960229K066 |
        | 20210325K069 |

      Exempel: Första och sista löpnumret för kvinna, man och okänt kön
        | nummer       |
        | 18950314K063 |
        | 18950314K782 |
        | 18950314M077 |
        | 18950314M796 |
        | 18950314X802 |
        | 18950314X893 |

    @id:sbb227a8
    Scenariomall: Ett felskrivet VGR-reservnummer avvisas
      Givet att klockan är 08.00 den 2022-05-10
      När SÄS anger VGR-reservnummer "<nummer>" i personuppgiftstjänsten
      Så nekar personuppgiftstjänsten SÄS det, eftersom <skäl>

      Exempel: Datumet finns inte
        | nummer       | skäl                     |
        | 18950229K067 | numrets datum inte finns |

      Exempel: Löpnumret är ett för lågt eller ett för högt för sitt kön
        | nummer       | skäl                     |
        | 18950314K048 | numrets löpnummer är fel |
        | 18950314M812 | numrets löpnummer är fel |
        | 18950314X794 | numrets löpnummer är fel |
        | 18950314X901 | numrets löpnummer är fel |

      Exempel: Bokstaven är det andra könets
        | nummer       | skäl                       |
        | 18950314K113 | numrets könsbokstav är fel |
        | 18950314M101 | numrets könsbokstav är fel |

      Exempel: Kontrollsiffran är en annan
        | nummer       | skäl                          |
        | 18950314K064 | numrets kontrollsiffra är fel |

  @krav:AK-RES-02
  Regel: Kontrollsiffran räknas utan århundradet

    @id:s2044192
    Scenariomall: Den rättade kontrollsiffran godtas
      Givet att klockan är 08.00 den 2022-05-10
      När Borås hemsjukvård anger VGR-reservnummer "<nummer>" i personuppgiftstjänsten
      Så godtar personuppgiftstjänsten "<nummer>"

      Exempel: Den rättade utgåvan
        | nummer       |
        | 19810829M071 |
        | 19450829K088 |
        | 19930829X802 |

    @id:se2f68fb
    Scenariomall: Den äldre kontrollsiffran avvisas
      Givet att klockan är 08.00 den 2022-05-10
      När Borås hemsjukvård anger VGR-reservnummer "<nummer>" i personuppgiftstjänsten
      Så nekar personuppgiftstjänsten Borås hemsjukvård det, eftersom numrets kontrollsiffra är fel

      Exempel: Den äldre utgåvan
        | nummer       |
        | 19810829M070 |
        | 19450829K087 |
        | 19930829X801 |

  @krav:AK-RES-03
  Regel: Ett nationellt reservnummer har serie, datum, bokstäver och kontrollsiffra som stämmer

    @id:sdd9f7f1
    Scenariomall: Ett rätt skrivet nationellt reservnummer godtas
      Givet att klockan är 08.00 den 2022-05-10
      När SÄS anger nationellt reservnummer "<nummer>" i personuppgiftstjänsten
      Så godtar personuppgiftstjänsten "<nummer>"

      Exempel: Kvinna, och okänt kön
        | nummer       |
        | 22950606FH20 |
        | 25780404KHD5 |

      Exempel: Okänd födelsedag, och både dag och kön okända
        | nummer       |
        | 00342145BZ31 |
        | 00749852BZK0 |

      Exempel: Född på 2000-talet, i sista serien
        | nummer       |
        | 98240301AA06 |

    @id:scb56c4e
    Scenariomall: Ett felskrivet nationellt reservnummer avvisas
      Givet att klockan är 08.00 den 2022-05-10
      När SÄS anger nationellt reservnummer "<nummer>" i personuppgiftstjänsten
      Så nekar personuppgiftstjänsten SÄS det, eftersom <skäl>

      Exempel: Kontrollsiffran är en annan
        | nummer       | skäl                          |
        | 22950606FH21 | numrets kontrollsiffra är fel |

      Exempel: Månad 13, den 30 februari, och för låg månad eller för hög dag när födelsedagen är okänd
        | nummer       | skäl                     |
        | 97501314AB48 | numrets datum inte finns |
        | 97500230AB41 | numrets datum inte finns |
        | 00341945BZ35 | numrets datum inte finns |
        | 00342160BZ31 | numrets datum inte finns |

      Exempel: Serien före den första
        | nummer       | skäl                       |
        | 21500314AB41 | numrets serie inte används |

      Exempel: Bokstäver som liknar siffror
        | nummer       | skäl                  |
        | 97500314AI42 | numret har fel tecken |
        | 97500314AO46 | numret har fel tecken |

  @krav:AK-RES-04
  Regel: En identitet är ett slag och tolv tecken utan skiljetecken

    @id:sed89f74
    Scenariomall: Ett nummer med skiljetecken avvisas
      Givet att klockan är 08.00 den 2022-05-10
      När SÄS anger <slag> "<nummer>" i personuppgiftstjänsten
      Så nekar personuppgiftstjänsten SÄS det, eftersom numret inte har tolv tecken

      Exempel: Så som numren skrivs för ögat
        | slag                    | nummer        |
        | samordningsnummer       | 19701063-2391 |
        | nationellt reservnummer | 22950606-FH20 |
        | VGR-reservnummer        | 19810829-M071 |
        | VGR-reservnummer        | 19810829 M071 |

      Exempel: Fel längd
        | slag              | nummer        |
        | samordningsnummer | 7010632391    |
        | VGR-reservnummer  | 19810829M0710 |

    @krav:AK-RES-05
    @id:s3cea5cc
    Scenario: Numret hör till sitt slag
      Givet Tomasz ur personkatalogen
      Och att klockan är 08.00 den 2022-05-10
      När SÄS anger numret för Tomasz som samordningsnummer i personuppgiftstjänsten
      Så känner personuppgiftstjänsten igen Tomasz

    @id:s659735d
    Scenario: Samma tecken under ett annat slag är ingens
      Givet Tomasz ur personkatalogen
      Och att klockan är 08.00 den 2022-05-10
      När SÄS anger numret för Tomasz som personnummer i personuppgiftstjänsten
      Så har ingen det nummer som angavs för Tomasz

  @krav:AK-RES-05
  Regel: I ett samordningsnummer är dagen höjd med 60

    @id:sc3e16dc
    Scenariomall: Ett samordningsnummer godtas
      Givet att klockan är 08.00 den 2022-05-10
      När SÄS anger samordningsnummer "<nummer>" i personuppgiftstjänsten
      Så godtar personuppgiftstjänsten "<nummer>"

      Exempel: Publicerade exempel, och den första i en månad
        | nummer       |
        | 197010632391 |
        | 196109732393 |
        | 198402612389 |

    @id:sc5a882f
    Scenariomall: Det som inte är ett samordningsnummer avvisas
      Givet att klockan är 08.00 den 2022-05-10
      När SÄS anger samordningsnummer "<nummer>" i personuppgiftstjänsten
      Så nekar personuppgiftstjänsten SÄS det, eftersom <skäl>

      Exempel: Ett personnummer, där dagen inte är höjd
        | nummer       | skäl                     |
        | 196408233234 | numrets datum inte finns |

      Exempel: Månad 13
        | nummer       | skäl                     |
        | 197013922393 | numrets datum inte finns |

      Exempel: Kontrollsiffran är en annan
        | nummer       | skäl                          |
        | 197010632392 | numrets kontrollsiffra är fel |

  @krav:AK-RES-08
  Regel: Ett gammalt reserv-id avvisas med uppmaning att ta ut ett nytt

    @id:s50590ea
    Scenariomall: Reserv-id som inte har VGR-format
      Givet att klockan är 08.00 den 2022-05-10
      När SÄS anger VGR-reservnummer "<nummer>" i personuppgiftstjänsten
      Så nekar personuppgiftstjänsten SÄS det, eftersom numret inte har VGR-format och ett nytt ska tas ut

      Exempel: Gamla reserv-id
        | nummer       |
        | 19500314A123 |
        | 19500314V123 |

    @krav:AK-RES-01 @id:s59cbdfa
    Scenario: Det som har VGR-format behöver inget nytt
      Givet att klockan är 08.00 den 2022-05-10
      När SÄS anger VGR-reservnummer "19810829M071" i personuppgiftstjänsten
      Så godtar personuppgiftstjänsten "19810829M071"
