package io.assay.jcstress;

import java.util.List;
import java.util.SortedSet;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * jcstress's own program, but for its JVMs' flags: of those it finds worth trying only the last are used. JDK 17 still
 * has biased locking, off by itself, and jcstress would run everything with it first; its presets do.
 */
public final class OneConfiguration extends JCStress {
    private OneConfiguration(Options options) {
        super(options);
    }

    /** With jcstress's options. */
    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        if (!options.parse()) {
            System.exit(1);
        }
        new OneConfiguration(options).run();
    }

    /** Asked for once it is known what JVMs can be had, and before it is planned what to run. */
    @Override
    public SortedSet<String> getTests() {
        List<VMSupport.Config> configurations = VMSupport.getAvailableVMConfigs();
        configurations.subList(0, configurations.size() - 1).clear();
        return super.getTests();
    }
}
