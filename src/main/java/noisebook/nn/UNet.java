package noisebook.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import noisebook.tensor.Autocast;
import noisebook.tensor.GradMode;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * A U-Net (Ronneberger et al. 2015) that is told the time, as in DDPM (Ho et al. 2020, appendix B): down through the levels of a {@link UNetPlan}
 * and up again, with a skip at each level but the coarsest.
 */
public final class UNet extends Network {
    private final UNetPlan plan;
    private final SinusoidalEmbedding sinusoid;
    private final Linear time1;
    private final Linear time2;
    private final Conv2d in;
    private final List<Stage> down = new ArrayList<>();
    private final List<Conv2d> shrink = new ArrayList<>();
    private final Stage middle1;
    private final EmbeddedLayer middle2;
    private final List<Layer> grow = new ArrayList<>(); // from coarse to fine, as the next
    private final List<Stage> up = new ArrayList<>();
    private final Layer out;

    /** Declares the network. */
    public UNet(UNetPlan plan) {
        this.plan = plan;
        int size = plan.embedding();
        int patch = plan.patch();
        int bottom = plan.bottom();
        sinusoid = new SinusoidalEmbedding(size / 2);
        time1 = child("time1", new Linear(size / 2, size));
        time2 = child("time2", new Linear(size, size));
        in = child(patch == 1 ? "in" : "patches", new Conv2d(plan.in(), plan.channels(0), 3 * patch, patch, patch));
        for (int i = 0; i < bottom; i++) {
            String name = plan.suffix(i);
            down.add(stage("down" + name, "down", name, i, plan.entering(i)));
            shrink.add(
                    child("shrink" + plan.suffix(i + 1), new Conv2d(plan.channels(i), plan.entering(i + 1), 3, 2, 1)));
        }
        middle1 = stage("middle1", "", "", bottom, plan.entering(bottom));
        middle2 = block("middle2", plan.channels(bottom), plan.channels(bottom));
        for (int i = bottom - 1; i >= 0; i--) {
            String name = plan.suffix(i);
            grow.add(grow(name, plan.channels(i + 1), plan.channels(i)));
            up.add(stage("up" + name, "up", name, i, 2 * plan.channels(i)));
        }
        out = last(plan.channels(0), plan.out() * patch * patch);
    }

    private Stage stage(String block, String side, String suffix, int level, int entering) {
        int channels = plan.channels(level);
        String start = side.isEmpty() ? "attention" : side + "Attention";
        String cross = side.isEmpty() ? "context" : side + "Context";
        return new Stage(
                block(block, entering, channels),
                plan.attends(level) ? child(start + suffix, new SelfAttention(channels)) : null,
                plan.attends(level) && plan.context() > 0
                        ? child(cross + suffix, new CrossAttention(channels, plan.context()))
                        : null);
    }

    private EmbeddedLayer block(String name, int entering, int leaving) {
        return plan.normalised()
                ? child(name, new ResidualBlock(entering, leaving, plan.embedding()))
                : child(name, new TimedBlock(entering, leaving, plan.embedding()));
    }

    private Layer grow(String suffix, int from, int to) {
        if (plan.normalised()) {
            return child("grow" + suffix, Sequential.of(Ops::upsample2x, Conv2d.same3x3(from, to)));
        }
        Conv2d narrow = child("narrow" + suffix, new Conv2d(from, to, 1, 1, 0));
        return x -> Ops.upsample2x(narrow.forward(x));
    }

    private Layer last(int from, int to) {
        if (plan.normalised()) {
            return child("out", Sequential.of(new GroupNorm(8, from), Ops::silu, Conv2d.same3x3(from, to)));
        }
        Conv2d conv = child("out", new Conv2d(from, to, 3, 1, 1, Init.constant(0)));
        return x -> conv.forward(Ops.relu(x));
    }

