package ir.ramzineh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Stands between the portal and its database and can fall silent: nothing is closed, nothing arrives any more. */
public final class SilentProxy implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
    private final int databasePort;
    private volatile boolean silent;

    public SilentProxy(int databasePort) throws IOException {
        this.databasePort = databasePort;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void fallSilent() {
        silent = true;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : List.copyOf(sockets)) {
            socket.close();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket portal = door.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
                sockets.addAll(List.of(portal, database));
                Thread.ofVirtual().start(() -> pass(portal, database));
                Thread.ofVirtual().start(() -> pass(database, portal));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                while (silent) {
                    Thread.sleep(50);
                    if (door.isClosed()) {
                        return;
                    }
                }
                out.write(bytes, 0, n);
            }
        } catch (IOException ended) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
