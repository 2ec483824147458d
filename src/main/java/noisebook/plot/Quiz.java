package noisebook.plot;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Collectors;
import noisebook.data.Images;
import noisebook.math.Require;

/**
 * A game of telling real images from generated ones, as one self-contained piece of HTML: it shows them one by one, keeps the score, and marks every
 * image at the end. It needs no kernel, so it works in a saved page; where scripts do not run, the images stand there without the answers.
 *
 * @param title the question
 * @param images square ones
 * @param real the answer for each image
 */
public record Quiz(String title, Images images, List<Boolean> real) {
    private static final int COLUMNS = 10;

    private static final String TEMPLATE = """
            <figure class="noisebook-quiz" data-quiz="$ID" style="margin:0;width:560px;max-width:100%;font:14px sans-serif">
            <figcaption style="font-weight:bold;margin:.3em 0">$TITLE</figcaption>
            <img src="$SHEET" alt="$COUNT images, real and generated" style="display:block;width:100%;image-rendering:pixelated">
            <p style="margin:.3em 0" aria-live="polite">Which of these are real? Open the notebook or the gallery in a browser to play.</p>
            </figure>
            <script>
            (function () {
              const real = $REAL, side = $SIDE, columns = $COLUMNS, zoom = 2;
              const sheet = new Image();
              function start(quiz) {
                quiz.dataset.ready = "";
                const canvas = document.createElement("canvas"), bar = document.createElement("div"), text = quiz.querySelector("p");
                canvas.setAttribute("role", "img");
                bar.innerHTML = '<button type="button">real</button> <button type="button">generated</button>';
                quiz.replaceChild(canvas, quiz.querySelector("img"));
                quiz.insertBefore(bar, text);
                const buttons = bar.querySelectorAll("button"), paper = canvas.getContext("2d");
                let right = [];
                function size(width, height, shown) {
                  canvas.width = width; canvas.height = height;
                  canvas.style.cssText = "display:block;max-width:100%;image-rendering:pixelated;width:" + shown + "px";
                  paper.imageSmoothingEnabled = false;
                }
                function draw(i, x, y, scale) {
                  paper.drawImage(sheet, i % columns * side, Math.floor(i / columns) * side, side, side, x, y, side * scale, side * scale);
                }
                function score() { return right.filter(Boolean).length; }
                function ask(before) {
                  const i = right.length;
                  size(side, side, 168);
                  draw(i, 0, 0, 1);
                  canvas.setAttribute("aria-label", "image " + (i + 1));
                  text.textContent = before + "Image " + (i + 1) + " of " + real.length + ": real or generated?";
                }
                function end() {
                  const cell = side * zoom + 8;
                  size(columns * cell, Math.ceil(real.length / columns) * cell, columns * cell);
                  right.forEach(function (good, i) {
                    const x = i % columns * cell, y = Math.floor(i / columns) * cell;
                    paper.fillStyle = good ? "#2a9d55" : "#d1495b";
                    paper.fillRect(x, y, cell - 2, cell - 2);
                    draw(i, x + 3, y + 3, zoom);
                  });
                  canvas.setAttribute("aria-label", "all images, marked");
                  text.textContent = "You told " + score() + " of " + real.length + " apart; guessing gives " + real.length / 2 +
                    ". Green frames were right. The real ones are number " +
                    real.map(function (yes, i) { return yes ? i + 1 : 0; }).filter(Boolean).join(", ") + ".";
                  buttons[0].textContent = "again"; buttons[1].hidden = true;
                }
                function answer(saysReal) {
                  if (right.length === real.length) {
                    right = []; buttons[0].textContent = "real"; buttons[1].hidden = false;
                    return ask("");
                  }
                  const truth = real[right.length];
                  right.push(truth === saysReal);
                  if (right.length === real.length) return end();
                  ask((truth === saysReal ? "Right" : "Wrong") + ", it was " + (truth ? "real" : "generated") +
                    "; " + score() + " of " + right.length + " so far. ");
                }
                buttons[0].onclick = function () { answer(true); };
                buttons[1].onclick = function () { answer(false); };
                ask("");
              }
              sheet.onload = function () { document.querySelectorAll('[data-quiz="$ID"]:not([data-ready])').forEach(start); };
              sheet.src = "$SHEET";
            })();
            </script>
            """;

    /** Checks that every image has its answer. */
    public Quiz {
        Require.sameLength("images", images.count(), "answers", real.size());
        Require.notEmpty("quiz \"" + title + "\"", real);
        real = List.copyOf(real);
    }

    /** All images, without the answers. */
    public BufferedImage still() {
        return ImageGrid.of(images).columns(COLUMNS).frame();
    }

    /** One self-contained piece of HTML. */
    public String html() {
        String sheet = Png.dataUrl(still());
        String answers = real.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        return TEMPLATE.replace("$ID", FilmPage.id(sheet + answers))
                .replace("$REAL", answers)
                .replace("$SIDE", Integer.toString(images.width()))
                .replace("$COLUMNS", Integer.toString(COLUMNS))
                .replace("$COUNT", Integer.toString(real.size()))
                .replace("$TITLE", Html.escape(title))
                .replace("$SHEET", sheet);
    }
}
