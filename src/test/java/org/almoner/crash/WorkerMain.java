package org.almoner.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.almoner.queue.Breakage;
import org.apache.camel.CamelContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Main class of a worker process: does what it is told line by line, and answers each line when it is done. */
class WorkerMain {
    private final ConfigurableApplicationContext context;

    private WorkerMain(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static void main(String[] args) throws Exception {
        var answers = System.out;
        System.setOut(System.err); // the log
        var context = new SpringApplicationBuilder(WorkerConfiguration.class)
                .initializers(Breakage.valueOf(args[0]))
                .web(WebApplicationType.NONE)
                .run(args);
        var worker = new WorkerMain(context);
        worker.obey(answers);
    }

    private void obey(PrintStream answers) throws Exception {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        answers.println("ready");
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            obey(order.split(" ", 2));
            answers.println("done");
        }
        Runtime.getRuntime().halt(1); // whoever gave the orders is gone
    }

    private void obey(String[] order) throws Exception {
        switch (order[0]) {
            case "arm" -> context.getBean(Fuse.class).arm(BreakingPoint.of(order[1]));
            case "freeze" -> context.getBean(Fuse.class).armToFreeze(BreakingPoint.of(order[1]));
            case "start" ->
                context.getBean(CamelContext.class).getRouteController().startAllRoutes();
            case "stop" ->
                context.getBean(CamelContext.class).getRouteController().stopAllRoutes();
            case "requeue" -> context.getBean(Caretaker.class).requeue();
            default -> throw new IOException("unknown order " + order[0]);
        }
    }
}
