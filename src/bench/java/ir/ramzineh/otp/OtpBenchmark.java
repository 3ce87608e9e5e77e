package ir.ramzineh.otp;

import ir.ramzineh.kernel.PasswordKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What the pure functions of a verification and of an activation cost. A program, not a test: {@code ./mvnw -Pbench
 * verify} runs it and leaves {@code target/bench/otp.json} and {@code otp.txt}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class OtpBenchmark {
    private static final TotpSpec SPEC = new TotpSpec(HashAlgorithm.SHA256, 7, 60);
    private static final OcraSuite SUITE = OcraSuite.parse("OCRA-1:HOTP-SHA256-7:QN08-T1M");
    private static final ActivationContext CONTEXT = new ActivationContext("BENCH-1", PasswordKind.SECOND, SPEC);
    private static final List<PartFormat> FORMATS = List.of(
            new PartFormat(1, PartAlphabet.DIGITS, 8), new PartFormat(2, PartAlphabet.LETTERS, 114));

    private final SecureRandom random = new SecureRandom();
    private final OtpKey key = OtpKey.random(new Random(1), 32);
    private final List<TypedPart> parts = ActivationKeys.split(FORMATS, new Random(1));
    private final String fragment = new ActivationLink(
                    ActivationLink.Mechanism.SELF_CONTAINED,
                    CONTEXT,
                    "shahr",
                    "بانک شهر",
                    "502806******8765",
                    List.of(),
                    ScannedPart.random(1, new Random(1)))
            .fragment();
    private final String phoneKey = ClaimSeal.publicKeyText(ephemeralKeys(random).getPublic());
    private long step = 29_000_000;

    /** One code by time. */
    @Benchmark
    public String totpCode() {
        return SPEC.code(key, step++);
    }

    /** What a verification computes: a window of three steps, nothing matching. */
    @Benchmark
    public OptionalLong windowOfThree() {
        step++;
        return SPEC.matchingStep(key, "0000000", step - 1, step + 1);
    }

    /** One code that answers a question. */
    @Benchmark
    public String ocraCode() {
        return Ocra.code(SUITE, key, OcraInput.question("00430721").timeStep(step++));
    }

    /** A key out of two parts. */
    @Benchmark
    public OtpKey keyOfTwoParts() {
        return ActivationKeys.derive(parts, CONTEXT);
    }

    /** The check signs of the long SMS part. */
    @Benchmark
    public PartReading readLongPart() {
        return TypedPart.read(parts.get(1).text(), FORMATS.get(1), FORMATS);
    }

    /** A scanned link. */
    @Benchmark
    public ActivationLink readLink() {
        return ActivationLink.parse(fragment);
    }

    /** A claim: two operations on the curve. */
    @Benchmark
    public ClaimSeal.SealedClaim sealClaim() {
        return ClaimSeal.seal(phoneKey, key, CONTEXT, random);
    }

    private static KeyPair ephemeralKeys(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }

    /** Runs all and writes the result files into the folder named by the first argument. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "target/bench"));
        new Runner(new OptionsBuilder()
                        .include(OtpBenchmark.class.getSimpleName())
                        .resultFormat(ResultFormatType.JSON)
                        .result(folder.resolve("otp.json").toString())
                        .output(folder.resolve("otp.txt").toString())
                        .build())
                .run();
        Files.readAllLines(folder.resolve("otp.txt")).stream()
                .filter(line -> line.startsWith("OtpBenchmark.") || line.startsWith("Benchmark "))
                .forEach(System.out::println);
    }
}
