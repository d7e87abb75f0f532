package io.assay.net.hold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that holds connections to a server: what they cost a client is then no part of what the server's process has, nor
 * do they share its file descriptors. Reads {@code open COUNT STATE} and {@code lost} from its input and answers with one line each; ends
 * with its input. Each slow connection gets a byte every five seconds.
 */
public final class Holder {
    private static final int SLICE_MILLIS = 10;
    private static final int ROUND_MILLIS = 5_000;

    private Holder() {}

    /** The port of the loopback to connect to. */
    public static void main(String[] arguments) throws Exception {
        BlockingQueue<String> commands = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(commands), "commands");
        reader.setDaemon(true);
        reader.start();
        try (HeldClients clients = new HeldClients(Integer.parseInt(arguments[0]))) {
            long slices = 0;
            while (true) {
                String command = commands.poll(SLICE_MILLIS, TimeUnit.MILLISECONDS);
                if (command == null) {
                    slices++;
                    clients.dribble(share(clients.slow(), slices));
                } else if (command.isEmpty()) {
                    return;
                } else {
                    System.out.println(answer(command, clients));
                }
            }
        }
    }

    /** How many bytes this slice sends, so that in a round each has one. */
    static int share(int slow, long slice) {
        long slots = ROUND_MILLIS / SLICE_MILLIS;
        return (int) ((slice + 1) * slow / slots - slice * slow / slots);
    }

    private static String answer(String command, HeldClients clients) {
        String[] words = command.split(" ", 3);
        try {
            if (words[0].equals("lost")) return "lost " + clients.lost();
            clients.open(Integer.parseInt(words[1]), ConnectionState.valueOf(words[2]));
            return "open";
        } catch (IOException e) {
            return "failed " + e;
        }
    }

    private static void read(BlockingQueue<String> commands) {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try {
            for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) commands.add(line);
        } catch (IOException e) {
            System.err.println(e);
        }
        commands.add("");
    }
}
