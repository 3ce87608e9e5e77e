package ir.ramzineh.branchconsole.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.PortalIT;
import ir.ramzineh.Statements;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.fraudcase.Suspect;
import ir.ramzineh.helpdesk.CardFile;
import ir.ramzineh.helpdesk.CustomerFile;
import ir.ramzineh.helpdesk.DeskActions;
import ir.ramzineh.helpdesk.DeskSession;
import ir.ramzineh.helpdesk.Helpdesk;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.token.Activation;
import ir.ramzineh.token.ActivationId;
import ir.ramzineh.token.ActivationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customer's page asks once what the member may do, however many buttons it has. */
@PortalIT
class CustomerPageCostIT {
    private static final DeskReason CALL = new DeskReason(DeskReason.Kind.CALL);

    @Autowired
    private Permissions permissions;

    @Autowired
    private Helpdesk helpdesk;

    @Autowired
    private DeskActions actions;

    @Autowired
    private CurrentDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdSource ids;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private StaffFixtures staff;
    private Customer customer;
    private StaffId teller;

    @BeforeEach
    void aCustomerWithManyCards() {
        PeopleFixtures people = PeopleFixtures.of(beans);
        people.forgetWaits();
        PlayedBank bank = beans.createBean(PlayedBank.class);
        staff = StaffFixtures.of(beans);
        teller = staff.member(Role.TELLER, StaffFixtures.HOME).id();
        customer = people.customer(PeopleFixtures.randomUserName());
        bank.person(customer.nationalId(), customer.mobile());
        staff.home(customer.id(), StaffFixtures.HOME);
        for (int i = 0; i < 6; i++) {
            bank.card(customer.nationalId(), PlayedBank.number("610433"), "NORMAL", 1420, true);
        }
    }

    @Test
    void theButtonsOfAPageCostTheStatementsOfOneQuestion() {
        CustomerFile file = opened();
        assertThat(file.cards()).hasSize(6);
        List<Component> buttons = new ArrayList<>();
        List<String> asked = Statements.of(() -> {
            CustomerDeeds deeds = deeds(file);
            for (CardFile card : file.cards()) {
                deeds.freeze(card).ifPresent(buttons::add);
                deeds.report(card).ifPresent(buttons::add);
                for (PasswordKind kind : PasswordKind.values()) {
                    deeds.resend(card, underWay(card, kind, ActivationWay.SCREEN_AND_SMS, ActivationState.PREPARED))
                            .ifPresent(buttons::add);
                }
            }
            deeds.endSessions().ifPresent(buttons::add);
        });
        assertThat(buttons).hasSize(25).hasOnlyElementsOfType(Button.class);
        assertThat(asked).hasSizeBetween(1, 4);
    }

    @Test
    void S8_beforeTheScanNoMessageIsOfferedAgainAndThePageSaysWhatComesFirst() {
        CustomerFile file = opened();
        CardFile card = file.cards().getFirst();
        CustomerDeeds deeds = deeds(file);
        for (ActivationState before : List.of(ActivationState.PREPARED, ActivationState.SHOWN)) {
            assertThat(deeds.resend(card, underWay(card, PasswordKind.SECOND, ActivationWay.QR_AND_SMS, before)))
                    .containsInstanceOf(Paragraph.class)
                    .get()
                    .extracting(hint -> hint.getId().orElse(""))
                    .asString()
                    .startsWith("desk-resend-later-");
        }
        assertThat(deeds.resend(
                        card, underWay(card, PasswordKind.SECOND, ActivationWay.QR_AND_SMS, ActivationState.SCANNED)))
                .containsInstanceOf(Button.class);
        assertThat(deeds.resend(
                        card, underWay(card, PasswordKind.SECOND, ActivationWay.QR_AND_SMS, ActivationState.CLAIMED)))
                .isEmpty();
        assertThat(deeds.resend(card, underWay(card, PasswordKind.SECOND, ActivationWay.QR, ActivationState.SHOWN)))
                .isEmpty();
    }

