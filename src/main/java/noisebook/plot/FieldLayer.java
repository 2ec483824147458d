package noisebook.plot;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.DoubleToIntFunction;

/**
 * A field as coloured cells.
 *
 * @param field the sampled function
 * @param map from [0, 1] to 0xRRGGBB
 * @param low value of the map's first colour
 * @param high value of the map's last colour
 */
record FieldLayer(Field field, DoubleToIntFunction map, double low, double high) implements Layer {
    @Override
    public Extent extent() {
        return new Extent(field.xLow(), field.xHigh(), field.yLow(), field.yHigh());
    }

    @Override
    public void under(Graphics2D g, Plane plane) {
        Rectangle2D box = plane.box(field.xLow(), field.xHigh(), field.yLow(), field.yHigh());
        AffineTransform cells = AffineTransform.getTranslateInstance(box.getX(), box.getY());
        cells.scale(box.getWidth() / field.columns(), box.getHeight() / field.rows());
        g.drawImage(cells(), cells, null);
    }

    private BufferedImage cells() {
        BufferedImage image = new BufferedImage(field.columns(), field.rows(), BufferedImage.TYPE_INT_RGB);
        double span = high > low ? high - low : 1;
        for (int row = 0; row < field.rows(); row++) {
            for (int column = 0; column < field.columns(); column++) {
                image.setRGB(column, field.rows() - 1 - row, map.applyAsInt((field.at(column, row) - low) / span));
            }
        }
        return image;
    }
}
