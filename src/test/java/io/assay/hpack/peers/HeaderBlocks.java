package io.assay.hpack.peers;

import io.assay.workload.HeaderBlock;
import io.assay.workload.HeaderField;
import io.assay.workload.HpackWorkload;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Generates connections on which messages of all workloads mix with random fields, and the table's size changes. */
final class HeaderBlocks {
    private static final String NAME = "abcdefghijklmnopqrstuvwxyz0123456789-_";

    /** Left out, because most of their bytes are literals in every block, which take long and prove little. */
    private static final Set<HpackWorkload> LARGE =
            EnumSet.of(HpackWorkload.LARGE_COOKIE, HpackWorkload.BROWSER_FIRST, HpackWorkload.NEVER_INDEXED);

    private final Random random;
    private final int smallestTable;
    private final List<List<HeaderField>> messages = new ArrayList<>();

    /**
     * Starts a generator.
     *
     * @param smallestTable smallest size of a table that is not empty
     */
    HeaderBlocks(long seed, int smallestTable) {
        this.smallestTable = smallestTable;
        random = new Random(seed);
        for (HpackWorkload workload : HpackWorkload.values()) {
            if (!LARGE.contains(workload)) {
                workload.blocks().stream().limit(60).map(HeaderBlock::fields).forEach(messages::add);
            }
        }
    }

    List<HeaderBlock> sequence(int count) {
        List<HeaderBlock> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<HeaderField> fields = new ArrayList<>(messages.get(random.nextInt(messages.size())));
            for (int extra = random.nextInt(4); extra > 0; extra--) {
                fields.add(field());
            }
            blocks.add(new HeaderBlock(tableSizes(), fields));
        }
        return blocks;
    }

    /** Few names and short values, so that fields come again; now and then one that fills or overflows the table. */
    private HeaderField field() {
        String name = "x-" + (random.nextInt(3) == 0 ? text(1 + random.nextInt(30)) : "n" + random.nextInt(12));
        int length = random.nextInt(200) == 0 ? random.nextInt(5_000) : random.nextInt(12);
        String value = random.nextBoolean() ? String.valueOf(random.nextInt(40)) : text(length);
        return new HeaderField(name, value, random.nextInt(10) == 0);
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(NAME.charAt(random.nextInt(NAME.length())));
        }
        return text.toString();
    }

    private List<Integer> tableSizes() {
        if (random.nextInt(20) != 0) {
            return List.of();
        }
        int last = tableSize();
        return random.nextBoolean() ? List.of(last) : List.of(Math.min(last, tableSize()), last);
    }

    private int tableSize() {
        int size = random.nextInt(HpackWorkload.TABLE_SIZE + 1);
        return size < smallestTable ? 0 : size;
    }
}
