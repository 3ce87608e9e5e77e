package ir.ramzineh.gatewaytoken;

import ir.ramzineh.channelapi.ChannelClients;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.corebank.AccountNumber;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.UUID;

/** A gateway of the bank, such as its internet bank or an ATM network, that asks the portal over HTTP with a key of its own. */
final class AccountChannel {
    static final String ACCEPTED = "{\"verdict\":\"ACCEPTED\"}";
    static final String REFUSED = "{\"verdict\":\"REFUSED\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String key;

    AccountChannel(int port, ChannelClients clients) {
        this.address = URI.create("http://127.0.0.1:" + port + "/api/v1/verifications");
        String id = "gate-" + UUID.randomUUID().toString().substring(0, 8);
        this.key = clients.register(id, "a gateway", EnumSet.of(ChannelScope.VERIFICATION))
                .bearer();
    }

    static String account(AccountNumber number) {
        return account(BranchScene.BANK, number);
    }

    static String account(String bank, AccountNumber number) {
        return "\"account\":{\"bank\":\"%s\",\"number\":\"%s\"}".formatted(bank, number.digits());
    }

    static String user(String name) {
        return "\"userName\":\"%s\"".formatted(name);
    }

    static String person(String nationalId) {
        return "\"nationalId\":\"%s\"".formatted(nationalId);
    }

    /** The whole answer to an account transaction. */
    String account(String subject, String code) {
        return ask("ACCOUNT", subject, code, "TRANSFER", 2_500_000).body();
    }

    /** The whole answer to a sign-in elsewhere. */
    String signIn(String subject, String code) {
        return ask("GATEWAY", subject, code, "BALANCE", 0).body();
    }

    HttpResponse<String> ask(String password, String subject, String code, String type, long amount) {
        String body = """
                {"requestId":"%s","password":"%s",%s,"code":"%s",
                 "transaction":{"type":"%s","amount":%d,"merchantId":"M1","terminalId":"T1"}}
                """.formatted(UUID.randomUUID(), password, subject, code, type, amount);
        try {
            return http.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
