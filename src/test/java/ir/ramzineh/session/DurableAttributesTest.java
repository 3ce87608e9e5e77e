package ir.ramzineh.session;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.kernel.CustomerId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.DefaultCsrfToken;

class DurableAttributesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T08:30:00Z");

    static Stream<Object> whatASessionKeeps() {
        return Stream.of(
                new DeviceRecord("device.browser.chrome", "device.system.android", "2001:db8::7", NOON, null),
                new PendingSignIn("c2VjcmV0", "0912•••4567", NOON, NOON.plusSeconds(60), 3, false),
                new SecurityContextImpl(SessionFixture.authentication(new CustomerId(1234567))),
                new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token"),
                "1234567");
    }

    @ParameterizedTest
    @MethodSource("whatASessionKeeps")
    void whatIsKeptComesBackAsItWas(Object kept) {
        Object back = DurableAttributes.read(bytes(kept));
        assertThat(back).usingRecursiveComparison().isEqualTo(kept);
    }

    static Stream<Object> whatNobodyPutThere() {
        return Stream.of(
                new PriorityQueue<>(Stream.of(1, 2).toList()),
                new HashMap<>(Map.of("a", "b")),
                new java.io.File("/etc/passwd"),
                new IllegalStateException("no"),
                new byte[200_000]);
    }

    @ParameterizedTest
    @MethodSource("whatNobodyPutThere")
    void anythingElseInARowIsNotBroughtToLife(Object foreign) {
        assertThat(DurableAttributes.read(bytes(foreign))).isNull();
    }

    private static byte[] bytes(Object value) {
        return DurableAttributes.conversion().convert(value, byte[].class);
    }
}
