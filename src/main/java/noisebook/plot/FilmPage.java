package noisebook.plot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** The HTML of a film: plain markup, inline style and script, no address but {@code data:}. */
final class FilmPage {
    private static final int WIDTH = 560;

    private static final String TEMPLATE = """
            <figure class="noisebook-film" data-film="$ID" tabindex="0" role="group" aria-label="Film: $TITLE" \
            style="margin:0;width:$WIDTHpx;max-width:100%;font:14px sans-serif">
            <figcaption style="font-weight:bold;margin:.3em 0">$TITLE</figcaption>
            <img src="$STILL" alt="$TITLE: $CAPTION" style="display:block;width:100%;image-rendering:pixelated">
            <p style="margin:.3em 0">$CAPTION</p>
            </figure>
            <script>
            (function () {
              const captions = $CAPTIONS, strips = $STRIPS.map(load);
              let waiting = strips.length;
              function start(film) {
                film.dataset.ready = "";
                const canvas = document.createElement("canvas"), bar = document.createElement("div");
                canvas.width = $FRAMEWIDTH; canvas.height = $FRAMEHEIGHT;
                canvas.style.cssText = "display:block;width:100%;image-rendering:pixelated";
                canvas.setAttribute("role", "img");
                bar.style.cssText = "display:flex;gap:.6em;align-items:center";
                bar.innerHTML = '<button type="button" style="width:2.6em"></button>' +
                  '<input type="range" min="0" step="1" style="flex:1" aria-label="Frame">';
                const button = bar.firstChild, slider = bar.lastChild, text = film.querySelector("p");
                slider.max = captions.length - 1;
                film.replaceChild(canvas, film.querySelector("img"));
                film.insertBefore(bar, text);
                const paper = canvas.getContext("2d");
                paper.imageSmoothingEnabled = false;
                let now = $STILLINDEX, timer = 0, rest = 0;
                function draw(frame) {
                  const strip = strips[Math.floor(frame / $COLUMNS)], scale = strip.naturalWidth / ($COLUMNS * $CELLWIDTH);
                  paper.drawImage(strip, frame % $COLUMNS * $CELLWIDTH * scale, 0, canvas.width * scale, canvas.height * scale,
                    0, 0, canvas.width, canvas.height);
                }
                function show(frame) {
                  now = Math.max(0, Math.min(captions.length - 1, frame));
                  draw(0);
                  draw(now);
                  slider.value = now;
                  slider.setAttribute("aria-valuetext", captions[now]);
                  canvas.setAttribute("aria-label", captions[now]);
                  text.textContent = captions[now] + "  (" + (now + 1) + " of " + captions.length + ")";
                }
                function pause() { clearInterval(timer); timer = 0; button.textContent = "\\u25B6"; button.setAttribute("aria-label", "Play"); }
                function tick() {
                  if (!film.isConnected) pause();
                  else if (now + 1 < captions.length) show(now + 1);
                  else if (++rest > 8) { rest = 0; show(0); }
                }
                function toggle() {
                  if (timer) return pause();
                  timer = setInterval(tick, $MILLISECONDS); button.textContent = "\\u23F8"; button.setAttribute("aria-label", "Pause");
                  if (now + 1 === captions.length) show(0);
                }
                button.onclick = toggle;
                slider.oninput = function () { pause(); show(+slider.value); };
                film.onkeydown = function (event) {
                  const step = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -captions.length, End: captions.length}[event.key];
                  if (event.ctrlKey || event.metaKey || event.altKey || !step && event.key !== " ") return;
                  event.preventDefault(); event.stopPropagation();
                  if (step) { pause(); show(now + step); } else toggle();
                };
                pause(); show(now);
              }
              function load(url) {
                const strip = new Image();
                strip.onload = function () {
                  if (!--waiting) document.querySelectorAll('[data-film="$ID"]:not([data-ready])').forEach(start);
                };
                strip.src = url;
                return strip;
              }
            })();
            </script>
            """;

    private FilmPage() {}

    static String html(Film film) {
        SpriteSheet sheet = SpriteSheet.of(film.frames());
        String captions = array(film.captions());
        String strips = array(sheet.urls());
        return TEMPLATE.replace("$ID", id(strips + captions + film.title()))
                .replace("$WIDTH", Integer.toString(shownWidth(film.stillFrame().getWidth())))
                .replace("$STILLINDEX", Integer.toString(film.still()))
                .replace("$FRAMEWIDTH", Integer.toString(sheet.width()))
                .replace("$FRAMEHEIGHT", Integer.toString(sheet.height()))
                .replace("$COLUMNS", Integer.toString(SpriteSheet.COLUMNS))
                .replace("$CELLWIDTH", Integer.toString(sheet.cellWidth()))
                .replace("$MILLISECONDS", Integer.toString(film.milliseconds()))
                .replace("$STRIPS", strips)
                .replace("$STILL", SpriteSheet.still(film.stillFrame()))
                .replace("$CAPTIONS", captions)
                .replace("$CAPTION", Html.escape(film.captions().get(film.still())))
                .replace("$TITLE", Html.escape(film.title()));
    }

    private static String array(List<String> texts) {
        return texts.stream().map(FilmPage::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    /** Small frames grow by a whole factor, large ones shrink to the column. */
    private static int shownWidth(int width) {
        return width >= WIDTH ? WIDTH : width * (WIDTH / width);
    }

    static String id(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** A JavaScript string that cannot end the script. */
    private static String quoted(String text) {
        String safe = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("<", "\\u003c")
                .replace("\n", " ");
        return "\"" + safe + "\"";
    }
}
