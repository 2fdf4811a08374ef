package org.tripostal.spam;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.tripostal.settings.PrivateFile;

/**
 * Logistic regression on hashed features (Goodman and Yih, "Online Discriminative Spam Filter Training", 2006; Cormack, "Email Spam Filtering: A
 * Systematic Review", 2008), trained by stochastic gradient steps whose size falls with what a feature has been moved before (AdaGrad: Duchi,
 * Hazan and Singer, 2011). It is a function of the set of examples alone: whoever takes one back has the weights as if it had never been there.
 *
 * <p>The table has a fixed size, whatever is learned: features share places by their hash (Weinberger et al., "Feature Hashing for Large Scale
 * Multitask Learning", 2009). Does not change once made; safe for use by several threads.
 */
final class Weights {

    /** Places in the table. */
    static final int PLACES = 1 << 20;

    private static final int MASK = PLACES - 1;
    private static final int MAGIC = 0x54504C57;
    private static final int VERSION = 1;
    private static final int MOST_HOMES = 64;
    private static final int FEWEST_AT_HOME = 3;
    private static final int HOME_SHARE = 50;
    private static final int LENGTH = 36 + MOST_HOMES * 4 + PLACES * 5 + 8;
    private static final int ROUNDS = 5;
    private static final float STEP = 0.02f;
    private static final int USUAL = 400;

    /** What a pair of words counts beside a single word, of which there are as many. */
    private static final float PAIR = 0.5f;

    /** Where the regression is this sure of an example there is nothing to learn from it. */
    private static final double SURE = 0.005;

    private final float[] weights;
    private final byte[] seen;
    private final Set<Integer> home;
    private final float bias;
    private final int spam;
    private final int wanted;
    private final long generation;

    private Weights(float[] weights, byte[] seen, Set<Integer> home, float bias, int spam, int wanted, long generation) {
        this.weights = weights;
        this.seen = seen;
        this.home = home;
        this.bias = bias;
        this.spam = spam;
        this.wanted = wanted;
        this.generation = generation;
    }

