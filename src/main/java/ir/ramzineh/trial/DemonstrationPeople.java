package ir.ramzineh.trial;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.util.List;
import java.util.stream.Stream;

/**
 * The people of the demonstration bank, for the start banner and for tests; all invented. National IDs begin with 999,
 * which no registry office has; mobile numbers are 0912 000 1001 to 1012; card numbers are a bank's BIN and low serial
 * numbers. A test compares this list with the files under {@code demonstration/}.
 */
public final class DemonstrationPeople {
    /** The number that {@link #BEHROUZ} really uses today and that the bank does not know (S3.4). */
    public static final MobileNumber BEHROUZ_NUMBER_IN_USE = MobileNumber.of("09120002003");

    /** Cards of all seven banks, so that one person can try every way of activation; besides an expired card and a gift card. Free to sign up. */
    public static final DemonstrationPerson PARSA = person(
            "پارسا نمونه‌ای",
            "Parsa Nemoonei",
            "9990010072",
            "09120001001",
            "1368/04/12",
            "6037990000001111",
            "6063730000001225",
            "5028060000001330",
            "6280230000001447",
            "6221060000001556",
            "6104330000001662",
            "5076770000001772",
            "6037990000001889",
            "6104330000001993");

    /** The customer {@code demo} of the trial, registered already; cards of six banks. */
    public static final DemonstrationPerson NEGAR = person(
            "نگار آزمایشی",
            "Negar Azmayeshi",
            "9990010145",
            "09120001002",
            "1372/11/03",
            "6104330000002108",
            "6037990000002218",
            "6063730000002322",
            "5028060000002437",
            "6280230000002544",
            "6221060000002653");

    /** The bank still has an old mobile number; the one in use today is {@link #BEHROUZ_NUMBER_IN_USE}. */
    public static final DemonstrationPerson BEHROUZ = person(
            "بهروز قدیم‌شماره",
            "Behrouz Ghadimshomareh",
            "9990010218",
            "09120001003",
            "1349/01/20",
            "6280230000002767",
            "6037990000002879");

    /** Two cards of one bank with the same last four digits (S6.3), and a birthday on a leap day. */
    public static final DemonstrationPerson SHIRIN = person(
            "شیرین دوقلوکارت",
            "Shirin Dogholukart",
            "9990010285",
            "09120001004",
            "1375/12/30",
            "6104330000021405",
            "6104330000441405",
            "6037990000003208");

    /** One normal card and two gift cards (S5.10). */
    public static final DemonstrationPerson KIAN = person(
            "کیان هدیه‌پور",
            "Kian Hadiehpour",
            "9990010358",
            "09120001005",
            "1380/07/15",
            "5028060000003310",
            "6037990000003422",
            "6221060000003537");

    /** Expired cards only. */
    public static final DemonstrationPerson MAHIN = person(
            "مهین گذشته‌نژاد",
            "Mahin Gozashtenejad",
            "9990010420",
            "09120001006",
            "1335/09/01",
            "6037990000003646",
            "6104330000003759");

    /** One card of Noor. */
    public static final DemonstrationPerson ROUZBEH =
            person("روزبه ساختگی", "Rouzbeh Sakhtegi", "9990010498", "09120001007", "1361/02/31", "5076770000003869");

    /** One card of Mehr Iran. */
    public static final DemonstrationPerson TARANEH =
            person("ترانه فرضی", "Taraneh Farzi", "9990010560", "09120001008", "1378/06/08", "6063730000003973");

    /** One card of Shahr. */
    public static final DemonstrationPerson SIAVASH =
            person("سیاوش تمرینی", "Siavash Tamrini", "9990010633", "09120001009", "1365/10/10", "5028060000004086");

    /** A good card of Parsian and one that the bank has blocked. */
    public static final DemonstrationPerson LALEH = person(
            "لاله الگویی",
            "Laleh Olgouei",
            "9990010706",
            "09120001010",
            "1370/03/25",
            "6221060000004196",
            "6221060000004303");

    /** One card of Mellat. */
    public static final DemonstrationPerson ARASH =
            person("آرش مثالی", "Arash Mesali", "9990010773", "09120001011", "1383/08/17", "6104330000004419");

    /** A long name; cards of Maskan and Noor. */
    public static final DemonstrationPerson PARVANEH = person(
            "پروانه نمایشی بلندنام کوهستانی",
            "Parvaneh Namayeshi Bolandnam Kouhestani",
            "9990010846",
            "09120001012",
            "1358/05/05",
            "6280230000004524",
            "5076770000004636");

    private DemonstrationPeople() {}

    /** Everybody, those who are most useful to a visitor first. */
    public static List<DemonstrationPerson> all() {
        return List.of(PARSA, NEGAR, BEHROUZ, SHIRIN, KIAN, MAHIN, ROUZBEH, TARANEH, SIAVASH, LALEH, ARASH, PARVANEH);
    }

    private static DemonstrationPerson person(
            String nameFa, String nameEn, String nationalId, String mobile, String birthDate, String... cards) {
        return new DemonstrationPerson(
                nameFa,
                nameEn,
                NationalId.of(nationalId),
                MobileNumber.of(mobile),
                JalaliDate.parse(birthDate),
                Stream.of(cards).map(CardNumber::of).toList());
    }
}
