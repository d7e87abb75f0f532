package io.assay.http1;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * What {@link Words} tells of eight octets, of 64 or 32 at a step, as a bit an octet. The one class that names the
 * Vector API, whose module may be absent: only what {@link Vectors} lets through touches it. It is compiled by itself,
 * since javac cannot be kept from warning of an incubating module, and uses no other class.
 */
final class VectorOctets {
    /** Octets that are looked at. */
    static final int BLOCK = 64;

    private static final VectorSpecies<Byte> WIDE = ByteVector.SPECIES_PREFERRED;
    private static final int STEP = Math.min(WIDE.length(), BLOCK);
    /** Below this words are as fast. */
    private static final int LEAST = 32;

    private VectorOctets() {}

    /** Whether the machine has vectors of 32 octets or more. */
    static boolean wide() {
        return WIDE.length() >= LEAST && WIDE.length() <= BLOCK;
    }

    /** Flags, exactly, control characters, HTAB and DEL among them. */
    static long controls(byte[] b, int at) {
        long flags = 0;
        for (int i = 0; i < BLOCK; i += STEP) {
            ByteVector octets = ByteVector.fromArray(WIDE, b, at + i);
            // Controls become 0x7F to 0x60, and DEL 0; what is above 0x7F stays negative.
            ByteVector flipped = octets.lanewise(VectorOperators.XOR, (byte) 0x7F);
            VectorMask<Byte> low = flipped.compare(VectorOperators.GE, (byte) 0x60);
            VectorMask<Byte> del = flipped.compare(VectorOperators.EQ, (byte) 0);
            flags |= low.or(del).toLong() << i;
        }
        return flags;
    }

    /** Flags colons. */
    static long colons(byte[] b, int at) {
        long flags = 0;
        for (int i = 0; i < BLOCK; i += STEP) {
            ByteVector octets = ByteVector.fromArray(WIDE, b, at + i);
            flags |= octets.compare(VectorOperators.EQ, (byte) ':').toLong() << i;
        }
        return flags;
    }

    /** How many octets, each with the bit of small letters set, are those of the other array, up to {@link #BLOCK}. */
    static int common(byte[] b, int at, byte[] other, int from) {
        long equal = 0;
        for (int i = 0; i < BLOCK; i += STEP) {
            ByteVector octets = ByteVector.fromArray(WIDE, b, at + i).or((byte) 0x20);
            equal |= octets.compare(VectorOperators.EQ, ByteVector.fromArray(WIDE, other, from + i))
                            .toLong()
                    << i;
        }
        return Long.numberOfTrailingZeros(~equal);
    }

    /** Flags, exactly, all octets but letters, digits and {@code & ' ( ) * + , - . / : ; = ? @ _}. */
    static long suspectsInTarget(byte[] b, int at) {
        long fine = 0;
        for (int i = 0; i < BLOCK; i += STEP) {
            ByteVector octets = ByteVector.fromArray(WIDE, b, at + i);
            VectorMask<Byte> upper = within(octets, '?', 'Z');
            VectorMask<Byte> lower = within(octets, 'a', 'z');
            VectorMask<Byte> digits = within(octets, '&', ';');
            VectorMask<Byte> marks =
                    octets.compare(VectorOperators.EQ, (byte) '=').or(octets.compare(VectorOperators.EQ, (byte) '_'));
            fine |= upper.or(lower).or(digits.or(marks)).toLong() << i;
        }
        return ~fine;
    }

    /** Flags, exactly, all octets but letters, digits, hyphens and full stops: of such most names of hosts and fields are. */
    static long suspectsInName(byte[] b, int at) {
        long fine = 0;
        for (int i = 0; i < BLOCK; i += STEP) {
            ByteVector octets = ByteVector.fromArray(WIDE, b, at + i);
            VectorMask<Byte> letters = within(octets.or((byte) 0x20), 'a', 'z');
            VectorMask<Byte> digits = within(octets, '0', '9');
            VectorMask<Byte> marks = within(octets, '-', '.');
            fine |= letters.or(digits.or(marks)).toLong() << i;
        }
        return ~fine;
    }

    private static VectorMask<Byte> within(ByteVector octets, char first, char last) {
        return octets.compare(VectorOperators.GE, (byte) first).and(octets.compare(VectorOperators.LE, (byte) last));
    }
}
