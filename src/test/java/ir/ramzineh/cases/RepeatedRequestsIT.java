package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.SecondNode;
import ir.ramzineh.harim.PaymentCodeRequest;
import ir.ramzineh.harim.PaymentRequests;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.smallamount.AllowanceRequest;
import ir.ramzineh.smallamount.SmallAmounts;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.sms.IncomingSms;
import ir.ramzineh.terminal.TerminalAnswer;
import ir.ramzineh.terminal.TerminalRequest;
import ir.ramzineh.terminal.Terminals;
import ir.ramzineh.ussd.UssdAnswer;
import ir.ramzineh.ussd.UssdSessions;
import ir.ramzineh.ussd.UssdStep;
import ir.ramzineh.verification.Verdict;
import ir.ramzineh.verification.Verifications;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@PortalIT
@DisplayName("Security case 19: one request ten times, out of order, on another node: one evaluation, one answer")
class RepeatedRequestsIT extends CaseScene {
    private static final int TIMES = 10;
    private static final String CHANNEL = "case-19";

    @ParameterizedTest
    @EnumSource
    void aVerification(Source source) throws Exception {
        Owner owner = source.owner(this);
        Transaction payment = payment();
        String code = source.code(this, owner, payment);
        List<String> codes = List.of("%06d".formatted(1), code, "%06d".formatted(2));

        List<Verdict> answers = shuffled(
                codes.size(),
                (node, n) -> bean(node, Verifications.class)
                        .verify(CHANNEL, question("q" + n + "-" + owner.card().value(), owner, codes.get(n), payment)));

        assertThat(answers).filteredOn(Verdict.ACCEPTED::equals).hasSize(TIMES);
        assertThat(reasons(owner)).hasSize(3).containsOnlyOnce("ACCEPTED");
        assertThat(failedAttempts(owner)).isLessThanOrEqualTo(2);
    }

    @Test
    void aSmallPayment() throws Exception {
        Owner owner = Source.BOUND.owner(this);
        portal.getBean(SmallAmounts.class).accept(owner.customer(), owner.card(), true);

        List<Boolean> answers = shuffled(
                2,
                (node, n) -> bean(node, SmallAmounts.class)
                        .allow(
                                CHANNEL,
                                new AllowanceRequest(
                                        "s" + n + "-" + owner.card().value(), owner.number(), new Rial(600_000))));

        assertThat(answers)
                .filteredOn(Boolean.TRUE::equals)
                .as("one of two, ten times")
                .hasSize(TIMES);
        assertThat(jdbc.sql("select sum(amount) from small_amount_use where card_id = :card and allowed")
                        .param("card", owner.card().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(600_000);
    }

    @Test
    void aPressOnAPaymentPage() throws Exception {
        Owner owner = Source.PAYMENT.owner(this);
        Transaction payment = payment();
        long seen = newest(owner);

        shuffled(
                1,
                (node, n) -> bean(node, PaymentRequests.class)
                        .ask(
                                CHANNEL,
                                new PaymentCodeRequest(
                                        "p-" + owner.card().value(),
                                        owner.number(),
                                        Optional.empty(),
                                        payment,
                                        "",
                                        "PSP")));

        arrived(owner, seen);
        assertThat(rows("harim_request", "request_id = 'p-" + owner.card().value() + "'"))
                .isEqualTo(1);
        assertThat(rows("issued_code", "card_id = " + owner.card().value())).isEqualTo(1);
        assertThat(rows(
                        "sms_message",
                        "purpose = 'harim' and card_id = " + owner.card().value()))
                .isEqualTo(1);
    }

    @Test
    void aWishAtAnAtm() throws Exception {
        Owner owner = owner("603799", "APP", false);

        List<TerminalAnswer> answers = shuffled(
                1,
                (node, n) -> bean(node, Terminals.class)
                        .act(new TerminalRequest(
                                CHANNEL,
                                "w-" + owner.card().value(),
                                "ATM-1",
                                owner.number(),
                                "1-1-2",
                                Locale.of("fa"),
                                owner.mobile().national(),
                                false,
                                null,
                                null)));

        assertThat(answers.stream().distinct()).as("one receipt").hasSize(1);
        assertThat(answers.getFirst().result()).isEqualTo(TerminalAnswer.Result.DONE);
        assertThat(rows("activation", "card_id = " + owner.card().value())).isEqualTo(1);
        assertThat(rows(
                        "sms_message",
                        "template = 'activation.part' and card_id = "
                                + owner.card().value()))
                .isEqualTo(1);
    }

    @Test
    void aStepOfADialogue() throws Exception {
        Owner owner = Source.DIALLED.owner(this);
        String session = "s-" + ids.next();
        UssdStep first = new UssdStep(CHANNEL, session, 1, owner.mobile().e164(), DIALLED_CODE, "");
        UssdStep second = new UssdStep(CHANNEL, session, 2, owner.mobile().e164(), DIALLED_CODE, "1");

        List<UssdAnswer> menus =
                shuffled(1, (node, n) -> bean(node, UssdSessions.class).step(first));
        List<UssdAnswer> codes =
                shuffled(1, (node, n) -> bean(node, UssdSessions.class).step(second));

        assertThat(menus).hasOnlyElementsOfType(UssdAnswer.Screen.class);
        assertThat(menus.stream().distinct()).hasSize(1);
        assertThat(codes).hasOnlyElementsOfType(UssdAnswer.Screen.class);
        assertThat(codes.stream().distinct()).hasSize(1);
        assertThat(bean(null, UssdSessions.class).step(first))
                .as("what is over")
                .isInstanceOf(UssdAnswer.OutOfOrder.class);
        assertThat(rows("issued_code", "card_id = " + owner.card().value())).isEqualTo(1);
    }

    @Test
    void aTextMessage() throws Exception {
        Owner owner = Source.TEXTED.owner(this);
        IncomingSms message = new IncomingSms(
                "test",
                "m-" + ids.next(),
                owner.mobile().e164(),
                SHORT_NUMBER,
                owner.number().lastFour());

        List<IncomingMessages.Result> results =
                shuffled(1, (node, n) -> bean(node, IncomingMessages.class).receive(message));

        assertThat(results).containsOnlyOnce(IncomingMessages.Result.HANDLED);
        assertThat(rows(
                        "sms_message",
                        "purpose = 'text-in' and card_id = " + owner.card().value()))
                .isEqualTo(1);
    }

    /** One of the requests, asked on one of the nodes; null is the portal itself. */
    private interface Request<T> {
        T send(@Nullable SecondNode node, int n);
    }

    /** Ten times each of {@code count} requests, in no order, at once, on two nodes. */
    private <T> List<T> shuffled(int count, Request<T> request) throws Exception {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count * TIMES; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(19));
        return onTwoNodesGet(there -> Together.all(order.size(), i -> {
            int which = order.get(i);
            return () -> Together.stubborn(() -> request.send(which / count % 2 == 0 ? null : there, which % count));
        }));
    }

    private <T> T bean(@Nullable SecondNode node, Class<T> type) {
        return node == null ? portal.getBean(type) : node.bean(type);
    }

    private int rows(String table, String condition) {
        return jdbc.sql("select count(*) from " + table + " where " + condition)
                .query(Integer.class)
                .single();
    }
}
