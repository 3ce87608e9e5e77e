package ir.ramzineh.simulator;

import java.util.List;

/** What stands on the screen of the simulated ATM. */
sealed interface AtmStep {
    /** No card is in. */
    record Idle() implements AtmStep {}

    /** Something to choose; the labels are the bank's. */
    record Menu(String title, List<Choice> choices) implements AtmStep {
        public Menu {
            choices = List.copyOf(choices);
        }
    }

    /** Digits to type. */
    record Keys(Asked asked, boolean hidden, int lengthMin, int lengthMax) implements AtmStep {}

    /** Something to read and to say yes or no to. */
    record Question(String title, List<String> lines, String yes, String no) implements AtmStep {
        public Question {
            lines = List.copyOf(lines);
        }
    }

    /** What came of it. */
    record Outcome(boolean good, String text, List<String> receipt) implements AtmStep {
        public Outcome {
            receipt = List.copyOf(receipt);
        }
    }

    /** One line of a menu. */
    record Choice(String id, String label) {}

    /** What is being typed. */
    enum Asked {
        FIRST_PASSWORD,
        MOBILE,
        PIN,
        PIN_AGAIN,
        CODE
    }
}
