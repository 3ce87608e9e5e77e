package ir.ramzineh.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.verification.PlayedCard;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The switchboard of a card and its undo (S5.5 to S5.7, S11.7, 3.2 C, row 39). */
@PortalIT
class SwitchboardIT {
    private static final PasswordKind KIND = PasswordKind.SECOND;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Cards cards;

    @Autowired
    private CardPasswords passwords;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    private PeopleFixtures people;
    private Customer owner;
    private PlayedCard card;

    @BeforeEach
    void somebodyWithACard() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        owner = people.customer(PeopleFixtures.randomUserName());
        card = PlayedCard.dynamic(jdbc, vault, ids);
        jdbc.sql("update card set customer_id = :customer where id = :card")
                .param("customer", owner.id().value())
                .param("card", card.id().value())
                .update();
    }

    @Test
    void S5_7_typesAndHoursAreWhatTheSwitchSees() {
        change(new SettingsChange.Types(Set.of(TransactionType.BILL)));
        change(new SettingsChange.Hours(22, 6));

        Attempt.Reserved seen = (Attempt.Reserved) passwords.look(card.number(), KIND);
        assertThat(seen.allowed().choosable()).containsExactly(TransactionType.BILL);
        assertThat(seen.allowed().fromHour()).isEqualTo(22);
        assertThat(seen.allowed().untilHour()).isEqualTo(6);
        assertThat(notices.unread(owner.id(), 5)).anyMatch(one -> one.kind().equals("card.changed"));
        assertThat(trail("card.types-changed")).isEqualTo(1);
        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void anUndoBringsTheFormerValueBackOnceAndIsTold() {
        change(new SettingsChange.AmountCap(new Rial(7_000)));
        CardSettings capped = change(new SettingsChange.AmountCap(new Rial(9_000)));

        CardSettings undone = cards.undo(owner.id(), card.id(), KIND, capped.version());

        assertThat(undone.amountCap()).isEqualTo(new Rial(7_000));
        assertThat(undone.undo()).isEmpty();
        assertThat(trail("card.cap-changed")).isEqualTo(3);
        assertThat(messages()).isEqualTo(3);
        assertThatThrownBy(() -> cards.undo(owner.id(), card.id(), KIND, undone.version()))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void whatWasChangedMeanwhileIsNotUndone() {
        CardSettings capped = change(new SettingsChange.AmountCap(new Rial(7_000)));
        change(new SettingsChange.Hours(8, 20));

        assertThatThrownBy(() -> cards.undo(owner.id(), card.id(), KIND, capped.version()))
                .isInstanceOf(InvalidValueException.class);
        assertThat(cards.settings(owner.id(), card.id(), KIND).amountCap()).isEqualTo(new Rial(7_000));
        assertThat(cards.settings(owner.id(), card.id(), KIND).allowed().allDay())
                .isFalse();
    }

    @Test
    void twoUndosAtOnceAreOne() throws Exception {
        CardSettings frozen = change(new SettingsChange.Freeze());
        Callable<Boolean> press = () -> {
            try {
                cards.undo(owner.id(), card.id(), KIND, frozen.version());
                return true;
            } catch (InvalidValueException tooLate) {
                return false;
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> presses =
                    threads.invokeAll(Stream.generate(() -> press).limit(8).toList());
            assertThat(presses.stream().filter(Future::resultNow)).hasSize(1);
        }
        assertThat(trail("card.unfrozen")).isEqualTo(1);
        assertThat(cards.settings(owner.id(), card.id(), KIND).password().frozen())
                .isFalse();
    }

    @Test
    void nobodyChangesOrUndoesAnotherPersonsCard() {
        CardSettings capped = change(new SettingsChange.AmountCap(new Rial(7_000)));
        Customer stranger = people.customer(PeopleFixtures.randomUserName());

        assertThatThrownBy(() -> cards.undo(stranger.id(), card.id(), KIND, capped.version()))
                .isInstanceOf(CardNotFoundException.class);
        assertThatThrownBy(() -> cards.change(stranger.id(), card.id(), KIND, new SettingsChange.Types(Set.of())))
                .isInstanceOf(CardNotFoundException.class);

        assertThat(trail("access.foreign-card")).isEqualTo(2);
        assertThat(cards.settings(owner.id(), card.id(), KIND).amountCap()).isEqualTo(new Rial(7_000));
    }

    @Test
    void S11_7_harimIsSwitchedOffAndOnBeforeAnyActivation() {
        jdbc.sql("update card set issuer = 'mehr-iran' where id = :card")
                .param("card", card.id().value())
                .update();
        card.set("state = 'STATIC'");
        assertThat(cards.settings(owner.id(), card.id(), KIND).channelsOn()).containsExactly(CodeChannel.HARIM);

        CardSettings off = change(new SettingsChange.Channels(Set.of()));
        assertThat(off.channels()).containsExactly(CodeChannel.APP);

        CardSettings on = cards.undo(owner.id(), card.id(), KIND, off.version());
        assertThat(on.channels()).containsExactlyInAnyOrder(CodeChannel.APP, CodeChannel.HARIM);
        assertThat(change(new SettingsChange.Freeze()).password().frozen()).isTrue();
    }

    private CardSettings change(SettingsChange change) {
        return cards.change(owner.id(), card.id(), KIND, change);
    }

    private int trail(String kind) {
        return jdbc.sql("select count(*) from audit_event where kind = :kind and card_id = :card")
                .param("kind", kind)
                .param("card", card.id().value())
                .query(Integer.class)
                .single();
    }

    private int messages() {
        return jdbc.sql("select count(*) from sms_message where card_id = :card and customer_id = :customer")
                .param("card", card.id().value())
                .param("customer", owner.id().value())
                .query(Integer.class)
                .single();
    }
}