    /**
     * Applies the network.
     *
     * @param x (N, in, size, size)
     * @param t (N), float32 timesteps, from 0 to about 1000
     * @return (N, out, size, size)
     */
    public NDArray forward(NDArray x, NDArray t) {
        return layers(x, time(x, t), null, UNet::unseen);
    }

    /**
     * Applies the network where more is known than the time.
     *
     * @param about (N, embedding), added to the embedding of the time: that of a class, for instance
     */
    public NDArray forward(NDArray x, NDArray t, NDArray about) {
        return layers(x, time(x, t).add(about), null, UNet::unseen);
    }

    /**
     * Applies the network to images that have something to look at.
     *
     * @param context its tokens are (N, S, {@link UNetPlan#context})
     */
    public NDArray forward(NDArray x, NDArray t, Context context) {
        return layers(x, time(x, t), context, UNet::unseen);
    }

    private static void unseen(NDArray features) {}

    private NDArray time(NDArray x, NDArray t) {
        Tensors.requireShape("xt", x, -1, plan.in(), plan.size(), plan.size());
        Tensors.requireShape("t", t, x.getShape().get(0));
        return time2.forward(Ops.silu(time1.forward(sinusoid.forward(t)))); // (N, embedding)
    }

    /**
     * The shapes of an image on its way through the network: its own, what each level makes of it on the way down, in the middle and on the way up, and the
     * last.
     */
    public List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        try (Scope scope = Scope.open();
                GradMode off = GradMode.off()) {
            NDArray x = scope.manager().zeros(new Shape(1, plan.in(), plan.size(), plan.size()));
            shapes.add(x.getShape());
            NDArray last = layers(
                    x, time(x, scope.manager().ones(new Shape(1))), null, features -> shapes.add(features.getShape()));
            shapes.add(last.getShape());
        }
        return shapes;
    }

    private NDArray layers(NDArray x, NDArray known, @Nullable Context context, Consumer<NDArray> seen) {
        if ((context == null) != (plan.context() == 0)) {
            throw new IllegalArgumentException("the plan has a context of size " + plan.context() + ", but "
                    + (context == null ? "none" : "one") + " is given");
        }
        NDArray embedding = Ops.silu(known);
        try (Autocast fast = plan.autocast()) {
            NDArray image = plan.roundsFeatures() && Autocast.active() ? Ops.bfloat16(x) : x;
            NDArray y = up(middle(image, embedding, context, seen), embedding, context, seen);
            return Ops.float32(plan.patch() == 1 ? y : Ops.pixelShuffle2x(y));
        }
    }

    /** The features at each level on the way down, the finest first, and last those of the coarsest. */
    private List<NDArray> middle(NDArray image, NDArray embedding, @Nullable Context context, Consumer<NDArray> seen) {
        List<NDArray> features = new ArrayList<>();
        NDArray h = in.forward(image);
        for (int i = 0; i < down.size(); i++) {
            h = down.get(i).forward(h, embedding, context);
            features.add(h);
            seen.accept(h);
            h = shrink.get(i).forward(h);
        }
        NDArray coarsest = middle2.forward(middle1.forward(h, embedding, context), embedding);
        features.add(coarsest);
        seen.accept(coarsest);
        return features;
    }

    private NDArray up(List<NDArray> features, NDArray embedding, @Nullable Context context, Consumer<NDArray> seen) {
        NDArray h = features.get(down.size());
        for (int i = 0; i < up.size(); i++) {
            NDArray skip = features.get(down.size() - 1 - i);
            h = up.get(i).forward(grow.get(i).forward(h).concat(skip, 1), embedding, context);
            seen.accept(h);
        }
        return out.forward(h);
    }

    /** A block, and what looks around after it. */
    private record Stage(
            EmbeddedLayer block,
            @Nullable SelfAttention attention,
            @Nullable CrossAttention cross) {
        NDArray forward(NDArray x, NDArray embedding, @Nullable Context context) {
            NDArray h = block.forward(x, embedding);
            h = attention == null ? h : attention.forward(h);
            return cross == null || context == null ? h : cross.forward(h, context);
        }
    }
}
