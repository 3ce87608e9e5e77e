package ir.ramzineh.issuer;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the issuer profiles.
 *
 * @param directory folder with the operator's own {@code <bank>.yaml} files; one with the name of a bundled file takes
 *     its place, any other adds a bank; none by default
 */
@ConfigurationProperties("ramzineh.issuer")
record IssuerProperties(@Nullable Path directory) {}
