package org.almoner.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server in which all gateways are; started by itself, by the laptop's process, or by a test. */
public final class Simulator implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Simulator.class);

    private final HttpServer server;
    private final Desk desk;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "simulator");
        thread.setDaemon(true);
        return thread;
    });

    private Simulator(HttpServer server) {
        this.server = server;
        this.desk = new Desk(InstantSource.system(), url(server));
        server.setExecutor(threads);
        desk.gateways()
                .forEach(gateway -> server.createContext("/" + gateway.name(), new GatewayEndpoint(desk, gateway)));
        server.createContext("/simulator", new AdminEndpoint(desk));
        server.start();
    }

    /** {@code Simulator PORT [URL of the listeners]}, for as long as the process runs. */
    @SuppressWarnings("resource") // until the process ends
    public static void main(String[] arguments) {
        var simulator = start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0);
        if (arguments.length > 1) {
            simulator.notify(arguments[1]);
        }
        log.info("The gateway simulator listens on {}", simulator.url());
        simulator.settings().forEach((name, value) -> log.debug("{}={}", name, value));
    }

    /** @param port 0 for any that is free */
    public static Simulator start(int port) {
        try {
            return new Simulator(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator cannot listen on port " + port, e);
        }
    }

    /** That connect an application to a simulator on this port. */
    public static Map<String, String> settings(int port) {
        return Gateways.settings("http://127.0.0.1:" + port);
    }

    public Map<String, String> settings() {
        return settings(port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return url(server);
    }

    /** @param listeners where they are, without {@code /listeners/…} */
    public void notify(String listeners) {
        desk.messenger.listeners(listeners);
    }

    /** Adds a payment, or puts it in another state. */
    public void put(Payment payment) {
        desk.payments.put(payment);
    }

    public Optional<Payment> payment(String gateway, String id) {
        return desk.payments.find(gateway, id);
    }

    /** Sends a notification; its number, or nothing where the gateway does not tell of such an event. */
    public Optional<Integer> tell(Payment payment, Event event, Forgery forgery) {
        return desk.tell(payment, event, forgery, false);
    }

    /** The same, in PayPal's newer way. */
    public Optional<Integer> tellByWebhook(Payment payment, Event event, Forgery forgery) {
        return desk.tell(payment, event, forgery, true);
    }

    public boolean replay(int notification) {
        return desk.messenger.replay(notification);
    }

    public void fault(String gateway, Fault fault) {
        desk.faults.put(gateway, fault);
    }

    public void repair(String gateway) {
        desk.faults.clear(gateway);
    }

    /** The gateway takes none of the access tokens any more that it has given. */
    public void revoke(String gateway) {
        desk.revoke(gateway);
    }

    public List<LoggedCall> calls() {
        return desk.calls.all();
    }

    public List<Delivery> deliveries() {
        return desk.messenger.deliveries();
    }

    /** Payments, calls, keys, faults and notifications. */
    public void forget() {
        desk.forget();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        desk.close();
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
