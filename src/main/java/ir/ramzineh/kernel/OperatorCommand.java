package ir.ramzineh.kernel;

import java.io.PrintStream;

/**
 * Something an operator has the program do in place of serving: asked for by an option of the command line, it opens no
 * port, prints what came of it and ends the program. A module announces each as a bean.
 */
public interface OperatorCommand {
    /** Exit code when all is well. */
    int DONE = 0;

    /** Exit code when something was refused; what was refused is printed. */
    int REFUSED = 1;

    /** The option that asks for it, without dashes, such as {@code import}. */
    String option();

    /**
     * Does it.
     *
     * @param out for the operator's eyes; the only place where a new key may stand
     * @return the exit code, {@link #DONE} or {@link #REFUSED}
     * @throws StartupProblem if the command was not asked for properly
     */
    int run(CommandOptions options, PrintStream out);
}
