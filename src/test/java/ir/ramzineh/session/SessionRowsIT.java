package ir.ramzineh.session;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.kernel.CustomerId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;

/** What stands in the session tables, and what a slow request may do to it (security case 11). */
@PortalIT
class SessionRowsIT {
    @Autowired
    private NodeLocalSessions<?> node;

    @Autowired
    private JdbcIndexedSessionRepository store;

    @Autowired
    private SessionSettings settings;

    @Autowired
    private CookieSerializer cookies;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final CustomerId customer = SessionFixture.someCustomer();

    @Test
    void aRequestHeldBackSinceBeforeTheSignInCannotReviveTheOldId() {
        assertThat(oldIdIsAliveAfterAHeldRequest(node, node)).isFalse();
    }

    @Test
    void neitherCanOneThatIsHeldBackOnAnotherNode() {
        assertThat(oldIdIsAliveAfterAHeldRequest(node, anotherNode(store))).isFalse();
    }

    /** The control: with the store alone, the old id comes back to life. Should this ever fail, our guard is obsolete. */
    @Test
    void theStoreAloneWouldReviveTheOldId() {
        assertThat(oldIdIsAliveAfterAHeldRequest(store, store)).isTrue();
    }

    private <S extends Session, H extends Session> boolean oldIdIsAliveAfterAHeldRequest(
            SessionRepository<S> signingIn, SessionRepository<H> holding) {
        S visitor = signingIn.createSession();
        signingIn.save(visitor);
        String planted = visitor.getId();
        H held = holding.findById(planted);
        S signIn = signingIn.findById(planted);
        signIn.changeSessionId();
        signIn.setAttribute(
                DurableAttributes.SECURITY_CONTEXT, new SecurityContextImpl(SessionFixture.authentication(customer)));
        signingIn.save(signIn);
        held.setMaxInactiveInterval(settings.anonymousIdleMax());
        held.setAttribute(PendingSignIn.ATTRIBUTE, "late");
        holding.save(held);
        boolean alive = stored(planted) != null;
        boolean signedIn = stored(signIn.getId()) != null
                && stored(signIn.getId()).getAttribute(DurableAttributes.SECURITY_CONTEXT) != null;
        assertThat(signedIn).isEqualTo(!alive);
        return alive;
    }

    private <S extends Session> NodeLocalSessions<S> anotherNode(SessionRepository<S> shared) {
        return new NodeLocalSessions<>(shared, settings, new OpenTabs("sign-in"), clock);
    }

    @Test
    void onlyWhatIsListedReachesTheTable() {
        keepSomethingLocal(node);
        String id = new SessionFixture(node, cookies).signedIn(customer);
        List<String> names = jdbc.sql("""
                select ATTRIBUTE_NAME from SPRING_SESSION_ATTRIBUTES a
                join SPRING_SESSION s on s.PRIMARY_ID = a.SESSION_PRIMARY_ID where s.SESSION_ID = :id
                """).param("id", id).query(String.class).list();
        assertThat(names).containsExactlyInAnyOrder(DurableAttributes.SECURITY_CONTEXT, DeviceRecord.ATTRIBUTE);
        assertThat(jdbc.sql("select count(*) from SPRING_SESSION_ATTRIBUTES where ATTRIBUTE_NAME = 'a.local.thing'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static <S extends Session> void keepSomethingLocal(NodeLocalSessions<S> node) {
        NodeLocalSession<S> session = node.createSession();
        session.setAttribute("a.local.thing", new Object());
        node.save(session);
        assertThat(node.findById(session.getId()).<Object>getAttribute("a.local.thing"))
                .isNotNull();
    }

    @Test
    void aSignedInSessionStaysSmall() {
        String id = new SessionFixture(node, cookies).signedIn(customer);
        int bytes = jdbc.sql("""
                select sum(length(a.ATTRIBUTE_BYTES) + length(a.ATTRIBUTE_NAME) + 36) + 150
                from SPRING_SESSION_ATTRIBUTES a
                join SPRING_SESSION s on s.PRIMARY_ID = a.SESSION_PRIMARY_ID where s.SESSION_ID = :id
                """).param("id", id).query(Integer.class).single();
        assertThat(bytes).isLessThan(4096);
    }

    @Test
    void thirtyRequestsThatStoreTheSameThingAtOnceAllSucceed() throws Exception {
        String id = new SessionFixture(node, cookies).signedIn(customer);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                int number = i;
                all.add(threads.submit(() -> {
                    start.await();
                    store(node, id, number);
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(stored(id).<Object>getAttribute(PendingSignIn.ATTRIBUTE)).isNotNull();
    }

    private static <S extends Session> void store(NodeLocalSessions<S> node, String id, int number) {
        NodeLocalSession<S> session = node.findById(id);
        session.setAttribute(PendingSignIn.ATTRIBUTE, "request " + number);
        node.save(session);
    }

    @Test
    void aRowThatSomebodyFilledWithForeignObjectsIsSimplyNoSignIn() {
        String id = new SessionFixture(node, cookies).signedIn(customer);
        byte[] foreign =
                DurableAttributes.conversion().convert(new java.util.PriorityQueue<>(List.of(1)), byte[].class);
        jdbc.sql("""
                update SPRING_SESSION_ATTRIBUTES set ATTRIBUTE_BYTES = :foreign
                where ATTRIBUTE_NAME = :name and SESSION_PRIMARY_ID =
                    (select PRIMARY_ID from SPRING_SESSION where SESSION_ID = :id)
                """)
                .param("foreign", foreign)
                .param("name", DurableAttributes.SECURITY_CONTEXT)
                .param("id", id)
                .update();
        assertThat(node.findById(id).<Object>getAttribute(DurableAttributes.SECURITY_CONTEXT))
                .isNull();
    }

    private Session stored(String id) {
        return store.findById(id);
    }
}
