package ir.ramzineh.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.PortalIT;
import ir.ramzineh.card.CardChannels;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.Cards;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Notice;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.verification.PlayedCard;
import ir.ramzineh.verification.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The app counts again (3.2 of the requirements, row 35): on its day, before it, or with something new; told once at most. */
@PortalIT
class EmergencyEndIT extends CounterScene {
    private static final PasswordKind SECOND = PasswordKind.SECOND;
    private static final DeskReason FOUND = new DeskReason(DeskReason.Kind.AT_COUNTER, "INC-35");

    @Autowired
    private EmergencyAccess access;

    @Autowired
    private EmergencyEnd end;

    @Autowired
    private CardPasswords passwords;

    @Autowired
    private CardChannels channels;

    @Autowired
    private Cards cards;

    @Autowired
    private Notices notices;

    @BeforeEach
    void thePhoneIsLost() {
        card.set("channels = 'APP'");
        approve(access.propose(
                teller.id(),
                customer.id(),
                id(),
                SECOND,
                new EmergencyWish(Lost.PHONE, Set.of(CodeChannel.SMS_TEXT_IN), 3)));
    }

    @Test
    void thePhoneIsFoundAndOneMemberEndsItBeforeItsDay() {
        assertThat(verify(appCode())).isEqualTo(Verdict.REFUSED);

        assertThat(end.now(teller.id(), customer.id(), id(), SECOND, FOUND)).isTrue();

        assertThat(column("emergency_until")).isEqualTo("none");
        assertThat(verify(appCode())).isEqualTo(Verdict.ACCEPTED);
        assertThat(verify(textedCode())).isEqualTo(Verdict.REFUSED);
        assertThat(trail("emergency.ended"))
                .singleElement()
                .satisfies(details -> assertThat(details).contains("AT_COUNTER", "INC-35"));
        assertThat(enders()).containsExactly(teller.userName());
        assertThat(told("emergency.ended")).isEqualTo(1);
        assertThat(notices.of(customer.id(), 10)).extracting(Notice::kind).contains("emergency.ended");
    }

    @Test
    void theSamePressTwiceEndsItOnceAndItsDayBringsNoMoreNews() throws Exception {
        List<Boolean> ended;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> press = () -> end.now(teller.id(), customer.id(), id(), SECOND, FOUND);
            ended = threads.invokeAll(List.of(press, press)).stream()
                    .map(done -> done.resultNow())
                    .toList();
        }
        assertThat(ended).containsExactlyInAnyOrder(true, false);
        assertThat(end.now(teller.id(), customer.id(), id(), SECOND, FOUND)).isFalse();

        onItsDay();

