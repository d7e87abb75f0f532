package io.assay.harness.result.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupTest {
    private static final String V1_MOUNTS = """
            23 1 254:0 / / rw,relatime - ext4 /dev/root rw
            31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
            32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime shared:9 - cgroup cgroup rw,cpu
            35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
            41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
            """;
    private static final String V2_MOUNTS =
            "30 23 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot\n";

    @TempDir
    Path root;

    private FakeHost host;

    @BeforeEach
    void host() {
        host = new FakeHost(root);
    }

    @Test
    void noControlGroups() {
        Cgroup cgroup = new Cgroup(host.files());
        assertEquals("none", cgroup.version());
        assertEquals(OptionalDouble.empty(), cgroup.cpuQuota());
        assertEquals(OptionalLong.empty(), cgroup.memoryLimit());
        assertEquals(new Cgroup.Throttling(0, 0), cgroup.throttling());
    }

    @Test
    void versionOneWithoutLimits() {
        host.put("/proc/self/mountinfo", V1_MOUNTS)
                .put("/proc/self/cgroup", "4:memory:/process_api/31a3\n1:cpu:/\n0::/\n")
                .put("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n")
                .put("/sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n")
                .put("/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        Cgroup cgroup = new Cgroup(host.files());
        assertEquals("v1", cgroup.version());
        assertEquals(OptionalDouble.empty(), cgroup.cpuQuota());
        assertEquals(OptionalLong.empty(), cgroup.memoryLimit());
    }

    @Test
    void versionOneWithLimitsAtSeveralLevels() {
        host.put("/proc/self/mountinfo", V1_MOUNTS)
                .put("/proc/self/cgroup", "4:memory:/outer/inner\n1:cpu,cpuacct:/outer/inner\n")
                .put("/sys/fs/cgroup/cpu/outer/cpu.cfs_quota_us", "150000\n")
                .put("/sys/fs/cgroup/cpu/outer/cpu.cfs_period_us", "100000\n")
                .put("/sys/fs/cgroup/cpu/outer/inner/cpu.cfs_quota_us", "400000\n")
                .put("/sys/fs/cgroup/cpu/outer/inner/cpu.cfs_period_us", "100000\n")
                .put("/sys/fs/cgroup/cpu/outer/cpu.stat", "nr_periods 90\nnr_throttled 7\nthrottled_time 5000000\n")
                .put("/sys/fs/cgroup/memory/memory.limit_in_bytes", "2147483648\n");
        Cgroup cgroup = new Cgroup(host.files());
        assertEquals(OptionalDouble.of(1.5), cgroup.cpuQuota());
        assertEquals(OptionalLong.of(2147483648L), cgroup.memoryLimit());
        assertEquals(new Cgroup.Throttling(7, 5_000_000), cgroup.throttling());
    }

    @Test
    void versionTwoInASliceWithParentsLimit() {
        host.put("/proc/self/mountinfo", V2_MOUNTS)
                .put("/proc/self/cgroup", "0::/user.slice/session-3.scope\n")
                .put("/sys/fs/cgroup/user.slice/cpu.max", "50000 100000\n")
                .put("/sys/fs/cgroup/user.slice/memory.max", "max\n")
                .put("/sys/fs/cgroup/user.slice/session-3.scope/cpu.max", "max 100000\n")
                .put("/sys/fs/cgroup/user.slice/session-3.scope/memory.max", "1073741824\n")
                .put("/sys/fs/cgroup/user.slice/cpu.stat", "usage_usec 5\nnr_throttled 3\nthrottled_usec 12\n");
        Cgroup cgroup = new Cgroup(host.files());
        assertEquals("v2", cgroup.version());
        assertEquals(OptionalDouble.of(0.5), cgroup.cpuQuota());
        assertEquals(OptionalLong.of(1073741824L), cgroup.memoryLimit());
        assertEquals(new Cgroup.Throttling(3, 12_000), cgroup.throttling());
    }

    @Test
    void aContainerSeesItsOwnGroupAtTheMountPoint() {
        host.put("/proc/self/mountinfo", "30 23 0:26 /docker/ab12 /sys/fs/cgroup ro - cgroup2 cgroup ro\n")
                .put("/proc/self/cgroup", "0::/docker/ab12\n")
                .put("/sys/fs/cgroup/cpu.max", "200000 100000\n");
        assertEquals(OptionalDouble.of(2.0), new Cgroup(host.files()).cpuQuota());
        for (String elsewhere : new String[] {"/../../elsewhere", "/docker/ab123", "/docker", "relative", "", "//"}) {
            host.put("/proc/self/cgroup", "0::" + elsewhere + "\n");
            assertEquals(OptionalDouble.of(2.0), new Cgroup(host.files()).cpuQuota(), elsewhere);
        }
    }

    @Test
    void aGroupThatTheContainerMadeWithin() {
        host.put("/proc/self/mountinfo", "30 23 0:26 /docker/ab12 /sys/fs/cgroup ro - cgroup2 cgroup ro\n")
                .put("/proc/self/cgroup", "0::/docker/ab12/worker\n")
                .put("/sys/fs/cgroup/cpu.max", "200000 100000\n")
                .put("/sys/fs/cgroup/worker/cpu.max", "100000 100000\n");
        assertEquals(OptionalDouble.of(1.0), new Cgroup(host.files()).cpuQuota());
    }

    @Test
    void nonsenseIsNoLimit() {
        host.put("/proc/self/mountinfo", "garbage\n - \n30 23 - cgroup2\n" + V2_MOUNTS)
                .put("/proc/self/cgroup", "garbage\n\n0::\n")
                .put("/sys/fs/cgroup/cpu.max", "a b c\n")
                .put("/sys/fs/cgroup/memory.max", "")
                .put("/sys/fs/cgroup/cpu.stat", "nr_throttled x\nnr_throttled\n\n");
        Cgroup cgroup = new Cgroup(host.files());
        assertEquals("v2", cgroup.version());
        assertEquals(OptionalDouble.empty(), cgroup.cpuQuota());
        assertEquals(OptionalLong.empty(), cgroup.memoryLimit());
        assertEquals(new Cgroup.Throttling(0, 0), cgroup.throttling());
    }
}
