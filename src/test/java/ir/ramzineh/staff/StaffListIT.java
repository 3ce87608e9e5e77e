package ir.ramzineh.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.staff.StaffAdministration.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The list of staff of a large bank: nobody is beyond its end. */
@PortalIT
class StaffListIT {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private StaffAdministration administration;

    private StaffFixtures staff;
    private StaffCrowd crowd;
    private StaffId who;

    @BeforeEach
    void aLargeBranch() {
        staff = StaffFixtures.of(beans);
        who = staff.member(Role.ADMINISTRATOR, null).id();
        crowd = StaffCrowd.of(beans);
        crowd.insert();
    }

    @AfterEach
    void nobodyOfIt() {
        crowd.remove();
    }

    @Test
    void aMemberIsFoundByAPartOfUserNameOrNameInAnySpelling() {
        String branch = crowd.branch().digits();
        for (String typed : List.of(
                "zz.last" + branch,
                " ZZ LAST" + branch,
                "last" + branch,
                "يكتا كي نژاد " + branch,
                "کی‌نژاد" + branch)) {
            assertThat(administration.page(who, typed, "").entries())
                    .as(typed)
                    .extracting(Entry::member)
                    .containsExactly(crowd.last());
        }
        assertThat(administration.page(who, "keyNEJAD", "").entries())
                .extracting(Entry::member)
                .contains(crowd.last());
        assertThat(administration.page(who, "nobody is called so " + branch, "").entries())
                .isEmpty();
    }

    @Test
    void theNumberOfABranchFindsAllOfItPageByPageAndEachOnce() {
        List<String> names = userNames(crowd.branch().digits());
        assertThat(names)
                .hasSize(StaffCrowd.MANY + 1)
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(crowd.last().userName());
    }

    @Test
    void withoutASearchEverybodyIsThereTheLastOneToo() {
        assertThat(userNames(""))
                .contains(crowd.last().userName())
                .contains(administration
                        .one(who, who.value())
                        .orElseThrow()
                        .member()
                        .userName())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aLineSaysWhetherTheSignInIsSetUp() {
        StaffMember able = staff.member(Role.TELLER, StaffFixtures.HOME).member();
        assertThat(administration.page(who, able.userName(), "").entries())
                .containsExactly(new Entry(able, true, null));
        assertThat(administration.page(who, crowd.last().userName(), "").entries())
                .containsExactly(new Entry(crowd.last(), false, null));
    }

    @Test
    void oneMemberIsAskedForByIdHoweverManyThereAre() {
        assertThat(administration.one(who, crowd.last().id().value()))
                .map(Entry::member)
                .contains(crowd.last());
        assertThat(administration.one(who, 0)).isEmpty();
        assertThat(administration.one(who, Long.MAX_VALUE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void onlyAdministratorsReadTheList(Role role) {
        StaffId other = staff.member(role, StaffFixtures.HOME).id();
        assertThatThrownBy(() -> administration.page(other, "", "")).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> administration.one(other, crowd.last().id().value()))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> administration.approvers(other, null)).isInstanceOf(NotPermittedException.class);
    }

    /** All pages of a search, one after the other. */
    private List<String> userNames(String search) {
        List<String> names = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            StaffPage page = administration.page(who, search, next.get());
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(StaffAdministration.PAGE);
            page.entries().forEach(entry -> names.add(entry.member().userName()));
            next = page.next();
        }
        return names;
    }
}
