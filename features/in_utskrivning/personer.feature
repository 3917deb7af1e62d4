# language: sv
@anvandaracceptans @kanal:api @kanal:webb
Egenskap: Underrättelsen om utskrivningsklar för olika slags patienter
  Som kommun
  vill vi få besked om utskrivningsklar vem patienten än är
  så att ingen blir kvar på sjukhuset för att hon inte liknar de andra.

  @krav:AK-INUT-13
  Regel: Underrättelsen når kommunen vem patienten än är

    @id:sdee38cf
    Scenariomall: En patient som bara är beskriven
      Givet en patient <patient>
      Och att <sjukhus> har skrivit in patienten i SAMSA den 2022-02-07 kl. 08.00
      Och att läkaren på <sjukhus> har bedömt att patienten behöver socialtjänst den 2022-02-07 kl. 08.30
      Och att <sjukhus> har skickat inskrivningsmeddelande för patienten den 2022-02-07 kl. 09.00
      Och att läkaren på <sjukhus> har bedömt patienten som utskrivningsklar den 2022-02-10 kl. 09.30
      När <sjukhus> underrättar om att patienten är utskrivningsklar den 2022-02-10 kl. 10.00
      Så har underrättelsen om utskrivningsklar för patienten nått <mottagare> i SAMSA

      Exempel:
        | patient                                     | sjukhus          | mottagare             |
        | över 80 år i Mark med skyddad folkbokföring | SÄS              | Mark socialtjänst     |
        | under 18 år i Ale med elevhälsa             | Kungälvs sjukhus | Ale socialtjänst      |
        | kvinna i Göteborg med samordningsnummer     | SU               | Göteborg socialtjänst |
        | man i Grästorp mellan 30 och 40 år          | SkaS             | Grästorp socialtjänst |

    @id:s0139792
    Scenario: En patient ur personkatalogen
      Givet Evald ur personkatalogen
      Och att NU-sjukvården har skrivit in Evald i SAMSA den 2022-02-07 kl. 08.00
      Och att läkaren på NU-sjukvården har bedömt att Evald behöver socialtjänst den 2022-02-07 kl. 08.30
      Och att NU-sjukvården har skickat inskrivningsmeddelande för Evald den 2022-02-07 kl. 09.00
      Och att läkaren på NU-sjukvården har bedömt Evald som utskrivningsklar den 2022-02-10 kl. 09.30
      När NU-sjukvården underrättar om att Evald är utskrivningsklar den 2022-02-10 kl. 10.00
      Så har underrättelsen om utskrivningsklar för Evald nått Trollhättan socialtjänst i SAMSA

    @id:sb575b8e
    Scenario: Tvillingars underrättelser blandas inte ihop
      Givet Tindra ur personkatalogen
      Och att Brodern är en patient född 2021, man i Götene med tvilling
      Och att SkaS har skrivit in Tindra i SAMSA den 2022-02-07 kl. 08.00
      Och att SkaS har skrivit in Brodern i SAMSA den 2022-02-07 kl. 08.05
      Och att läkaren på SkaS har bedömt att Tindra behöver socialtjänst den 2022-02-07 kl. 08.30
      Och att läkaren på SkaS har bedömt att Brodern behöver socialtjänst den 2022-02-07 kl. 08.35
      Och att SkaS har skickat inskrivningsmeddelande för Tindra den 2022-02-07 kl. 09.00
      Och att SkaS har skickat inskrivningsmeddelande för Brodern den 2022-02-07 kl. 09.05
      Och att läkaren på SkaS har bedömt Tindra som utskrivningsklar den 2022-02-10 kl. 09.30
      När SkaS underrättar om att Tindra är utskrivningsklar den 2022-02-10 kl. 10.00
      Så har underrättelsen om utskrivningsklar för Tindra nått Götene socialtjänst i SAMSA
      Och har underrättelsen om utskrivningsklar för Brodern inte nått Götene socialtjänst i SAMSA
