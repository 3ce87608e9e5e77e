package ir.ramzineh.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * One kept-alive connection of a card switch, which asks one question after the other. Plain sockets: on a small machine
 * a full HTTP client would take CPU from what is measured.
 */
final class SwitchConnection implements Client {
    private static final AtomicLong REQUESTS = new AtomicLong();
    private static final int LINE_LENGTH_MAX = 8_192;

    private final LongFunction<CardRing.Question> questions;
    private final String expected;
    private final String head;
    private final int port;
    private Socket socket;
    private InputStream in;
    private final String run = Long.toString(System.nanoTime(), 36);

    /**
     * @param questions gives a question for a time step
     * @param expected the verdict each of them should get
     */
    SwitchConnection(int port, String key, LongFunction<CardRing.Question> questions, String expected)
            throws IOException {
        this.questions = questions;
        this.expected = "{\"verdict\":\"" + expected + "\"}";
        this.head = "POST /api/v1/verifications HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
        this.port = port;
        this.socket = open(port);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    private static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        return socket;
    }

    @Override
    public boolean once() throws IOException {
        CardRing.Question question = questions.apply(System.currentTimeMillis() / 1000 / LoadedCards.SPEC.periodSeconds());
        String body = "{\"requestId\":\"" + run + "-" + REQUESTS.incrementAndGet() + "\",\"card\":\"" + question.card()
                + "\",\"password\":\"SECOND\",\"code\":\"" + question.code()
                + "\",\"transaction\":{\"type\":\"PURCHASE\",\"amount\":4330000,\"merchantId\":\"000012345678901\","
                + "\"terminalId\":\"12345678\"}}";
        socket.getOutputStream().write((head + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private boolean answer() throws IOException {
        boolean ok = line().startsWith("HTTP/1.1 200");
        int length = -1;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            last |= header.equalsIgnoreCase("Connection: close");
        }
        String body = length >= 0 ? text(length) : chunks();
        if (last) {
            socket.close();
            socket = open(port);
            in = new BufferedInputStream(socket.getInputStream());
        }
        return ok && body.equals(expected);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            body.append(text(length));
            line();
        }
        line();
        return body.toString();
    }

    private String text(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LINE_LENGTH_MAX) {
                throw new IOException("The portal ended the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
