package ir.ramzineh.staffchange;

import ir.ramzineh.approval.ApprovedDeed;
import ir.ramzineh.staff.Staff;
import ir.ramzineh.staff.StaffChanges;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One deed for each kind of change. */
@Configuration(proxyBeanMethods = false)
class StaffChangeConfiguration {
    @Bean
    ApprovedDeed staffAdd(StaffChanges changes, Staff staff) {
        return new StaffChangeDeed(StaffChangeKind.ADD, changes, staff);
    }

    @Bean
    ApprovedDeed staffPlace(StaffChanges changes, Staff staff) {
        return new StaffChangeDeed(StaffChangeKind.PLACE, changes, staff);
    }

    @Bean
    ApprovedDeed staffEnable(StaffChanges changes, Staff staff) {
        return new StaffChangeDeed(StaffChangeKind.ENABLE, changes, staff);
    }

    @Bean
    ApprovedDeed staffReset(StaffChanges changes, Staff staff) {
        return new StaffChangeDeed(StaffChangeKind.RESET, changes, staff);
    }

    @Bean
    ApprovedDeed staffDirectory(StaffChanges changes, Staff staff) {
        return new StaffChangeDeed(StaffChangeKind.DIRECTORY, changes, staff);
    }
}
