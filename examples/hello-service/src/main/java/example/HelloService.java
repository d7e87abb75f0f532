package example;

import io.assay.future.Future;
import io.assay.future.Promise;
import io.assay.json.JsonTypes;
import io.assay.net.http.HttpRequest;
import io.assay.net.http.HttpResponse;
import io.assay.net.http.HttpServer;
import io.assay.net.http.HttpSettings;
import io.assay.net.tcp.NetLoop;
import io.assay.net.tcp.TcpServer;
import io.assay.router.HttpMethod;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.TimeUnit;

/** Greets who asks, on one event loop: the router finds the handler, a timer of the loop completes its future, the codec writes it. */
public final class HelloService {
    private static final int THINKING_MILLIS = 20;

    private final NetLoop net = NetLoop.create();
    private final HttpServer server = HttpServer.builder()
            .settings(HttpSettings.DEFAULT.withJson(JsonTypes.of(Greeting.class)))
            .route(HttpMethod.GET, "/hello/{name}", this::greet)
            .build();

    /** Of the loop's thread alone. */
    private int visitors;

    private Future<HttpResponse> greet(HttpRequest request) {
        // The request is lent until this returns, so what is needed later is read now.
        String name = request.parameter("name");
        int visitor = ++visitors;
        Promise<Greeting> thought = new Promise<>();
        net.events()
                .schedule(
                        () -> thought.complete(new Greeting("Hello, " + name, visitor)),
                        THINKING_MILLIS,
                        TimeUnit.MILLISECONDS);
        return thought.future().map(greeting -> HttpResponse.json(200, greeting));
    }

    /** Serves, asks itself once, and ends. With a port as argument it goes on serving there. */
    public static void main(String[] args) throws Exception {
        HelloService service = new HelloService();
        service.net.events().start();
        int port = args.length == 0 ? 0 : Integer.parseInt(args[0]);
        TcpServer listening = service.server
                .listen(service.net, new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .await();
        URI address = URI.create("http://" + listening.address().getHostString() + ":"
                + listening.address().getPort() + "/hello/world");
        if (args.length > 0) {
            System.out.println("serving " + address);
            return;
        }
        var answer = HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(address).build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString());
        System.out.println(answer.statusCode() + " " + answer.body());
        service.net.close(TimeUnit.SECONDS.toNanos(1)).await();
    }
}