    /** Who may not open a case is told why, and is led nowhere. */
    @Test
    void aCardStoppedForAnOpenCaseLeadsToItInsteadOfEndingTheFreeze() {
        CardId card = opened().cards().getFirst().card().id();
        actions.report(teller, customer.id(), card, new Suspect.WholeCard());
        long open = opened().cases().getFirst().id();
        closedCases(25);
        CustomerFile file = opened();
        assertThat(file.cases()).as("the page lists newer ones").noneMatch(one -> one.id() == open);
        CardFile stopped = file.cards().stream()
                .filter(one -> one.card().id().equals(card))
                .findFirst()
                .orElseThrow();
        StaffId support = staff.member(Role.SUPPORT, StaffFixtures.HOME).id();
        assertThat(stopped.frozen()).isTrue();
        assertThat(links(deeds(file, teller), stopped)).containsExactly("branch/cases/" + open);
        assertThat(links(deeds(file, support), stopped)).isEmpty();
    }

    /** Newer ones, of cards the customer has no more. */
    private void closedCases(int count) {
        for (int i = 0; i < count; i++) {
            jdbc.sql("""
                    insert into fraud_case (id, customer_id, card_id, subject, subject_id, reported_by, reported_at,
                                            what, state)
                    values (:id, :customer, :card, 'CARD', 0, 'PORTAL', utc_timestamp(3), 'card', 'CLOSED')
                    """)
                    .param("id", ids.next())
                    .param("customer", customer.id().value())
                    .param("card", ids.next())
                    .update();
        }
    }

    private static List<String> links(CustomerDeeds deeds, CardFile stopped) {
        Component shown = deeds.freeze(stopped).orElseThrow();
        assertThat(shown).isNotInstanceOf(Button.class);
        return shown.getChildren()
                .filter(Anchor.class::isInstance)
                .map(link -> ((Anchor) link).getHref())
                .toList();
    }

    private CustomerFile opened() {
        DeskSession session = new DeskSession(UUID.randomUUID().toString());
        helpdesk.look(teller, session, customer.id(), CALL);
        return helpdesk.file(teller, session, customer.id()).orElseThrow();
    }

    private CustomerDeeds deeds(CustomerFile file) {
        return deeds(file, teller);
    }

    private CustomerDeeds deeds(CustomerFile file, StaffId who) {
        return new CustomerDeeds(
                actions, desk, customer.id(), CALL, permissions.allowed(who, customer.id()), new Wordless(), () -> {});
    }

    private Activation underWay(CardFile card, PasswordKind kind, ActivationWay way, ActivationState state) {
        return new Activation(
                new ActivationId(1), card.card().id(), kind, way, state, Instant.MAX, Instant.MAX, 8, 60, 3);
    }

    /** Asked all at once or one by one, the answers are the same, for every role and for the own person. */
    @Test
    void whatIsAskedAtOnceIsWhatIsAskedOneByOne() {
        List<StaffId> members = new ArrayList<>();
        for (Role role : Role.values()) {
            members.add(
                    staff.member(role, role == Role.TELLER || role == Role.BRANCH_MANAGER ? StaffFixtures.HOME : null)
                            .id());
        }
        members.add(staff.member(Role.TELLER, StaffFixtures.OTHER).id());
        members.add(staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME, customer.nationalId())
                .id());
        for (StaffId member : members) {
            Set<Permission> one = EnumSet.noneOf(Permission.class);
            for (Permission what : Permission.values()) {
                if (permissions.may(member, what, customer.id())) {
                    one.add(what);
                }
            }
            assertThat(permissions.allowed(member, customer.id())).isEqualTo(one);
        }
        assertThat(permissions.allowed(members.getLast(), customer.id()))
                .as("the own person")
                .isEmpty();
        assertThat(Optional.of(permissions.allowed(teller, customer.id())))
                .hasValueSatisfying(all -> assertThat(all).contains(Permission.CARD_FREEZE));
    }

    /** A page outside a browser; its words do not matter here. */
    private static final class Wordless extends Div {
        private static final long serialVersionUID = 1L;

        @Override
        public String getTranslation(String key, Object... params) {
            return key;
        }
    }
}
