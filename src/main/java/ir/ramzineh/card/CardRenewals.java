package ir.ramzineh.card;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.JalaliDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Banks lengthen the life of cards without a new number. So that codes of such a card are not refused until its owner
 * looks at it, the bank is asked every night about the cards that have ended or end within a month.
 */
@Configuration(proxyBeanMethods = false)
class CardRenewals {
    /** In the hour in which the fewest pay, Tehran time. */
    private static final LocalTime NIGHT = LocalTime.of(3, 30);

    private static final int PAGE = 200;

    @Bean
    RecurringTask<Void> askForRenewedCards(CardTable cards, CardMirror mirror, Customers customers, CardViews views) {
        return Tasks.recurring("card-renewals", new Daily(CardViews.TEHRAN, NIGHT))
                .execute((instance, context) ->
                        refresh(cards, mirror, customers, views.today().plusMonths(1)));
    }

    static void refresh(CardTable cards, CardMirror mirror, Customers customers, JalaliDate endingBy) {
        long last = 0;
        List<CustomerId> page;
        do {
            page = cards.ownersOfCardsEndingBy(endingBy, last, PAGE);
            for (CustomerId customer : page) {
                customers.byId(customer).ifPresent(mirror::refresh);
                last = customer.value();
            }
        } while (page.size() == PAGE);
    }
}
