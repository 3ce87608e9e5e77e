package ir.ramzineh.gatewaytoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.helpdesk.FindKey;
import ir.ramzineh.helpdesk.FindOutcome;
import ir.ramzineh.helpdesk.Helpdesk;
import ir.ramzineh.helpdesk.Hit;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The serial number on a receipt finds its customer, in the branches that serve this customer (S10.18, case 13). */
@PortalIT
class SerialSearchIT {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private GatewayTokens tokens;

    @Autowired
    private Helpdesk helpdesk;

    @Autowired
    private JdbcClient jdbc;

    private BranchScene scene;
    private String serial;

    @BeforeEach
    void aTokenOfTheBranch() {
        scene = BranchScene.of(beans);
        serial = scene.issue().serial();
    }

    @Test
    void theBranchOfTheCustomerFindsWhoseTokenItIs() {
        assertThat(tokens.ownerOf(scene.teller.id(), serial)).contains(scene.customer.id());

        FindOutcome.Found found = find(scene.teller);

        assertThat(found.hits()).extracting(Hit::customer).containsExactly(scene.customer.id());
        assertThat(found.elsewhere()).isZero();
        assertThat(refusals(scene.teller)).isZero();
    }

    @Test
    void case13_aTellerOfAnotherBranchLearnsFromASerialOnlyThatItIsOfAnotherBranchAndLeavesARow() {
        Known stranger = scene.staff.member(Role.TELLER, StaffFixtures.OTHER);

        assertThatThrownBy(() -> tokens.ownerOf(stranger.id(), serial))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("error.staff.other-branch");
        assertThat(refusals(stranger)).isEqualTo(1);

        FindOutcome.Found found = find(stranger);
        assertThat(found.hits()).isEmpty();
        assertThat(found.elsewhere()).isEqualTo(1);
        assertThat(refusals(stranger)).isEqualTo(2);
    }

    @Test
    void nobodyFindsTheOwnTokenAndWhoFindsNobodyFindsNone() {
        Known own = scene.staff.member(Role.TELLER, StaffFixtures.HOME, scene.customer.nationalId());
        assertThatThrownBy(() -> tokens.ownerOf(own.id(), serial)).hasMessage("error.staff.own");
        assertThat(refusals(own)).isEqualTo(1);
        Known auditor = scene.staff.member(Role.AUDITOR, null);
        assertThatThrownBy(() -> tokens.ownerOf(auditor.id(), serial)).hasMessage("error.staff.not-permitted");
        assertThat(tokens.ownerOf(scene.teller.id(), scene.inStock(StaffFixtures.HOME)))
                .as("of the stock, nobody's yet")
                .isEmpty();
    }

    private FindOutcome.Found find(Known who) {
        return (FindOutcome.Found) helpdesk.find(who.id(), new FindKey.BySerial(serial), BranchScene.AT_COUNTER);
    }

    private int refusals(Known who) {
        return jdbc.sql("select count(*) from audit_event where kind = 'access.staff-refused' and actor_name = :who")
                .param("who", who.userName())
                .query(Integer.class)
                .single();
    }
}
