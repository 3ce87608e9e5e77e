package ir.ramzineh.branchconsole.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.gatewaytoken.BranchScene;
import ir.ramzineh.gatewaytoken.GatewayReceipt;
import ir.ramzineh.gatewaytoken.GatewayReceipts;
import ir.ramzineh.gatewaytoken.GatewayTokenId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The file of a receipt: one for a link, with one row of the trail, for as long as a viewer may ask again (S10.5, S10.18). */
@PortalIT
class PaperFileIT {
    private static final Duration MOMENT = Duration.ofSeconds(30);

    @Autowired
    private GatewayReceipts receipts;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private final AtomicInteger made = new AtomicInteger();
    private BranchScene scene;
    private GatewayTokenId token;

    @BeforeEach
    void begin() {
        scene = BranchScene.of(beans);
        token = scene.issue().token();
    }

    @Test
    void aViewerThatAsksAgainGetsTheSameFileAndTheTrailHasOneRow() {
        PaperFile file = file(PaperReceipt::of);
        clock.advance(PaperFile.LIFE.minus(MOMENT));
        byte[] first = file.ask().orElseThrow();
        clock.advance(PaperFile.LIFE.minus(MOMENT));
        assertThat(file.ask()).hasValueSatisfying(second -> assertThat(second).isEqualTo(first));
        assertThat(made).hasValue(1);
        assertThat(scene.audited("receipt-printed")).isEqualTo(1);

        clock.advance(MOMENT);
        assertThat(file.ask()).as("asking again makes its life no longer").isEmpty();
        assertThat(scene.audited("receipt-printed")).isEqualTo(1);
    }

    @Test
    void aLinkThatNobodyFollowedInTimeGivesNothing() {
        PaperFile file = file(PaperReceipt::of);
        clock.advance(PaperFile.LIFE);
        assertThat(file.ask()).isEmpty();
        assertThat(scene.audited("receipt-printed")).isZero();
    }

    @Test
    void aFailureWhileTheFileIsMadeUsesNothingUp() {
        AtomicInteger tries = new AtomicInteger();
        PaperFile file = file(receipt -> {
            if (tries.getAndIncrement() == 0) {
                throw new IllegalStateException("no font");
            }
            return PaperReceipt.of(receipt);
        });
        assertThatThrownBy(file::ask).isInstanceOf(IllegalStateException.class);
        assertThat(scene.audited("receipt-printed")).isZero();
        assertThat(file.ask()).isPresent();
        assertThat(scene.audited("receipt-printed")).isEqualTo(1);
    }

    @Test
    void ofManyWhoAskAtOnceEachGetsTheOneFile() throws Exception {
        PaperFile file = file(PaperReceipt::of);
        List<Callable<Optional<byte[]>>> asks = new ArrayList<>();
        for (int n = 0; n < 16; n++) {
            asks.add(file::ask);
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Optional<byte[]>> answer : threads.invokeAll(asks)) {
                assertThat(answer.get()).isPresent();
            }
        }
        assertThat(made).hasValue(1);
        assertThat(scene.audited("receipt-printed")).isEqualTo(1);
    }

    @Test
    void whoLostTheRightOrLeftThePageGetsItNoSecondTime() {
        PaperFile left = file(PaperReceipt::of);
        assertThat(left.ask()).isPresent();
        left.forget();
        assertThat(left.ask()).isEmpty();

        PaperFile lost = file(PaperReceipt::of);
        assertThat(lost.ask()).isPresent();
        scene.staff.setActive(scene.teller.id(), false);
        assertThat(lost.ask()).isEmpty();
        scene.staff.setActive(scene.teller.id(), true);
        assertThat(lost.ask()).as("lost for that moment only").isPresent();
        assertThat(made).hasValue(2);
    }

    private PaperFile file(Function<GatewayReceipt, byte[]> maker) {
        return new PaperFile(
                receipts,
                scene.teller.id(),
                token,
                receipt -> {
                    byte[] bytes = maker.apply(receipt);
                    made.incrementAndGet();
                    return bytes;
                },
                clock);
    }
}
