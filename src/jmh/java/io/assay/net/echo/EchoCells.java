package io.assay.net.echo;

import io.assay.harness.api.CellRule;
import io.assay.net.echo.peers.Answer;
import io.assay.net.echo.peers.NettyTransport;
import io.assay.net.serve.Threads;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of the echo benchmarks can be run, and are worth their time. */
abstract class EchoCells implements CellRule {
    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        String implementation = params.get("implementation");
        String missing = implementation.endsWith("EPOLL")
                ? NettyTransport.EPOLL.missing()
                : implementation.endsWith("IO_URING") ? NettyTransport.IO_URING.missing() : null;
        return missing != null ? missing : reason(params);
    }

    @Override
    public final @Nullable String reasonNotToRun(Map<String, String> params, int feature) {
        if (params.get("implementation").equals(TcpImplementation.BLOCKING_VIRTUAL_THREADS.name())
                && feature < Threads.VIRTUAL_SINCE) {
            return "not on this JDK: virtual threads came with " + Threads.VIRTUAL_SINCE;
        }
        return reasonNotToRun(params);
    }

    abstract @Nullable String reason(Map<String, String> params);

    /** Of {@link TcpEchoBenchmark}. */
    public static final class Tcp extends EchoCells {
        /** For the harness, which makes rules by reflection. */
        public Tcp() {}

        @Override
        @Nullable
        String reason(Map<String, String> params) {
            return null;
        }
    }

    /** Of {@link TcpClientsBenchmark}. */
    public static final class TcpClients extends EchoCells {
        /** For the harness, which makes rules by reflection. */
        public TcpClients() {}

        @Override
        @Nullable
        String reason(Map<String, String> params) {
            return tcpAblations(params);
        }
    }

    /** Of {@link TcpStreamBenchmark}. */
    public static final class TcpStream extends EchoCells {
        /** For the harness, which makes rules by reflection. */
        public TcpStream() {}

        @Override
        @Nullable
        String reason(Map<String, String> params) {
            return null;
        }
    }

    /** Of {@link TcpEchoLatencyBenchmark}. */
    public static final class TcpLatency extends EchoCells {
        /** For the harness, which makes rules by reflection. */
        public TcpLatency() {}

        @Override
        @Nullable
        String reason(Map<String, String> params) {
            return tcpAblations(params);
        }
    }

    /** Of {@link WebSocketEchoBenchmark}. */
    public static final class WebSocketEcho extends EchoCells {
        /** For the harness, which makes rules by reflection. */
        public WebSocketEcho() {}

        @Override
        @Nullable
        String reason(Map<String, String> params) {
            return null;
        }
    }

    /** Of {@link WebSocketEchoLatencyBenchmark}. */
    public static final class WebSocketLatency extends EchoCells {
        /** For the harness, which makes rules by reflection. */
        public WebSocketLatency() {}

        @Override
        @Nullable
        String reason(Map<String, String> params) {
            return ablations(params);
        }
    }

    /** Of {@link WebSocketClientsBenchmark}. */
    public static final class WebSocketClients extends EchoCells {
        private static final int MANY = 1_000;
        private static final int MOST_OF_MANY = 16 << 10;
        private static final int LEAST_TO_CUT = 64 << 10;

        /** For the harness, which makes rules by reflection. */
        public WebSocketClients() {}

        @Override
        @Nullable
        String reason(Map<String, String> params) {
            int size = Integer.parseInt(params.get("n"));
            if (params.get("workload").equals(Framing.FRAGMENTS_4K.name()) && size < LEAST_TO_CUT) {
                return "messages of 64 and 128 KiB are cut";
            }
            if (Integer.parseInt(params.get("clients")) >= MANY && size > MOST_OF_MANY) {
                return "1,000 clients have 64 MiB and more under way: see 128 clients";
            }
            return ablations(params);
        }
    }

    /** Of {@link WebSocketStreamBenchmark}. */
    public static final class WebSocketStream extends EchoCells {
        /** For the harness, which makes rules by reflection. */
        public WebSocketStream() {}

        @Override
        @Nullable
        String reason(Map<String, String> params) {
            WebSocketImplementation implementation = WebSocketImplementation.valueOf(params.get("implementation"));
            return switch (implementation) {
                // Where bytes count, and not round trips, these two are what counts.
                case ASSAY_BARE, ASSAY_BYTE_UNMASKING -> null;
                default -> ablations(params);
            };
        }
    }

    /** Of {@link WebSocketAnswerBenchmark}. */
    public static final class WebSocketAnswer extends EchoCells {
        /** For the harness, which makes rules by reflection. */
        public WebSocketAnswer() {}

        @Override
        @Nullable
        String reason(Map<String, String> params) {
            boolean awaits = WebSocketImplementation.valueOf(params.get("implementation"))
                    .awaits();
            boolean atOnce = params.get("workload").equals(Answer.AT_ONCE.name());
            return awaits || atOnce ? ablations(params) : "its handlers have no loop of their own to await on";
        }
    }

    private static @Nullable String tcpAblations(Map<String, String> params) {
        boolean ablation =
                TcpImplementation.valueOf(params.get("implementation")).ablation();
        return ablation ? "TcpEchoBenchmark shows the ablations" : null;
    }

    private static @Nullable String ablations(Map<String, String> params) {
        boolean ablation =
                WebSocketImplementation.valueOf(params.get("implementation")).ablation();
        return ablation ? "WebSocketEchoBenchmark shows the ablations" : null;
    }
}
