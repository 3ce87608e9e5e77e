package ir.ramzineh.e2e;

/** The screens journeys must serve, in CSS pixels: customers the first two, staff the last two. */
public enum Screen {
    PHONE(390, 844, true),
    DESKTOP(1280, 800, false),
    /** Staff at the counter. */
    TABLET(820, 1180, false);

    final int width;
    final int height;
    final boolean mobile;

    Screen(int width, int height, boolean mobile) {
        this.width = width;
        this.height = height;
        this.mobile = mobile;
    }
}
