package io.assay.harness.result.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds where a controller's files of this process lie, from {@code /proc/self/mountinfo} (what is mounted) and
 * {@code /proc/self/cgroup} (which group is ours). Both versions may be mounted at once; a controller belongs to one.
 */
final class CgroupFolders {
    private CgroupFolders() {}

    /** @param folders the process's own group first, then its parents up to the mount point */
    record Hierarchy(String version, List<String> folders) {
        boolean isV1() {
            return version.equals("v1");
        }
    }

    /** One line of mountinfo: {@code id parent dev ROOT POINT options [fields] - TYPE source SUPER}. */
    private record Mount(String root, String point, String type, List<String> options) {
        static Optional<Mount> parse(String line) {
            int dash = line.indexOf(" - ");
            if (dash < 0) {
                return Optional.empty();
            }
            String[] left = line.substring(0, dash).split(" ", -1);
            String[] right = line.substring(dash + 3).split(" ", -1);
            return left.length < 5 || right.length < 3
                    ? Optional.empty()
                    : Optional.of(new Mount(left[3], left[4], right[0], Arrays.asList(right[2].split(",", -1))));
        }
    }

    static Hierarchy locate(HostFiles files, String controller) {
        List<Mount> mounts = files.text("/proc/self/mountinfo")
                .orElse("")
                .lines()
                .map(Mount::parse)
                .flatMap(Optional::stream)
                .toList();
        List<String> groups = files.text("/proc/self/cgroup").orElse("").lines().toList();
        return mounts.stream()
                .filter(mount -> mount.type.equals("cgroup") && mount.options.contains(controller))
                .findFirst()
                .map(mount -> new Hierarchy("v1", upwards(files, mount, group(groups, controller))))
                .or(() -> mounts.stream()
                        .filter(mount -> mount.type.equals("cgroup2"))
                        .findFirst()
                        .map(mount -> new Hierarchy("v2", upwards(files, mount, group(groups, "")))))
                .orElse(new Hierarchy("none", List.of()));
    }

    /** Lines are {@code id:controllers:path}; version 2 is the one with no controllers. */
    private static String group(List<String> lines, String controller) {
        return lines.stream()
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length == 3
                        && Arrays.asList(parts[1].split(",", -1)).contains(controller))
                .map(parts -> parts[2])
                .findFirst()
                .orElse("/");
    }

    private static List<String> upwards(HostFiles files, Mount mount, String group) {
        // In a container the mount shows a part of the tree only: cut what lies above it. A path outside of it
        // ("/.." in another namespace) is not visible at all; the mount point is then the nearest that is.
        String prefix = mount.root.equals("/") ? "" : mount.root;
        String path = group.startsWith(prefix + '/') ? group.substring(prefix.length()) : "";
        List<String> folders = new ArrayList<>();
        while (path.length() > 1 && !path.contains("..")) {
            if (files.exists(mount.point + path)) {
                folders.add(mount.point + path);
            }
            path = path.substring(0, path.lastIndexOf('/'));
        }
        folders.add(mount.point);
        return List.copyOf(folders);
    }
}
