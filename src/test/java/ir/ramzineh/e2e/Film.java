package ir.ramzineh.e2e;

import ir.ramzineh.ForkFolder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/**
 * What stands before the camera of the phone's browser: a still picture, as a film that Chromium takes for its camera
 * ({@code --use-file-for-fake-video-capture}). The file is read anew each time the camera is switched on.
 */
final class Film {
    private static final Path FILE = ForkFolder.of("camera").resolve("film.y4m").toAbsolutePath();
    private static final int SIDE = 720;
    private static final int PICTURE = 560;
    private static final int FRAMES = 2;

    private Film() {}

    /** The file that the camera plays; there is one from the beginning. */
    static synchronized Path file() {
        if (!Files.exists(FILE)) {
            nothing();
        }
        return FILE;
    }

    /** Holds a photograph before the camera. */
    static void show(byte[] png) {
        try {
            BufferedImage frame = blank();
            Graphics2D drawing = frame.createGraphics();
            drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            int margin = (SIDE - PICTURE) / 2;
            drawing.drawImage(picture, margin, margin, PICTURE, PICTURE, null);
            drawing.dispose();
            write(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes everything away. */
    static void nothing() {
        write(blank());
    }

    private static BufferedImage blank() {
        BufferedImage frame = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = frame.createGraphics();
        drawing.setColor(Color.LIGHT_GRAY);
        drawing.fillRect(0, 0, SIDE, SIDE);
        drawing.dispose();
        return frame;
    }

    /** YUV 4:2:0 without colour: brightness for each point, two quarters of grey. */
    private static void write(BufferedImage frame) {
        byte[] light = new byte[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int rgb = frame.getRGB(x, y);
                int grey = (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000;
                light[y * SIDE + x] = (byte) (16 + grey * 219 / 255);
            }
        }
        byte[] colour = new byte[SIDE * SIDE / 2];
        java.util.Arrays.fill(colour, (byte) 128);
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        film.writeBytes("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n"
                .formatted(SIDE, SIDE)
                .getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < FRAMES; i++) {
            film.writeBytes("FRAME\n".getBytes(StandardCharsets.US_ASCII));
            film.writeBytes(light);
            film.writeBytes(colour);
        }
        try {
            Files.createDirectories(FILE.getParent());
            Path next = Files.write(FILE.resolveSibling("next.y4m"), film.toByteArray());
            Files.move(next, FILE, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
