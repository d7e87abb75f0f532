package io.assay.harness.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.profiling.stacks.Frame;
import io.assay.harness.profiling.stacks.Profile;
import io.assay.harness.profiling.stacks.Stack;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Catalog;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a stack's time is counted, and which benchmarks make a path. */
class PathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What the JDK shows where the kernel is hidden, then libc, then the kernel.
                "a/B.run_[j];sun/nio/ch/SocketDispatcher.read0_[j];__libc_read | system call read",
                "a/B.run_[j];sun/nio/ch/SocketDispatcher.read0_[j] | system call read",
                "a/B.run_[j];sun/nio/ch/SocketDispatcher.write0_[j];__GI___write | system call write",
                "a/B.run_[j];sun/nio/ch/SocketDispatcher.writev0_[j];writev | system call write",
                "a/B.run_[j];sun/nio/ch/EPoll.wait_[j];epoll_wait | system call epoll_wait",
                "a/B.run_[j];sun/nio/ch/EPoll.wait_[j];epoll_wait;do_syscall_64_[k];ep_send_events_[k] | system call epoll_wait",
                "a/B.run_[j];sun/nio/ch/EPoll.wait_[j];epoll_wait;__x64_sys_epoll_wait_[k];schedule_[k];finish_task_switch.isra.0_[k]"
                        + " | falling asleep and waking (inside epoll_wait)",
                "a/B.run_[j];sun/nio/ch/EPoll.ctl_[j];epoll_ctl | system call epoll_ctl",
                "a/B.run_[j];sun/nio/ch/EventFD.set0_[j];__write | system call write",
                "a/B.run_[j];sun/nio/ch/EventFD.set0_[j] | wake-up (eventfd)",
                "a/B.run_[j];jdk/internal/misc/Unsafe.park_[j];pthread_cond_timedwait@@GLIBC_2.3.2 | wake-up (futex)",
                "a/B.run_[j];read;__x64_sys_read_[k];tcp_recvmsg_[k] | system call read",
                "a/B.run_[j];write;__x64_sys_write_[k];tcp_sendmsg_[k];__tcp_push_pending_frames_[k] | system call write",
                "a/B.run_[j];write;ksys_write_[k];do_softirq_[k];net_rx_action_[k];tcp_v4_rcv_[k]"
                        + " | TCP, the receiver's half (inside write)",
                "a/B.run_[j];write;ksys_write_[k];net_rx_action_[k];sock_def_readable_[k];_raw_spin_unlock_irqrestore_[k]"
                        + " | wake-up of the reader (inside write)",
                "a/B.run_[j];write;__x64_sys_write_[k];tcp_v4_rcv_[k];try_to_wake_up_[k];ttwu_do_activate_[k] | wake-up of the reader (inside write)",
                "a/B.run_[j];asm_exc_page_fault_[k];handle_mm_fault_[k] | kernel, other",
                "a/B.run_[j];java/util/HashMap.get_[j] | Java java.util",
                "java/util/HashMap.get_[j];io/assay/http1/RequestParser.parse_[i] | Java io.assay.http1",
                "a/B.run_[j];java/lang/invoke/VarHandleGuards.guard_LLL_Z_[j] | Java a",
                "a/B.run_[j];jbyte_disjoint_arraycopy | Java a",
                "start_thread;JavaThread::run | JVM and libraries",
                "Main.run_[j] | Java Main"
            })
    void aStackHasItsPlace(String raw, String place) {
        assertEquals(place, Place.of(stack(raw, 1)));
    }

    @Test
    void threadsThatTheBenchmarkStartedAreTheServer() {
        Profile profile = new Profile(
                List.of(
                        server("a/Loop.run_[j];read", 60),
                        server("a/Loop.run_[j];a/Codec.parse_[j]", 39_900),
                        server("a/Loop.run_[j];b/Rare.one_[j]", 20),
                        server("a/Loop.run_[j];c/Rare.two_[j]", 20),
                        stack("a/Client.send_[j];write", 700)),
                List.of(new Stack(List.of(Frame.label("GC")), 5, 5)));
        ServerTime time = ServerTime.of(profile, List.of("a fact"));
        assertEquals(40_000, time.samples());
        assertEquals(700, time.client());
        assertEquals(Map.of("[GC]", 5L), time.besides());
        assertEquals(
                List.of("Java a 39900", "others, below 0.5% each 100"),
                time.places().stream()
                        .map(share -> share.place() + " " + share.samples())
                        .toList());
        assertEquals(
                1, time.places().stream().mapToDouble(ServerTime.Share::share).sum(), 1e-9);
    }

    @Test
    void aProfileWithoutSamplesHasNoPlaces() {
        assertEquals(
                List.of(),
                ServerTime.of(new Profile(List.of(), List.of()), List.of()).places());
        assertEquals(0, ServerTime.none(List.of("why")).samples());
    }

    @Test
    void thePingIsAPath() {
        List<PathBenchmarks> paths = PathBenchmarks.among(Catalog.onClassPath().all());
        PathBenchmarks ping = paths.stream()
                .filter(path -> path.name().equals("POST /ping"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("parse", "route", "read JSON", "handoff", "write"),
                ping.parts().stream().map(PathBenchmarks.Part::name).toList());
        assertEquals(6, ping.benchmarks().size());
    }

    @Test
    void benchmarksThatAreNoPathAreRefused() {
        Catalog catalog = Catalog.onClassPath();
        UserError none = assertThrows(
                UserError.class,
                () -> PathBenchmarks.with(catalog.matching(List.of("RouterBenchmark")), catalog.all()));
        assertTrue(none.getMessage().contains("@PathWhole"), none.getMessage());
        for (String alone : List.of("PathBenchmark.parse", "PathBenchmark.whole")) {
            UserError incomplete =
                    assertThrows(UserError.class, () -> PathBenchmarks.among(catalog.matching(List.of(alone))));
            assertTrue(incomplete.getMessage().contains("a path is one whole and its parts"), incomplete.getMessage());
        }
    }

    /** A sum of some of the parts would be no sum. */
    @ParameterizedTest
    @ValueSource(strings = {"PathBenchmark.parse", "PathBenchmark.whole", "PathBenchmark"})
    void whoeverNamesOneOfAPathHasAllOfIt(String pattern) {
        Catalog catalog = Catalog.onClassPath();
        assertEquals(
                PathBenchmarks.with(catalog.all(), catalog.all()).stream()
                        .filter(path -> path.name().equals("POST /ping"))
                        .toList(),
                PathBenchmarks.with(catalog.matching(List.of(pattern)), catalog.all()));
    }

    private static Stack server(String raw, long samples) {
        Stack stack = stack(raw, samples);
        return new Stack(
                Stream.concat(Stream.of(Frame.label("thread assay-net")), stack.frames().stream())
                        .toList(),
                samples,
                samples);
    }

    private static Stack stack(String raw, long samples) {
        return new Stack(
                Stream.of(raw.split(";"))
                        .map(frame -> Frame.of(frame, false, false))
                        .toList(),
                samples,
                samples);
    }
}
