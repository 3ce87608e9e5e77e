package ir.ramzineh.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * What of a session is written to the database: four small things by name, and of these only classes that are listed
 * here. Everything else, the Vaadin user interface above all, stays in the memory of the node.
 */
final class DurableAttributes {
    static final String SECURITY_CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private static final Logger log = LoggerFactory.getLogger(DurableAttributes.class);

    private static final Set<String> NAMES = Set.of(
            SECURITY_CONTEXT,
            FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
            "org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN",
            DeviceRecord.ATTRIBUTE,
            PendingSignIn.ATTRIBUTE);

    /** Classes that may come back to life out of a row; whatever is not named is refused. */
    private static final ObjectInputFilter CLASSES = ObjectInputFilter.Config.createFilter("maxdepth=12;maxrefs=200;"
            + "maxbytes=16384;maxarray=100;"
            + "java.lang.String;java.lang.Number;java.lang.Long;java.lang.Integer;java.lang.Boolean;java.lang.Enum;"
            + "java.lang.Object;java.lang.Record;java.util.ArrayList;java.util.Collections$Unmodifiable*;java.time.Ser;java.time.Instant;"
            + "org.springframework.security.core.context.SecurityContextImpl;"
            + "org.springframework.security.core.authority.*;"
            + "org.springframework.security.authentication.AbstractAuthenticationToken;"
            + "org.springframework.security.authentication.UsernamePasswordAuthenticationToken;"
            + "org.springframework.security.web.csrf.DefaultCsrfToken;"
            + "ir.ramzineh.session.DeviceRecord;ir.ramzineh.session.PendingSignIn;!*");

    private DurableAttributes() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }

    /** Java serialization in both directions, with {@link #CLASSES} as the gate on the way back. */
    static GenericConversionService conversion() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new Reader());
        return conversion;
    }

    private static final class Reader implements Converter<byte[], @Nullable Object> {
        @Override
        public @Nullable Object convert(byte[] bytes) {
            return read(bytes);
        }
    }

    /**
     * Brings one attribute back. What cannot be read, because an older release wrote it or somebody changed the row,
     * counts as absent: the customer signs in again, nobody gets an error page.
     */
    static @Nullable Object read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(CLASSES);
            return in.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            log.warn("a stored session attribute could not be read and is ignored: {}", e.toString());
            return null;
        }
    }
}
