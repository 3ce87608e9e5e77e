package ir.ramzineh.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.TransactionType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of the switchboard brings, and when it is refused (S5.5, S5.6, S11.7, 3.2 C). */
class SettingsRulesTest {
    private static final Set<TransactionType> PURCHASES = Set.of(TransactionType.PURCHASE);

    @Test
    void S5_5_nothingCanBeSetWhileThereCanBeNoCode() {
        CardSettings before = settings(PasswordState.STATIC, false);

        assertThat(refused(before, new SettingsChange.AmountCap(new Rial(1)))).isEqualTo("error.card.not-dynamic");
        assertThat(refused(before, new SettingsChange.Types(PURCHASES))).isEqualTo("error.card.not-dynamic");
        assertThat(refused(before, new SettingsChange.Hours(8, 20))).isEqualTo("error.card.not-dynamic");
        assertThat(refused(before, new SettingsChange.Freeze())).isEqualTo("error.card.not-dynamic");
        assertThat(refused(settings(PasswordState.LOCKED, true), new SettingsChange.Freeze()))
                .isEqualTo("error.card.locked");
    }

    @Test
    void S11_7_whatWorksFromTheStartIsSetBeforeAnActivation() {
        CardSettings now = settings(PasswordState.STATIC, true);

        assertThat(keys(now, new SettingsChange.Channels(Set.of())))
                .containsExactly("consequence.channel.harim.off", "consequence.channel.static-alone");
        assertThat(keys(now, new SettingsChange.Freeze()))
                .contains("consequence.freeze.refused")
                .doesNotContain("consequence.freeze.tokens-stay");
        assertThat(keys(now, new SettingsChange.AmountCap(new Rial(5)))).isNotEmpty();
        assertThat(refused(now, new SettingsChange.Life(60))).isEqualTo("error.card.not-dynamic");
        assertThat(refused(now, new SettingsChange.SwitchOff())).isEqualTo("error.card.not-dynamic");
        assertThat(refused(now, new SettingsChange.Channels(Set.of(CodeChannel.APP))))
                .isEqualTo("error.card.channel");
    }

    @Test
    void typesSayEachSwitchAndNeverAPasswordChange() {
        CardSettings now = settings(PasswordState.DYNAMIC, false);

        assertThat(keys(now, new SettingsChange.Types(PURCHASES)))
                .containsExactlyInAnyOrder(
                        "consequence.type.transfer.off",
                        "consequence.type.bill.off",
                        "consequence.type.balance.off",
                        "consequence.type.withdrawal.off");
        assertThat(keys(now, new SettingsChange.Types(Set.of()))).contains("consequence.type.none-left");
        assertThat(refused(now, new SettingsChange.Types(EnumSet.allOf(TransactionType.class))))
                .isEqualTo("error.card.types");
        assertThat(refused(now, new SettingsChange.Types(AllowedTransactions.CHOOSABLE)))
                .isEqualTo("error.card.no-change");
    }

    @Test
    void hoursMayRunOverMidnightAndAreNeverEmpty() {
        CardSettings now = settings(PasswordState.DYNAMIC, false);

        assertThat(keys(now, new SettingsChange.Hours(8, 20)))
                .containsExactly("consequence.hours.between", "consequence.hours.refused");
        assertThat(keys(now, new SettingsChange.Hours(22, 6)))
                .containsExactly("consequence.hours.over-midnight", "consequence.hours.refused");
        assertThat(refused(now, new SettingsChange.Hours(9, 9))).isEqualTo("error.card.hours");
        assertThat(refused(now, new SettingsChange.Hours(0, 25))).isEqualTo("error.card.hours");
        assertThat(refused(now, new SettingsChange.Hours(0, 24))).isEqualTo("error.card.no-change");
    }

    static List<SettingsChange> changesThatCanBeStored() {
        return List.of(
                new SettingsChange.Freeze(),
                new SettingsChange.Unfreeze(),
                new SettingsChange.Life(90),
                new SettingsChange.AmountCap(null),
                new SettingsChange.AmountCap(new Rial(1_000_000)),
                new SettingsChange.Channels(Set.of()),
                new SettingsChange.Channels(EnumSet.allOf(CodeChannel.class)),
                new SettingsChange.Types(Set.of()),
                new SettingsChange.Types(AllowedTransactions.CHOOSABLE),
                new SettingsChange.Hours(22, 6));
    }

    @ParameterizedTest
    @MethodSource("changesThatCanBeStored")
    void whatUndoesAChangeSurvivesTheColumn(SettingsChange change) {
        String column = FormerSetting.write(change);

        assertThat(FormerSetting.read(column)).isEqualTo(change);
        assertThat(column).hasSizeLessThanOrEqualTo(160);
    }

    private static List<String> keys(CardSettings now, SettingsChange change) {
        return SettingsRules.consequences(now, change).stream()
                .map(Consequence::key)
                .toList();
    }

    private static String refused(CardSettings now, SettingsChange change) {
        InvalidValueException[] refusal = new InvalidValueException[1];
        assertThatThrownBy(() -> SettingsRules.consequences(now, change))
                .isInstanceOfSatisfying(InvalidValueException.class, invalid -> refusal[0] = invalid);
        return refusal[0].key();
    }

    private static CardSettings settings(PasswordState state, boolean fromStart) {
        Set<CodeChannel> offered = state == PasswordState.STATIC
                ? (fromStart ? Set.of(CodeChannel.HARIM) : Set.of())
                : Set.of(CodeChannel.APP, CodeChannel.HARIM);
        return new CardSettings(
                new CardId(1),
                PasswordKind.SECOND,
                new PasswordOverview(PasswordKind.SECOND, state, null, null, null, 0),
                Set.of(CodeChannel.APP, CodeChannel.HARIM),
                offered,
                60,
                30,
                120,
                null,
                AllowedTransactions.ALL,
                3,
                true,
                fromStart,
                1,
                Optional.empty());
    }
}
