package noisebook.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;

/**
 * A chart that a reader made with XChart, whatever its version: asked by reflection for {@code getWidth()}, {@code
 * getHeight()} and {@code paint(Graphics2D, int, int)}, which all versions have.
 *
 * @param chart the XChart object
 */
public record ForeignChart(Object chart) implements Drawing {
    /** Its width in pixels. */
    public int width() {
        return (int) call("getWidth", new Class<?>[0]);
    }

    /** Its height in pixels. */
    public int height() {
        return (int) call("getHeight", new Class<?>[0]);
    }

    /** Paints it. */
    @Override
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Class<?>[] types = {Graphics2D.class, int.class, int.class};
        call("paint", types, graphics, width(), height());
        graphics.dispose();
        return image;
    }

    private Object call(String method, Class<?>[] types, Object... arguments) {
        try {
            Object result = chart.getClass().getMethod(method, types).invoke(chart, arguments);
            return result == null ? chart : result;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the chart cannot be painted: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(chart.getClass().getName() + " is not a chart of XChart", e);
        }
    }
}
