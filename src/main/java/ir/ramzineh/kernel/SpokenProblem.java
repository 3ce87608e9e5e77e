package ir.ramzineh.kernel;

/** An exception that has a sentence for the reader: views show it calmly in place of "something went wrong". */
public interface SpokenProblem {
    /** The key of a translated text without arguments. */
    String key();
}
