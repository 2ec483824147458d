package noisebook.site;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Paper on which everything drawn, letters too, becomes one outline: no font is needed to show it. */
final class FormulaPaper extends VectorGraphics2D {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Path2D outline = new Path2D.Double();

    @Override
    public void fill(Shape shape) {
        outline.append(getTransform().createTransformedShape(shape), false);
    }

    @Override
    public void draw(Shape shape) {
        fill(getStroke().createStrokedShape(shape));
    }

    @Override
    public void drawChars(char[] data, int offset, int length, int x, int y) {
        drawString(String.valueOf(data, offset, length), x, y);
    }

    @Override
    public void drawString(String text, float x, float y) {
        fill(getFont().createGlyphVector(EXACT, text).getOutline(x, y));
    }

    /** The outline as the {@code d} of an SVG path, to a hundredth of a unit. */
    String path() {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator i = outline.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(points);
            path.append("MLQCZ".charAt(kind));
            int numbers = switch (kind) {
                case PathIterator.SEG_CLOSE -> 0;
                case PathIterator.SEG_QUADTO -> 4;
                case PathIterator.SEG_CUBICTO -> 6;
                default -> 2;
            };
            for (int n = 0; n < numbers; n++) {
                path.append(n == 0 ? "" : " ").append(shortest(points[n]));
            }
        }
        return path.toString();
    }

    private static String shortest(double number) {
        return String.format(Locale.ROOT, "%.2f", number).replaceAll("0$", "").replaceAll("\\.0?$", "");
    }
}
