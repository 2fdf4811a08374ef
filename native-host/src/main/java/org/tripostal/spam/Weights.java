package org.tripostal.spam;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.zip.CRC32;
import org.tripostal.settings.PrivateFile;

/**
 * Two classifiers on the same features, added up, because they err on different messages: naive Bayes (Graham, "A Plan for Spam", 2002; Robinson, "A
 * Statistical Approach to the Spam Problem", 2003), and logistic regression on hashed features (Goodman and Yih, "Online Discriminative Spam Filter Training", 2006; Cormack, "Email Spam Filtering: A
 * Systematic Review", 2008), trained by stochastic gradient steps whose size falls with what a feature has been moved before (AdaGrad: Duchi,
 * Hazan and Singer, 2011; {@link Training}). It is a function of the set of examples alone: whoever takes one back has the weights as if it had never been there.
 *
 * <p>The table has a fixed size, whatever is learned: features share places by their hash (Weinberger et al., "Feature Hashing for Large Scale
 * Multitask Learning", 2009). Does not change once made; safe for use by several threads.
 */
final class Weights {

    /** Places in the table. */
    static final int PLACES = 1 << 20;

    private static final int MASK = PLACES - 1;
    private static final int MAGIC = 0x54504C57;
    private static final int VERSION = 2;
    static final int MOST_HOMES = 64;
    private static final int LENGTH = 52 + MOST_HOMES * 4 + PLACES * 6 + 8;
    private static final int USUAL = 400;

    /** What a pair of words counts beside a single word, of which there are as many. */
    static final float PAIR = 0.5f;

    /** What a sign counts beside a single word. */
    static final float SIGN = 1.5f;

    /** What naive Bayes counts beside the regression. */
    private static final float BAYES = 0.25f;

    /** Logarithms of odds below this are left out of naive Bayes; the others are kept as whole numbers of this many to one. */
    static final float LEAST_ODDS = 0.4f;
    static final float ODDS_UNIT = 12;

    /** How soon the sum of naive Bayes stops growing with the length of a message. */
    private static final float FEW = 25;

    private final float[] weights;
    private final byte[] seen;
    private final byte[] odds;
    private final Set<Integer> home;
    private final float bias;
    private final Calibration calibration;
    private final int spam;
    private final int wanted;
    private final long generation;

    Weights(float[] weights, byte[] seen, byte[] odds, Set<Integer> home, float bias, Calibration calibration, int spam, int wanted, long generation) {
        this.weights = weights;
        this.seen = seen;
        this.odds = odds;
        this.home = home;
        this.bias = bias;
        this.calibration = calibration;
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
        Training training = new Training(examples);
        // Beside what is learned with a third held out: neither needs the other.
        ForkJoinTask<Weights> all = ForkJoinPool.commonPool().submit(() -> training.weights(generation));
        Calibration calibration = Calibration.of(training);
        return all.join().with(calibration);
    }

    /** The same, with what was found out about where wanted mail ends. */
    Weights with(Calibration found) {
        return new Weights(weights, seen, odds, home, bias, found, spam, wanted, generation);
    }

    /** What the features of a message come to: the natural logarithm of the odds of spam, about, among mail like that which was learned. */
    float sum(int[] features) {
        float scale = scale(features.length);
        float sum = bias;
        float bayes = 0;
        int telling = 0;
        for (int feature : features) {
            int place = feature & MASK;
            sum += weights[place] * value(feature, scale);
            if (odds[place] != 0 && !FeatureSet.isPlace(feature)) {
                bayes += feature < 0 ? odds[place] * PAIR : odds[place];
                telling++;
            }
        }
        return sum + BAYES * bayes / ODDS_UNIT / (float) Math.sqrt(telling + FEW);
    }

    /** Where in the table a feature lies. */
    static int place(int feature) {
        return feature & MASK;
    }

    /** A long message does not weigh more than one of some hundred features. */
    static float scale(int count) {
        return count <= USUAL ? 1 : (float) Math.sqrt((double) USUAL / count);
    }

    private static float value(int feature, float scale) {
        return feature < 0 ? PAIR * scale : FeatureSet.isPlace(feature) ? 0 : FeatureSet.isSign(feature) ? SIGN * scale : scale;
    }

    /** How far the sum lies above what wanted mail comes to, in units of how far wanted mail strays: 0 is the border. */
    double beyond(int[] features) {
        return (sum(features) - calibration.border()) / calibration.unit();
    }

    /** The share of a message's features that were in at least two messages that were learned, from 0 to 1. */
    float known(int[] features) {
        int known = 0;
        for (int feature : features) {
            known += seen[feature & MASK] >= 2 ? 1 : 0;
        }
        return features.length == 0 ? 0 : (float) known / features.length;
    }

    /** Whether the server that put the message into its mailbox is of a site that put some of the learned mail there: it lies in a mailbox that was learned from. */
    boolean atHome(int[] features) {
        for (int feature : features) {
            if (FeatureSet.isPlace(feature) && home.contains(feature)) {
                return true;
            }
        }
        return false;
    }

    /** The weight of one feature by itself, in a message of usual length. */
    float weight(int feature) {
        float bayes = FeatureSet.isPlace(feature) ? 0 : odds[feature & MASK] / ODDS_UNIT * (feature < 0 ? PAIR : 1);
        return weights[feature & MASK] * value(feature, 1) + BAYES * bayes / (float) Math.sqrt(USUAL);
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

    Calibration calibration() {
        return calibration;
    }

    /** Writes the table, whole or not at all. */
    void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        bytes.putInt(MAGIC).putInt(VERSION).putInt(Examples.VERSION).putLong(generation).putInt(spam).putInt(wanted).putFloat(bias).putDouble(calibration.border()).putDouble(calibration.unit()).putInt(home.size());
        home.forEach(bytes::putInt);
        bytes.position(bytes.position() + (MOST_HOMES - home.size()) * 4);
        for (float weight : weights) {
            bytes.putFloat(weight);
        }
        bytes.put(seen).put(odds);
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
        Calibration calibration = new Calibration(bytes.getDouble(), bytes.getDouble());
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
        byte[] odds = new byte[PLACES];
        bytes.get(odds);
        return Optional.of(new Weights(weights, seen, odds, home, bias, calibration, spam, wanted, generation));
    }
}
