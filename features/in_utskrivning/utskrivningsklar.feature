# language: sv
@anvandaracceptans @kanal:api @kanal:webb
Egenskap: Utskrivningsklar och återtagen utskrivningsklar
  Som kommun
  vill vi få besked om utskrivningsklar först när läkaren har bedömt det, och veta när det inte längre gäller
  så att dygnen räknas från rätt dag.

  @krav:AK-INUT-13
  Regel: Underrättelsen kräver läkarens bedömning och når alla berörda enheter

    @id:sa28db44
    Scenariomall: Utan läkarens bedömning går ingen underrättelse iväg
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      När SÄS försöker underrätta om att Astrid är utskrivningsklar den <klar> kl. 10.00
      Så nekar <system> det för Astrid, eftersom läkarens bedömning saknas
      Och har underrättelsen om utskrivningsklar för Astrid inte nått Borås socialtjänst i <system>

      Exempel:
        | system | dag        | klar       |
        | SAMSA  | 2022-02-07 | 2022-02-10 |
        | Samvy  | 2024-02-06 | 2024-02-09 |

    @id:s4674521
    Scenariomall: Efter läkarens bedömning når underrättelsen alla berörda enheter
      Givet patienten Astrid från <kommun>
      Och att <sjukhus> har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på <sjukhus> har bedömt att Astrid behöver kommunal hälso- och sjukvård, socialtjänst och regional öppenvård den <dag> kl. 08.30
      Och att <sjukhus> har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Och att läkaren på <sjukhus> har bedömt Astrid som utskrivningsklar den <klar> kl. 09.30
      När <sjukhus> underrättar om att Astrid är utskrivningsklar den <klar> kl. 10.00
      Så har underrättelsen om utskrivningsklar för Astrid nått <kommun> hemsjukvård i <system>
      Och har underrättelsen om utskrivningsklar för Astrid nått <kommun> socialtjänst i <system>
      Och har underrättelsen om utskrivningsklar för Astrid nått VC <kommun> i <system>
      Och är läget för Astrid "Utskrivningsklar" i <system>

      Exempel:
        | kommun  | sjukhus | system | dag        | klar       |
        | Skövde  | SkaS    | SAMSA  | 2022-02-07 | 2022-02-10 |
        | Mölndal | SU      | Samvy  | 2024-02-06 | 2024-02-09 |

  @krav:AK-INUT-14
  Regel: Återtagen utskrivningsklar når alla parter och nollställer dygnen
    # Hur dygnen räknas efter ett återtagande är ett antagande: aterta_summera = nej.

    @id:s8b786dc
    Scenariomall: Alla parter får veta att utskrivningsklar inte längre gäller
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver kommunal hälso- och sjukvård och regional öppenvård den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Och att läkaren på SÄS har bedömt Astrid som utskrivningsklar den <klar> kl. 09.30
      Och att SÄS har underrättat om att Astrid är utskrivningsklar den <klar> kl. 10.00
      När SÄS återtar utskrivningsklar för Astrid den <återtagen> kl. 15.00
      Så har återtagandet av utskrivningsklar för Astrid nått Borås hemsjukvård i <system>
      Och har återtagandet av utskrivningsklar för Astrid nått VC Borås i <system>
      Och visar <system> inga dygn som utskrivningsklar för Astrid

      Exempel:
        | system | dag        | klar       | återtagen  |
        | SAMSA  | 2022-02-07 | 2022-02-08 | 2022-02-10 |
        | Samvy  | 2024-02-06 | 2024-02-07 | 2024-02-09 |

    @id:s96ce855
    Scenariomall: En ny underrättelse börjar om från noll
      Givet patienten Astrid från Borås
      Och att SÄS har skrivit in Astrid i <system> den <dag> kl. 08.00
      Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den <dag> kl. 08.30
      Och att SÄS har skickat inskrivningsmeddelande för Astrid den <dag> kl. 09.00
      Och att läkaren på SÄS har bedömt Astrid som utskrivningsklar den <klar> kl. 09.30
      Och att SÄS har underrättat om att Astrid är utskrivningsklar den <klar> kl. 10.00
      Och att SÄS har återtagit utskrivningsklar för Astrid den <återtagen> kl. 15.00
      Och att läkaren på SÄS har bedömt Astrid som utskrivningsklar den <igen> kl. 09.30
      Och att SÄS har underrättat om att Astrid är utskrivningsklar den <igen> kl. 10.00
      När SÄS skriver ut Astrid den <hem> kl. 11.00
      Så visar <system> 2 dygn som utskrivningsklar för Astrid
      Och är läget för Astrid "Utskriven" i <system>

      Exempel:
        | system | dag        | klar       | återtagen  | igen       | hem        |
        | SAMSA  | 2022-02-07 | 2022-02-08 | 2022-02-10 | 2022-02-14 | 2022-02-16 |
        | Samvy  | 2024-02-06 | 2024-02-07 | 2024-02-09 | 2024-02-27 | 2024-02-29 |
