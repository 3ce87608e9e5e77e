package ir.ramzineh.branchconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ir.ramzineh.PortalIT;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import ir.ramzineh.staff.StaffSignIn;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Staff through the bank's own identity provider, played here by a small server that signs ID tokens. */
@PortalIT
class DirectorySignInIT {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private StaffSignIn signIn;

    @Autowired
    private BranchSecurityWelcome welcome;

    @Autowired
    private DirectorySignIn asInstalled;

    private final String mail = UUID.randomUUID() + "@bank.example";
    private MockHttpSession session = new MockHttpSession();
    private StaffFixtures staff;
    private Provider provider;
    private List<Filter> filters;

    @BeforeEach
    void begin() throws Exception {
        staff = StaffFixtures.of(beans);
        provider = new Provider();
        ClientRegistration bank = ClientRegistration.withRegistrationId("bank")
                .clientId("ramzineh")
                .clientSecret("only-in-this-test")
                .clientName("Bank")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/branch/directory/code/{registrationId}")
                .scope("openid", "email")
                .issuerUri(provider.address())
                .authorizationUri(provider.address() + "/authorize")
                .tokenUri(provider.address() + "/token")
                .jwkSetUri(provider.address() + "/keys")
                .userNameAttributeName("sub")
                .build();
        DirectorySignIn directory =
                new DirectorySignIn(known(new InMemoryClientRegistrationRepository(bank)), new BranchSettings("email"));
        filters = directory.filters(signIn, new BranchSecurityNewSession()::onAuthentication, welcome);
        assertThat(directory.providers())
                .containsExactly(new DirectorySignIn.Provider("Bank", "branch/directory/bank"));
    }

    @AfterEach
    void end() {
        provider.stop();
    }

    @Test
    void itIsOffUnlessAProviderIsSetUp() {
        assertThat(asInstalled.providers()).isEmpty();
    }

    @Test
    void anActiveMemberSignsInAndTheSessionHoldsNothingOfTheProvider() throws Exception {
        Known teller = named(mail);
        assertThat(there(Map.of("email", mail.toUpperCase(Locale.ROOT)))).isEqualTo("/branch");
        SecurityContext context = (SecurityContext)
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        assertThat(context.getAuthentication())
                .isExactlyInstanceOf(UsernamePasswordAuthenticationToken.class)
                .satisfies(who -> assertThat(who.getName())
                        .isEqualTo("staff:" + teller.id().value()))
                .satisfies(who -> assertThat(who.getAuthorities())
                        .extracting(Object::toString)
                        .containsExactly("ROLE_STAFF"));
        assertThat(session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        .toString())
                .doesNotContain(mail);
    }

    @Test
    void somebodyTheBankKnowsAndWeDoNotIsRefusedAndSoIsADisabledMember() throws Exception {
        assertThat(there(Map.of("email", "stranger@bank.example"))).isEqualTo("/branch/sign-in?directory");
        Known teller = named(mail);
        staff.setActive(teller.id(), false);
        assertThat(there(Map.of("email", mail))).isEqualTo("/branch/sign-in?directory");
    }

    @Test
    void anAddressTheProviderDoubtsIsRefused() throws Exception {
        named(mail);
        assertThat(there(Map.of("email", mail, "email_verified", false))).isEqualTo("/branch/sign-in?directory");
    }

    @Test
    void aTokenOfAnotherKeyAnotherAudienceOrAnotherNonceIsRefused() throws Exception {
        named(mail);
        provider.signWith(new RSAKeyGenerator(2048).keyID("k").generate());
        assertThat(there(Map.of("email", mail))).as("key").isEqualTo("/branch/sign-in?directory");
        provider.signWith(provider.key);
        assertThat(there(Map.of("email", mail, "aud", "another")))
                .as("audience")
                .isEqualTo("/branch/sign-in?directory");
        assertThat(there(Map.of("email", mail, "nonce", "another"))).as("nonce").isEqualTo("/branch/sign-in?directory");
        assertThat(there(Map.of("email", mail))).as("the control").isEqualTo("/branch");
    }

    @Test
    void anAnswerNobodyAskedForIsRefused() throws Exception {
        named(mail);
        MockHttpServletResponse answer = send("/branch/directory/code/bank", "code=x&state=made-up");
        assertThat(answer.getRedirectedUrl()).isEqualTo("/branch/sign-in?directory");
    }

    private Known named(String name) {
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        staff.changes().setDirectoryName(staff.two(), teller.id(), name);
        return teller;
    }

    /** To the provider and back; where it led. */
    private String there(Map<String, Object> claims) throws Exception {
        session = new MockHttpSession();
        String location = send("/branch/directory/bank", "").getRedirectedUrl();
        Map<String, String> asked = query(URI.create(location).getRawQuery());
        assertThat(asked).containsKeys("state", "nonce", "code_challenge");
        provider.answer(asked.get("nonce"), claims);
        MockHttpServletResponse back = send("/branch/directory/code/bank", "code=good&state=" + asked.get("state"));
        return back.getRedirectedUrl();
    }

    private MockHttpServletResponse send(String path, String query) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setQueryString(query);
        query(query).forEach(request::setParameter);
        request.setSession(session);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new MockFilterChain(new HttpServlet() {}, filters.toArray(Filter[]::new)).doFilter(request, response);
        if (request.getSession(false) instanceof MockHttpSession renewed) {
            session = renewed;
        }
        return response;
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> values = new HashMap<>();
        for (String pair : raw.isEmpty() ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private static ObjectProvider<ClientRegistrationRepository> known(ClientRegistrationRepository one) {
        return new ObjectProvider<>() {
            @Override
            public ClientRegistrationRepository getObject() {
                return one;
            }

            @Override
            public ClientRegistrationRepository getIfAvailable() {
                return one;
            }
        };
    }

    /** The bank's identity provider: keys and tokens. */
    private static final class Provider {
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        private final RSAKey key = new RSAKeyGenerator(2048).keyID("k").generate();
        private RSAKey signing = key;
        private String token = "";

        Provider() throws IOException, JOSEException {
            server.createContext("/keys", exchange -> reply(exchange, new JWKSet(key).toString()));
            server.createContext("/token", exchange -> {
                exchange.getRequestBody().readAllBytes();
                reply(exchange, """
                        {"access_token":"opaque","token_type":"Bearer","expires_in":60,"id_token":"%s"}
                        """.formatted(token));
            });
            server.start();
        }

        String address() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        void signWith(RSAKey other) {
            signing = other;
        }

        void answer(@Nullable String nonce, Map<String, Object> claims) throws JOSEException {
            Instant now = Instant.now();
            JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                    .issuer(address())
                    .subject("e-1203-17")
                    .audience("ramzineh")
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(60)))
                    .claim("nonce", nonce);
            claims.forEach(set::claim);
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), set.build());
            jwt.sign(new RSASSASigner(signing));
            token = jwt.serialize();
        }

        void stop() {
            server.stop(0);
        }

        private static void reply(HttpExchange exchange, String json) throws IOException {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }
    }
}
