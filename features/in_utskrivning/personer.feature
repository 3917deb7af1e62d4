# language: sv
@anvandaracceptans @kanal:api @kanal:webb
Egenskap: Inskrivningsmeddelandet för olika slags patienter
  Som kommun
  vill vi få besked om en inskrivning vem patienten än är, och bara när det berör oss
  så att ingen blir kvar på sjukhuset för att hon inte liknar de andra.

  @krav:AK-INUT-01
  Regel: Meddelandet når dem som läkarens bedömning berör, vem patienten än är

    @id:s8077f23
    Scenariomall: En patient som bara är beskriven
      Givet en patient <patient>
      Och att <sjukhus> har skrivit in patienten i SAMSA den 2022-02-07 kl. 08.00
      Och att läkaren på <sjukhus> har bedömt att patienten behöver socialtjänst den 2022-02-07 kl. 08.30
      När <sjukhus> skickar inskrivningsmeddelande för patienten den 2022-02-07 kl. 09.00
      Så har inskrivningsmeddelandet för patienten nått <kommun> socialtjänst i SAMSA
      Och har inskrivningsmeddelandet för patienten inte nått <kommun> hemsjukvård i SAMSA

      Exempel:
        | patient                                     | sjukhus          | kommun   |
        | över 80 år i Mark med skyddad folkbokföring | SÄS              | Mark     |
        | under 18 år i Ale med elevhälsa             | Kungälvs sjukhus | Ale      |
        | kvinna i Göteborg med samordningsnummer     | SU               | Göteborg |
        | man i Grästorp mellan 30 och 40 år          | SkaS             | Grästorp |

    @id:sb8b4097
    Scenario: En patient ur personkatalogen
      Givet Evald ur personkatalogen
      Och att NU-sjukvården har skrivit in Evald i SAMSA den 2022-02-07 kl. 08.00
      Och att läkaren på NU-sjukvården har bedömt att Evald behöver socialtjänst den 2022-02-07 kl. 08.30
      När NU-sjukvården skickar inskrivningsmeddelande för Evald den 2022-02-07 kl. 09.00
      Så har inskrivningsmeddelandet för Evald nått Trollhättan socialtjänst i SAMSA
      Och har inskrivningsmeddelandet för Evald inte nått Trollhättan hemsjukvård i SAMSA

    @id:s86f4b0e
    Scenario: Tvillingars meddelanden blandas inte ihop
      Givet Tindra ur personkatalogen
      Och att Brodern är en patient född 2021, man i Götene med tvilling
      Och att SkaS har skrivit in Tindra i SAMSA den 2022-02-07 kl. 08.00
      Och att SkaS har skrivit in Brodern i SAMSA den 2022-02-07 kl. 08.05
      Och att läkaren på SkaS har bedömt att Tindra behöver socialtjänst den 2022-02-07 kl. 08.30
      Och att läkaren på SkaS har bedömt att Brodern behöver socialtjänst den 2022-02-07 kl. 08.35
      När SkaS skickar inskrivningsmeddelande för Tindra den 2022-02-07 kl. 09.00
      Så har inskrivningsmeddelandet för Tindra nått Götene socialtjänst i SAMSA
      Och har inskrivningsmeddelandet för Tindra inte nått Götene hemsjukvård i SAMSA
      Och har inskrivningsmeddelandet för Brodern inte nått Götene socialtjänst i SAMSA