    /**
     * Learns from all examples together.
     *
     * @param examples in an order that does not depend on when they came
     * @param generation which state of the examples this is
     */
    static Weights of(List<Example> examples, long generation) {
        float[] weights = new float[PLACES];
        float[] moved = new float[PLACES];
        byte[] seen = new byte[PLACES];
        float bias = 0;
        int longest = examples.stream().mapToInt(example -> example.packed().length).max().orElse(0);
        int[] features = new int[longest];
        int[] order = new int[examples.size()];
        int spam = 0;
        Map<Integer, int[]> places = new HashMap<>();
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            Example example = examples.get(i);
            spam += example.spam() ? 1 : 0;
            int count = example.unpack(features);
            for (int f = 0; f < count; f++) {
                int place = features[f] & MASK;
                seen[place] = (byte) Math.min(seen[place] + 1, Byte.MAX_VALUE);
                if (Features.isPlace(features[f])) {
                    places.computeIfAbsent(features[f], key -> new int[2])[example.spam() ? 1 : 0]++;
                }
            }
        }
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[other];
                order[other] = swapped;
            }
            for (int index : order) {
                Example example = examples.get(index);
                int count = example.unpack(features);
                float scale = scale(count);
                float sum = bias;
                for (int f = 0; f < count; f++) {
                    sum += weights[features[f] & MASK] * value(features[f], scale);
                }
                float error = (float) ((example.spam() ? 1 : 0) - 1 / (1 + Math.exp(-sum)));
                if (Math.abs(error) < SURE) {
                    continue;
                }
                for (int f = 0; f < count; f++) {
                    int place = features[f] & MASK;
                    float gradient = error * value(features[f], scale);
                    if (gradient == 0) {
                        continue; // a server: it is counted, never weighed
                    }
                    moved[place] += gradient * gradient;
                    weights[place] += STEP * gradient / (float) Math.sqrt(moved[place]);
                }
                bias += STEP * error;
            }
        }
        int ham = examples.size() - spam;
        int allSpam = spam;
        Set<Integer> home = new TreeSet<>();
        places.forEach((place, count) -> {
            if (count[0] >= Math.max(FEWEST_AT_HOME, ham / HOME_SHARE) && count[1] >= Math.max(FEWEST_AT_HOME, allSpam / HOME_SHARE)) {
                home.add(place);
            }
        });
        return new Weights(weights, seen, home.stream().limit(MOST_HOMES).collect(Collectors.toSet()), bias, spam, ham, generation);
    }

    /** The sum of the weights of a message's features: the natural logarithm of the odds of spam, among mail like that which was learned. */
    float sum(int[] features) {
        float scale = scale(features.length);
        float sum = bias;
        for (int feature : features) {
            sum += weights[feature & MASK] * value(feature, scale);
        }
        return sum;
    }

    /** A long message does not weigh more than one of some hundred features. */
    private static float scale(int count) {
        return count <= USUAL ? 1 : (float) Math.sqrt((double) USUAL / count);
    }

    private static float value(int feature, float scale) {
        return Features.isPlace(feature) ? 0 : feature < 0 ? PAIR * scale : scale;
    }

    /** The share of a message's features that were in at least two messages that were learned, from 0 to 1. */
    float known(int[] features) {
        int known = 0;
        for (int feature : features) {
            known += seen[feature & MASK] >= 2 ? 1 : 0;
        }
        return features.length == 0 ? 0 : (float) known / features.length;
    }

    /** Whether the message went through a server that much of the learned mail of both kinds went through: it lies in the mailbox that was learned from. */
    boolean atHome(int[] features) {
        for (int feature : features) {
            if (Features.isPlace(feature) && home.contains(feature)) {
                return true;
            }
        }
        return false;
    }

    /** The weight of one feature by itself. */
    float weight(int feature) {
        return weights[feature & MASK] * value(feature, 1);
    }

    /** How many messages of spam were learned. */
    int spam() {
        return spam;
    }

    /** How many wanted messages were learned. */
    int wanted() {
        return wanted;
    }

    long generation() {
        return generation;
    }

    /** Writes the table, whole or not at all. */
    void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        bytes.putInt(MAGIC).putInt(VERSION).putInt(Examples.VERSION).putLong(generation).putInt(spam).putInt(wanted).putFloat(bias).putInt(home.size());
        home.forEach(bytes::putInt);
        bytes.position(bytes.position() + (MOST_HOMES - home.size()) * 4);
        for (float weight : weights) {
            bytes.putFloat(weight);
        }
        bytes.put(seen);
        CRC32 check = new CRC32();
        check.update(bytes.array(), 0, bytes.position());
        bytes.putLong(check.getValue());
        PrivateFile.write(file, bytes.array());
    }

    /** Reads a table; empty where the file is cut off, damaged or of another version: the table is then to be learned afresh from the examples. */
    static Optional<Weights> read(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        if (all.length != LENGTH) {
            return Optional.empty();
        }
        CRC32 check = new CRC32();
        check.update(all, 0, all.length - 8);
        ByteBuffer bytes = ByteBuffer.wrap(all);
        if (bytes.getInt() != MAGIC || bytes.getInt() != VERSION || bytes.getInt() != Examples.VERSION || bytes.getLong(all.length - 8) != check.getValue()) {
            return Optional.empty();
        }
        long generation = bytes.getLong();
        int spam = bytes.getInt();
        int wanted = bytes.getInt();
        float bias = bytes.getFloat();
        int homes = bytes.getInt();
        Set<Integer> home = new TreeSet<>();
        for (int i = 0; i < MOST_HOMES; i++) {
            int place = bytes.getInt();
            if (i < homes) {
                home.add(place);
            }
        }
        float[] weights = new float[PLACES];
        for (int i = 0; i < PLACES; i++) {
            weights[i] = bytes.getFloat();
        }
        byte[] seen = new byte[PLACES];
        bytes.get(seen);
        return Optional.of(new Weights(weights, seen, home, bias, spam, wanted, generation));
    }
}
