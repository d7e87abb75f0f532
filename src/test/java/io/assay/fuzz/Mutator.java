package io.assay.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils inputs: from one seed always the same. */
public final class Mutator {
    /** Bytes that mean something in the formats: limits of prefixes, signs, line ends, separators. */
    private static final byte[] TELLING = {
        0, 1, 0x0F, 0x1F, 0x20, 0x3F, 0x40, 0x7F, -128, -66, -1, '\r', '\n', '\t', ' ', ':', ',', ';', '0', 'F'
    };

    private final Random random;

    /** A mutator. */
    public Mutator(long seed) {
        random = new Random(seed);
    }

    /** An input with one to four changes, made from one of the corpus and perhaps pieces of others. */
    public byte[] mutate(List<byte[]> corpus) {
        byte[] input = corpus.get(random.nextInt(corpus.size()));
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            input = change(input, corpus.get(random.nextInt(corpus.size())));
        }
        return input;
    }

    private byte[] change(byte[] input, byte[] other) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(9));
        switch (random.nextInt(6)) {
            case 0:
                return Arrays.copyOf(input, from);
            case 1:
                return spliced(input, from, to, other, 0, 0);
            case 2:
                return spliced(input, to, to, input, from, to);
            case 3:
                int start = random.nextInt(other.length + 1);
                return spliced(input, from, to, other, start, Math.min(other.length, start + random.nextInt(40)));
            case 4:
                int telling = random.nextInt(TELLING.length);
                int replaced = Math.min(input.length, from + random.nextInt(2));
                return spliced(input, from, replaced, TELLING, telling, telling + 1);
            default:
                if (from == input.length) return input;
                byte[] flipped = input.clone();
                flipped[from] ^= (byte) (1 << random.nextInt(8));
                return flipped;
        }
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] piece, int pieceFrom, int pieceTo) {
        byte[] spliced = new byte[input.length - (to - from) + pieceTo - pieceFrom];
        System.arraycopy(input, 0, spliced, 0, from);
        System.arraycopy(piece, pieceFrom, spliced, from, pieceTo - pieceFrom);
        System.arraycopy(input, to, spliced, from + pieceTo - pieceFrom, input.length - to);
        return spliced;
    }
}
