package ir.ramzineh.token;

/**
 * A QR code as the outline of its dark modules: crisp at every size, to be drawn dark on white in every theme.
 *
 * @param modules side of the square in modules, quiet zone of four modules included; use it as the SVG view box
 *     {@code 0 0 modules modules}
 * @param path SVG path data in module units; as secret as what the code says
 */
public record QrImage(int modules, String path) {
    /** The value of the SVG attribute {@code viewBox}. */
    public String viewBox() {
        return "0 0 " + modules + " " + modules;
    }

    /** The whole picture; without title or text, its frame says what it is for. */
    public String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + viewBox()
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + modules + "v" + modules
                + "H0z\"/>"
                + "<path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }

    @Override
    public String toString() {
        return "QrImage[" + modules + " modules]";
    }
}
