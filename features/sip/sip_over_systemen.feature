# language: sv
@anvandaracceptans @kanal:api
Egenskap: En SIP över två system
  Som den som ska hjälpa en person
  vill jag se om hon redan har en plan, i vilket system den än ligger
  så att hon slipper två.

  # I maj 2022 arbetar Borås och SÄS i Samvy medan Skövde, Mölndal och SU är kvar i SAMSA.

  @krav:AK-SIP-08
  Regel: En person har högst en aktiv SIP över SAMSA och Samvy

    @id:s860f7c9
    Scenariomall: Försök till en andra stoppas
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att VC Borås har startat en SIP för Astrid i <första>
      När VC Borås försöker starta en SIP för Astrid i <andra>
      Så nekar <andra> det för Astrid, eftersom patienten redan har en aktiv SIP
      Och har Astrid en aktiv SIP i <första>

      Exempel: I samma system och i det andra
        | första | andra |
        | SAMSA  | SAMSA |
        | Samvy  | Samvy |
        | SAMSA  | Samvy |
        | Samvy  | SAMSA |

    @id:s3e588fa
    Scenariomall: Den som är slut hindrar ingen ny
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att VC Borås har startat en SIP för Astrid i <första>
      Och att patienten har sagt nej till SIP för Astrid hos VC Borås
      När VC Borås startar en SIP för Astrid i <andra>
      Så har Astrid en aktiv SIP i <andra>
      Och har Astrid ingen aktiv SIP i <första>

      Exempel: Åt båda hållen
        | första | andra |
        | SAMSA  | Samvy |
        | Samvy  | SAMSA |

    @id:scb61132
    Scenariomall: Kan det andra systemet inte tillfrågas startas ingen
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      När förbindelsen från <system> till <andra> bryts
      Och VC Borås försöker starta en SIP för Astrid i <system>
      Så säger <system> att ett annat system inte svarar
      Och har Astrid ingen aktiv SIP i <system>

      Exempel: Åt båda hållen
        | system | andra |
        | SAMSA  | Samvy |
        | Samvy  | SAMSA |

    @id:sfafb068
    Scenariomall: Där det är tillåtet märks den som inte är kontrollerad
      Givet patienten Astrid från Borås
      Och att SIP får startas när det andra systemet inte svarar
      Och att klockan är 08.00 den 2022-05-10
      När förbindelsen från <system> till <andra> bryts
      Och VC Borås startar en SIP för Astrid i <system>
      Så har Astrid en aktiv SIP i <system>
      Och är SIP för Astrid märkt som ej kontrollerad mot det andra systemet

      Exempel: Åt båda hållen
        | system | andra |
        | SAMSA  | Samvy |
        | Samvy  | SAMSA |

  @krav:AK-SIP-09 @krav:AK-INT-07 @krav:AK-INT-08
  Regel: Vid sökning i det ena systemet visas att aktiv SIP finns i det andra

    @id:s88a705a
    Scenariomall: SIP startas i det ena och syns i det andra
      Givet patienten Astrid från Borås
      Och att klockan är 08.00 den 2022-05-10
      Och att VC Borås har startat en SIP för Astrid i <första>
      När 1 minut går
      Så ser VC Borås i <andra> att Astrid har en aktiv SIP i det andra systemet
      När patienten säger nej till SIP för Astrid hos VC Borås
      Och 1 minut går
      Så ser VC Borås i <andra> att Astrid inte har någon aktiv SIP i det andra systemet

      Exempel: Åt båda hållen
        | första | andra |
        | SAMSA  | Samvy |
        | Samvy  | SAMSA |
