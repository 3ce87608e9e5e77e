package ir.ramzineh.approval;

import ir.ramzineh.staff.Permission;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The deeds by their kind. Asked for late: they depend on this module, and it on none of theirs. */
@Component
class ApprovalDeeds {
    private final ObjectProvider<ApprovedDeed> beans;

    ApprovalDeeds(ObjectProvider<ApprovedDeed> beans) {
        this.beans = beans;
    }

    /** @throws IllegalStateException none or more than one is of this kind: a mistake of ours */
    ApprovedDeed of(String kind) {
        List<ApprovedDeed> found =
                beans.stream().filter(deed -> deed.kind().equals(kind)).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " deeds are of the kind " + kind);
        }
        return found.getFirst();
    }

    /** Everything that can be proposed, by what a reader of it must be permitted. */
    Map<Permission, List<String>> kindsByView() {
        return beans.stream()
                .collect(Collectors.groupingBy(
                        ApprovedDeed::views,
                        () -> new EnumMap<>(Permission.class),
                        Collectors.mapping(ApprovedDeed::kind, Collectors.toList())));
    }
}
