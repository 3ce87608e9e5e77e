package ir.ramzineh.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** Carries bytes between a browser and a portal on this machine, unchanged, and counts those that come down. */
final class CountingWire implements AutoCloseable {
    private final ServerSocket entry;
    private final URI portal;
    private final AtomicLong down = new AtomicLong();

    CountingWire(URI portal) {
        this.portal = portal;
        try {
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://localhost:" + entry.getLocalPort());
    }

    long bytesDown() {
        return down.get();
    }

    /** Nothing new gets through; what runs ends with its browser. */
    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket browser = entry.accept();
                Socket server = new Socket(portal.getHost(), portal.getPort());
                Thread.ofVirtual().start(() -> carry(browser, server, new AtomicLong()));
                Thread.ofVirtual().start(() -> carry(server, browser, down));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void carry(Socket from, Socket to, AtomicLong count) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] part = new byte[16_384];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                count.addAndGet(read);
                out.write(part, 0, read);
            }
        } catch (IOException e) {
            // One of them has hung up.
        }
    }
}
