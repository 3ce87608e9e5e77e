package ir.ramzineh.branchconsole.gateway;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.gatewaytoken.StockProposal.RowError;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Notice;
import java.util.List;

/** Which of the typed serial numbers were not proposed, and why; of very many the first ones, and how many more. */
class WrongRows extends Notice {
    private static final long serialVersionUID = 1L;
    private static final int TOLD_MAX = 20;

    /** @param errors at least one */
    WrongRows(List<RowError> errors) {
        super(Kind.WARNING, lines(errors));
        setId("gateway-stock-errors");
    }

    private static UnorderedList lines(List<RowError> errors) {
        Formats formats = Formats.current();
        UnorderedList lines = new UnorderedList();
        lines.addClassName("gateway-wrong-rows");
        for (RowError error : errors.subList(0, Math.min(errors.size(), TOLD_MAX))) {
            lines.add(new ListItem(lines.getTranslation(
                    "gateway.stock.row", formats.number(error.row()), lines.getTranslation(error.key()))));
        }
        if (errors.size() > TOLD_MAX) {
            lines.add(new ListItem(
                    lines.getTranslation("gateway.stock.more-rows", formats.number(errors.size() - TOLD_MAX))));
        }
        return lines;
    }
}
