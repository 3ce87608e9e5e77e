package ir.ramzineh.branchconsole;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import ir.ramzineh.staff.Reach;
import ir.ramzineh.staff.Role;
import ir.ramzineh.ui.Glyph;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The menu of a role: the first page, and every {@link BranchPage} that stands in the menu and is reached. */
final class BranchMenu {
    static final String HOME = "branch";
    private static final double AREA = 10;

    private BranchMenu() {}

    /** One line of the menu. */
    record Entry(String path, String text, Glyph glyph, double order) {
        String id() {
            return "branch-nav-"
                    + (path.equals(HOME)
                            ? "home"
                            : path.substring(HOME.length() + 1).replace('/', '-'));
        }

        /** Lines of one area stand together. */
        long area() {
            return (long) (order / AREA);
        }
    }

    static List<Entry> of(Role role) {
        Stream<Entry> pages = RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(route -> entry(route, role))
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(new Entry(HOME, "branch.home.title", Glyph.HOME, 0)), pages)
                .sorted(Comparator.comparingDouble(Entry::order).thenComparing(Entry::path))
                .toList();
    }

    private static @Nullable Entry entry(RouteData route, Role role) {
        BranchPage page = route.getNavigationTarget().getAnnotation(BranchPage.class);
        boolean shown =
                page != null && page.menu() && route.getRouteParameters().isEmpty() && reached(page, role);
        return shown ? new Entry(route.getTemplate(), page.text(), page.glyph(), page.order()) : null;
    }

    private static boolean reached(BranchPage page, Role role) {
        return page.permission().of(role) != Reach.NONE
                || Arrays.stream(page.or()).anyMatch(one -> one.of(role) != Reach.NONE);
    }
}
