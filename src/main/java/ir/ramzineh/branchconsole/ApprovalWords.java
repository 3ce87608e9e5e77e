package ir.ramzineh.branchconsole;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalState;
import ir.ramzineh.kernel.PlainText;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How a proposal reads. */
public final class ApprovalWords {
    private static final String MEMBER = "member";
    private static final String TOKEN_KINDS = "gateway-token-";
    private static final List<String> ORDER = List.of(
            "member",
            "member-name",
            "member-name-en",
            "national-id",
            "role-before",
            "branch-before",
            "role",
            "branch",
            "directory-before",
            "directory-after",
            "card",
            "password",
            "lost",
            "number-before",
            "number-after",
            "number-change",
            "number-standing",
            "ownership",
            "document",
            "document-digits",
            "days");

    private static final Pattern LATIN_LETTER = Pattern.compile("[A-Za-z]");

    private final Texts texts;
    private final Formats formats;
    private final Locale reader;

    private ApprovalWords(Locale reader) {
        this.texts = Texts.of(reader);
        this.formats = Formats.of(reader);
        this.reader = reader;
    }

    public static ApprovalWords of(Locale reader) {
        return new ApprovalWords(reader);
    }

    /** What it is that was proposed. */
    public String kind(Approval approval) {
        return orItself("approval.kind.", approval.proposal().kind());
    }

    /** Where it stands. */
    public String state(Approval approval) {
        return texts.get("approval.state." + approval.state().name());
    }

    /** How the word of where it stands looks; see {@link BranchTable#badge}. */
    public String look(Approval approval) {
        return switch (approval.state()) {
            case WAITING -> "waiting";
            case APPROVED -> "good";
            case REFUSED, EXPIRED -> "bad";
            case WITHDRAWN -> "quiet";
        };
    }

    /** What the decision just now brought about: of work that goes on by itself, that it has begun. */
    public String done(Approval approval) {
        return what("approval.done.", approval);
    }

    /** What became of it, for who comes later. */
    public String over(Approval approval) {
        return what("approval.over.", approval);
    }

    private String what(String prefix, Approval approval) {
        String key = prefix + approval.state().name();
        String ofKind = key + "." + approval.proposal().kind();
        if (texts.has(ofKind)) {
            return texts.get(ofKind);
        }
        boolean toldToNobody = approval.state() == ApprovalState.APPROVED
                && approval.proposal().customer() == null;
        String without = key + ".nobody";
        return texts.get(toldToNobody && texts.has(without) ? without : key);
    }

    /** What the checker wrote; it turns nothing around it, whoever wrote it before such signs were taken out. */
    public String note(Approval approval) {
        return approval.note().isEmpty() ? "" : '\u2068' + PlainText.of(approval.note()) + '\u2069';
    }

    /** Of one that waits, was refused or ran out of time: who and until when, or who refused it and why. */
    public String unsettled(Approval approval) {
        Instant decided = approval.decidedAt();
        StaffMember checker = approval.checker();
        String sentence = texts.get(
                "approvals.of-customer." + approval.state().name(),
                member(approval.maker()),
                formats.dateTime(decided == null ? approval.expiresAt() : decided),
                checker == null ? "" : member(checker));
        String note = note(approval);
        return note.isEmpty() ? sentence : sentence + " " + texts.get("approvals.of-customer.note", note);
    }

    /** Whether it waits and is about an account token: the section of the tokens says so itself. */
    public boolean isWaitingAboutToken(Approval approval) {
        return approval.state() == ApprovalState.WAITING
                && approval.proposal().kind().startsWith(TOKEN_KINDS);
    }

    /** Name and user name: two colleagues may have one name. */
    public String member(StaffMember member) {
        return member.name().in(reader) + " (" + isolated(member.userName()) + ")";
    }

    /** The member of staff whom a proposal is about, by the user name, if it is about one. */
    public Optional<String> member(Approval approval) {
        return Optional.ofNullable(approval.proposal().facts().get(MEMBER)).map(ApprovalWords::isolated);
    }

    /** Whether it is about a member of staff and not about a customer. */
    public boolean isAboutStaff(Approval approval) {
        return approval.proposal().facts().containsKey(MEMBER);
    }

    /** The facts in the order in which they are read: those known to this page first. */
    public Map<String, String> facts(Approval approval) {
        Map<String, String> ordered = new TreeMap<>((one, other) ->
                place(one) == place(other) ? one.compareTo(other) : Integer.compare(place(one), place(other)));
        ordered.putAll(approval.proposal().facts());
        return ordered;
    }

    private static int place(String fact) {
        int at = ORDER.indexOf(fact);
        return at < 0 ? ORDER.size() : at;
    }

    /** What a fact is. */
    public String factName(String fact) {
        return orItself("approval.fact.", fact);
    }

    /** What a fact says. */
    public String factValue(String fact, String value) {
        String key = "approval.value." + fact.replaceFirst("-(before|after)$", "") + "." + value;
        return texts.has(key) ? texts.get(key) : isolated(figures(value));
    }

    /** One sentence about afterwards. */
    public String afterward(Afterward one) {
        Object[] arguments = one.arguments().stream()
                .map(argument -> isolated(figures(argument)))
                .toArray();
        return texts.has(one.key()) ? texts.get(one.key(), arguments) : isolated(one.key());
    }

    /** How values look to this reader. */
    public Formats formats() {
        return formats;
    }

    /** A word without a text is shown as it is: no page may fail for the kind of one of its lines. */
    private String orItself(String prefix, String word) {
        return texts.has(prefix + word) ? texts.get(prefix + word) : isolated(word);
    }

    /** Figures in the reader's digits; a name in Latin letters keeps its own, because it is compared as it is. */
    private String figures(String value) {
        return LATIN_LETTER.matcher(value).find() ? value : formats.digits(value);
    }

    /** Unicode isolates: what stands between reads left to right and turns nothing around it. */
    private static String isolated(String text) {
        return '\u2066' + PlainText.of(text) + '\u2069';
    }
}
