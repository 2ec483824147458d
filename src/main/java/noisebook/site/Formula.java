package noisebook.site;

import java.awt.Insets;
import java.util.Locale;
import noisebook.plot.Html;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** A TeX formula as inline SVG in the colour and the size of the text around it; JLaTeXMath sets it. */
final class Formula {
    /** Of JLaTeXMath's letters, in units of the drawing. */
    private static final float SIZE = 20;

    /** Computer Modern is smaller than the letters of a page at the same nominal size. */
    private static final double ENLARGEMENT = 1.15;

    static {
        new TeXFormula("\\newcommand{\\lvert}{\\mathopen{\\vert}}\\newcommand{\\rvert}{\\mathclose{\\vert}}");
    }

    private Formula() {}

    /**
     * Sets a formula.
     *
     * @param tex without the dollar signs
     * @param display whether it stands on a line of its own
     * @throws IllegalArgumentException if it is no TeX that can be set
     */
    static String svg(String tex, boolean display) {
        TeXIcon icon;
        try {
            icon = new TeXFormula(tex)
                    .createTeXIcon(display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT, SIZE);
        } catch (ParseException e) {
            throw new IllegalArgumentException("the formula " + tex + " cannot be set: " + e.getMessage(), e);
        }
        icon.setInsets(new Insets(0, 0, 0, 0), true);
        FormulaPaper paper = new FormulaPaper();
        icon.paintIcon(null, paper, 0, 0);
        return String.format(
                Locale.ROOT,
                "<span class=\"%s\"><svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\""
                        + " style=\"width:%.2fem;vertical-align:%.2fem\"><path d=\"%s\"/></svg></span>",
                display ? "display formula" : "formula",
                Html.escape(tex),
                icon.getIconWidth(),
                icon.getIconHeight(),
                icon.getIconWidth() / SIZE * ENLARGEMENT,
                -icon.getIconDepth() / SIZE * ENLARGEMENT,
                paper.path());
    }
}
