package org.almoner.alert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Mails alerts, if there is a mail server and somebody who wants them: one mail for each kind, and not too often. */
@Component
public class AlertMail {

    private static final int LINES = 50; // a mail of ten thousand would be read by nobody

    private final Alerts alerts;
    private final Optional<JavaMailSender> server;
    private final AlertSettings settings;

    AlertMail(Alerts alerts, Optional<JavaMailSender> server, AlertSettings settings) {
        this.alerts = alerts;
        this.server = server;
        this.settings = settings;
    }

    /** Belongs into a database transaction: where the server takes no mail, it is rolled back and they are mailed later. */
    public void sendWhatIsDue() {
        if (!settings.to().isEmpty()) {
            server.ifPresent(this::send);
        }
    }

    private void send(JavaMailSender server) {
        alerts.mail(settings.every()).stream()
                .collect(groupingBy(Alert::kind))
                .forEach((kind, ofOneKind) -> server.send(mail(kind, ofOneKind)));
    }

    private SimpleMailMessage mail(String kind, List<Alert> ofOneKind) {
        var mail = new SimpleMailMessage();
        mail.setFrom(settings.from());
        mail.setTo(settings.to().toArray(String[]::new));
        mail.setSubject("Almoner: %s (%d)".formatted(kind, ofOneKind.size()));
        mail.setText(ofOneKind.stream().limit(LINES).map(Alert::about).collect(joining("\n")) + rest(ofOneKind.size()));
        return mail;
    }

    private static String rest(int size) {
        return size <= LINES ? "\n" : "\nand %d more, see the table alert\n".formatted(size - LINES);
    }
}
