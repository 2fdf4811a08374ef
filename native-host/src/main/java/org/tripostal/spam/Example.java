package org.tripostal.spam;

import java.util.Arrays;

/**
 * A marked message as the learner keeps it.
 *
 * @param key which message it is
 * @param spam how it was marked
 * @param packed its features, ascending: the difference from one to the next in groups of seven bits, the lowest first
 */
record Example(String key, boolean spam, byte[] packed) {

    /** Of 32 bits, seven a byte. */
    private static final int MOST_BYTES = 5;

    static Example of(String key, boolean spam, int[] features) {
        byte[] packed = new byte[features.length * MOST_BYTES];
        int count = 0;
        int last = 0;
        for (int feature : features) {
            int difference = feature - last;
            while ((difference & ~0x7F) != 0) {
                packed[count++] = (byte) (difference & 0x7F | 0x80);
                difference >>>= 7;
            }
            packed[count++] = (byte) difference;
            last = feature;
        }
        return new Example(key, spam, Arrays.copyOf(packed, count));
    }

    /** The features, ascending. */
    int[] features() {
        int[] features = new int[packed.length];
        return Arrays.copyOf(features, unpack(features));
    }

    /**
     * Unpacks the features into an array, which must be long enough: as long as the packed bytes always is.
     *
     * @return how many there are
     */
    int unpack(int[] into) {
        int count = 0;
        int last = 0;
        int value = 0;
        int shift = 0;
        for (byte one : packed) {
            value |= (one & 0x7F) << shift;
            if (one >= 0) {
                last += value;
                into[count++] = last;
                value = 0;
                shift = 0;
            } else {
                shift += 7;
            }
        }
        return count;
    }
}
