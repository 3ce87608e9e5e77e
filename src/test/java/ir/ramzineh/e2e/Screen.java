package ir.ramzineh.e2e;

/** The two screens every journey must serve, in CSS pixels. */
public enum Screen {
    PHONE(390, 844, true),
    DESKTOP(1280, 800, false);

    final int width;
    final int height;
    final boolean mobile;

    Screen(int width, int height, boolean mobile) {
        this.width = width;
        this.height = height;
        this.mobile = mobile;
    }
}
