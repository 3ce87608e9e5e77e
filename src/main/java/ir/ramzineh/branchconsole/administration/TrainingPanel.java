package ir.ramzineh.branchconsole.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.RouteConfiguration;
import ir.ramzineh.branchconsole.BranchHomePanel;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Reach;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.ui.Texts;
import java.util.Optional;

/** The way to the training room, where there is one: the production jar has no simulator. */
@org.springframework.stereotype.Component
class TrainingPanel implements BranchHomePanel {
    private static final String ROOM = "simulator/training";
    private static final double ORDER = 900;

    @Override
    public double order() {
        return ORDER;
    }

    @Override
    public Optional<Component> create(StaffMember member) {
        boolean there = RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .anyMatch(route -> route.getTemplate().equals(ROOM));
        if (!there || Permission.TRAINING.of(member.role()) == Reach.NONE) {
            return Optional.empty();
        }
        Texts texts = Texts.of(com.vaadin.flow.component.UI.getCurrentOrThrow().getLocale());
        Anchor link = new Anchor(ROOM, texts.get("training.open"));
        link.setId("branch-training");
        link.addClassName("button-link");
        link.setTarget("_blank");
        link.setRouterIgnore(true);
        Section panel =
                new Section(new H2(texts.get("training.title")), new Paragraph(texts.get("training.text")), link);
        panel.addClassNames("surface", "stack");
        return Optional.of(panel);
    }
}
