package org.tripostal.spam;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;

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
    private static final int ROUNDS = 5;
    private static final float STEP = 0.02f;

    /** Where the regression is this sure of an example there is nothing to learn from it. */
    private static final double SURE = 0.005;

    private final float[] weights;
    private final byte[] seen;
    private final float bias;
    private final int spam;
    private final int wanted;
    private final long generation;

    private Weights(float[] weights, byte[] seen, float bias, int spam, int wanted, long generation) {
        this.weights = weights;
        this.seen = seen;
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
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            Example example = examples.get(i);
            spam += example.spam() ? 1 : 0;
            int count = example.unpack(features);
            for (int f = 0; f < count; f++) {
                int place = features[f] & MASK;
                seen[place] = (byte) Math.min(seen[place] + 1, Byte.MAX_VALUE);
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
                float sum = bias;
                for (int f = 0; f < count; f++) {
                    sum += weights[features[f] & MASK];
                }
                float error = (float) ((example.spam() ? 1 : 0) - 1 / (1 + Math.exp(-sum)));
                if (Math.abs(error) < SURE) {
                    continue;
                }
                for (int f = 0; f < count; f++) {
                    int place = features[f] & MASK;
                    moved[place] += error * error;
                    weights[place] += STEP * error / (float) Math.sqrt(moved[place]);
                }
                bias += STEP * error;
            }
        }
        return new Weights(weights, seen, bias, spam, examples.size() - spam, generation);
    }

    /** The sum of the weights of a message's features: the natural logarithm of the odds of spam, among mail like that which was learned. */
    float sum(int[] features) {
        float sum = bias;
        for (int feature : features) {
            sum += weights[feature & MASK];
        }
        return sum;
    }

    /** The share of a message's features that were in at least two messages that were learned, from 0 to 1. */
    float known(int[] features) {
        int known = 0;
        for (int feature : features) {
            known += seen[feature & MASK] >= 2 ? 1 : 0;
        }
        return features.length == 0 ? 0 : (float) known / features.length;
    }

    float weight(int feature) {
        return weights[feature & MASK];
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
        ByteBuffer bytes = ByteBuffer.allocate(40 + PLACES * 5);
        bytes.putInt(MAGIC).putInt(VERSION).putInt(Examples.VERSION).putLong(generation).putInt(spam).putInt(wanted).putFloat(bias);
        for (float weight : weights) {
            bytes.putFloat(weight);
        }
        bytes.put(seen);
        CRC32 check = new CRC32();
        check.update(bytes.array(), 0, bytes.position());
        bytes.putLong(check.getValue());
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] own = posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".tmp", own);
        try {
            Files.write(fresh, bytes.array());
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Reads a table; empty where the file is cut off, damaged or of another version: the table is then to be learned afresh from the examples. */
    static Optional<Weights> read(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        if (all.length != 40 + PLACES * 5) {
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
        float[] weights = new float[PLACES];
        for (int i = 0; i < PLACES; i++) {
            weights[i] = bytes.getFloat();
        }
        byte[] seen = new byte[PLACES];
        bytes.get(seen);
        return Optional.of(new Weights(weights, seen, bias, spam, wanted, generation));
    }
}
