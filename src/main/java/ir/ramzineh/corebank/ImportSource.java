package ir.ramzineh.corebank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the files of an import lie. Each file is opened twice: once to check, once to write. */
@FunctionalInterface
public interface ImportSource {
    /**
     * Opens a file.
     *
     * @throws NoSuchFileException if there is none with this name, which is no error as long as there is any
     */
    InputStream open(String fileName) throws IOException;

    /** The files of a folder. */
    static ImportSource folder(Path folder) {
        return fileName -> Files.newInputStream(folder.resolve(fileName));
    }
}