        assertThat(told("emergency.ended")).isEqualTo(1);
        assertThat(told("emergency.over")).isZero();
    }

    /** It is over by itself; the press that comes a moment later finds nothing to end. */
    @Test
    void onItsDayThereIsNothingLeftToEnd() {
        clock.advance(Duration.ofDays(3).plusMinutes(1));
        assertThat(end.now(teller.id(), customer.id(), id(), SECOND, FOUND)).isFalse();
        end.sweep();
        assertThat(told("emergency.over")).isEqualTo(1);
        assertThat(trail("emergency.ended")).isEmpty();
    }

    @Test
    void case22_whoMayNotGrantItDoesNotEndIt() {
        StaffFixtures staff = StaffFixtures.of(beans);
        for (StaffId who : List.of(
                staff.member(Role.SUPPORT, null).id(),
                staff.member(Role.AUDITOR, null).id(),
                staff.member(Role.ADMINISTRATOR, null).id(),
                staff.member(Role.TELLER, new BranchCode("77")).id(),
                staff.member(Role.TELLER, HERE, customer.nationalId()).id())) {
            assertThatThrownBy(() -> end.now(who, customer.id(), id(), SECOND, FOUND))
                    .isInstanceOf(NotPermittedException.class);
        }
        assertThat(verify(textedCode())).isEqualTo(Verdict.ACCEPTED);
        assertThat(told("emergency.ended")).isZero();
    }

    @Test
    void case13_aCardOfSomebodyElseIsNoneAndTheTrailKeepsWhoAsked() {
        Customer other = PeopleFixtures.of(beans).customer(PeopleFixtures.randomUserName());
        StaffFixtures.of(beans).home(other.id(), HERE);

        assertThatThrownBy(() -> end.now(teller.id(), other.id(), id(), SECOND, FOUND))
                .isInstanceOf(CardNotFoundException.class);

        assertThat(foreignLooks("STAFF")).isEqualTo(1);
        assertThat(verify(textedCode())).isEqualTo(Verdict.ACCEPTED);
    }

    /** What is new has its own news; that the app counts again is not told days later. */
    @Test
    void whatANewActivationEndedIsNotToldOnceMoreOnItsDay() {
        transaction.executeWithoutResult(status -> passwords.switchToDynamic(customer.id(), id(), SECOND));
        assertThat(open()).isZero();
        onItsDay();
        assertThat(told("emergency.over")).isZero();
    }

    @Test
    void neitherIsWhatTheSmsEditionOrSwitchingOffEnded() {
        transaction.executeWithoutResult(
                status -> channels.switchOn(customer.id(), id(), SECOND, CodeChannel.SMS_TEXT_IN));
        assertThat(open()).isZero();
        aCustomerAtTheCounter();
        thePhoneIsLost();
        transaction.executeWithoutResult(status -> passwords.switchToStatic(customer.id(), id(), SECOND));
        assertThat(open()).isZero();
        onItsDay();
        assertThat(told("emergency.over")).isZero();
    }

    /** The bank gives the number to another person, who signs in: the former owner has nothing to do with it any more. */
    @Test
    void aCardThatGoesToAnotherPersonEndsItWithoutAWord() {
        Customer heir = PeopleFixtures.of(beans).customer(PeopleFixtures.randomUserName());
        PlayedBank bank = beans.createBean(PlayedBank.class);
        bank.person(heir.nationalId(), heir.mobile());
        bank.card(heir.nationalId(), card.number(), "NORMAL", 1420, true);
        assertThat(cards.of(heir.id())).extracting(one -> one.id()).containsExactly(id());

        assertThat(open()).isZero();
        onItsDay();

        assertThat(told("emergency.over")).isZero();
        assertThat(foreignLooks("CUSTOMER")).isZero();
    }

    /** A row that was left open when its card went, from before this was seen to. */
    @Test
    void aRowOfACardThatIsSomebodyElsesIsClosedInSilence() {
        toSomebodyElse();
        assertThat(open()).isEqualTo(1);
        onItsDay();
        assertThat(open()).isZero();
        assertThat(told("emergency.over")).isZero();
        assertThat(foreignLooks("CUSTOMER"))
                .as("nobody asked for a foreign card")
                .isZero();
    }

    @Test
    void aRowThatCannotBeToldKeepsNoOtherUpAndIsTakenUpAgain() {
        Customer first = customer;
        PlayedCard broken = card;
        byte[] number = number(broken.id());
        aCustomerAtTheCounter();
        thePhoneIsLost();
        try {
            number(broken.id(), new byte[] {1, 2, 3});
            onItsDay();
            assertThat(told("emergency.over")).isEqualTo(1);
            customer = first;
            assertThat(told("emergency.over")).isZero();
        } finally {
            number(broken.id(), number);
        }
        end.sweep();
        assertThat(told("emergency.over")).isEqualTo(1);
    }

    private void onItsDay() {
        clock.advance(Duration.ofDays(3).plusMinutes(1));
        end.sweep();
    }

    private int open() {
        return jdbc.sql("select count(*) from emergency_access where card_id = :card and ended_at is null")
                .param("card", id().value())
                .query(Integer.class)
                .single();
    }

    private List<String> enders() {
        return jdbc.sql("""
                select actor_name from audit_event
                where kind = 'emergency.ended' and customer_id = :customer and actor_kind = 'STAFF'
                """)
                .param("customer", customer.id().value())
                .query(String.class)
                .list();
    }

    /** Rows that say that somebody of this kind asked for the card without having it. */
    private int foreignLooks(String actors) {
        return jdbc.sql("""
                select count(*) from audit_event
                where kind = 'access.foreign-card' and card_id = :card and actor_kind = :actors
                """)
                .param("card", id().value())
                .param("actors", actors)
                .query(Integer.class)
                .single();
    }

    private byte[] number(CardId of) {
        return jdbc.sql("select pan_sealed from card where id = :id")
                .param("id", of.value())
                .query(byte[].class)
                .single();
    }

    private void number(CardId of, byte[] sealed) {
        jdbc.sql("update card set pan_sealed = :sealed where id = :id")
                .param("sealed", sealed)
                .param("id", of.value())
                .update();
    }
}
