package org.almoner.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.almoner.queue.UnitOfWork;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Alerts are mailed, one mail for each kind and not too often, and none is forgotten. */
@AlmonerTest
@Stopped("tell-alerts")
class AlertMailTest {

    @Autowired
    UnitOfWork unit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CamelContext camel;

    @Autowired
    JdbcClient sql;

    private final TestMailServer server = new TestMailServer();
    private Instant now = Instant.parse("2026-09-02T08:34:00Z");
    private Alerts alerts;
    private AlertMail mail;

    @BeforeEach
    void connect() throws Exception {
        InstantSource time = () -> now;
        alerts = new Alerts(unit, time.withZone(ZoneOffset.UTC));
        mail = mail(List.of("night@example.org", "day@example.org"), Optional.of(connection()));
    }

    @AfterEach
    void disconnect() throws Exception {
        server.close();
    }

    @Test
    void sendsOneMailForEachKind() {
        told("rejected message", "queue=a");
        told("rejected message", "queue=b");
        told("large refund difference", "contribution=7");

        send();
        send();

        assertThat(server.mails()).hasSize(2).anySatisfy(text -> assertThat(text)
                .contains("From: almoner@example.org", "To: night@example.org, day@example.org")
                .contains("Subject: Almoner: rejected message (2)")
                .contains("queue=a\nqueue=b\n"));
        assertThat(server.mails()).anySatisfy(text -> assertThat(text)
                .contains("Subject: Almoner: large refund difference (1)")
                .contains("contribution=7"));
    }

    @Test
    void waitsBeforeItSendsAnotherOfTheSameKind() {
        told("rejected message", "queue=a");
        send();
        told("rejected message", "queue=b");
        told("large refund difference", "contribution=7");

        now = now.plus(Duration.ofMinutes(14));
        send();
        assertThat(server.mails()).hasSize(2).noneMatch(text -> text.contains("queue=b"));

        told("rejected message", "queue=c");
        now = now.plus(Duration.ofMinutes(2));
        send();
        assertThat(server.mails()).hasSize(3).last().satisfies(text -> assertThat(text)
                .contains("queue=b\nqueue=c"));
    }

    @Test
    void sendsLaterWhatTheServerRefused() {
        told("rejected message", "queue=a");

        server.refuse(true);
        assertThatExceptionOfType(MailException.class).isThrownBy(this::send);
        server.refuse(false);
        send();

        assertThat(server.mails()).singleElement().satisfies(text -> assertThat(text)
                .contains("queue=a"));
    }

    @Test
    void staysShort() {
        IntStream.range(0, 120).forEach(n -> told("rejected message", "queue=q" + n));

        send();

        assertThat(server.mails()).singleElement().satisfies(text -> assertThat(text)
                .contains("(120)", "queue=q49", "and 70 more")
                .doesNotContain("queue=q50"));
    }

    @Test
    void sendsNothingWhereNobodyWantsIt() throws IOException {
        told("rejected message", "queue=a");

        mail(List.of(), Optional.of(connection())).sendWhatIsDue();
        mail(List.of("night@example.org"), Optional.empty()).sendWhatIsDue();

        assertThat(server.mails()).isEmpty();
        assertThat(sql.sql("select count(*) from alert where mailed_at is null")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private void told(String kind, String about) {
        alerts.raise(new Alert(kind, about));
        alerts.tell();
    }

    private void send() {
        transaction.executeWithoutResult(status -> mail.sendWhatIsDue());
    }

    private AlertMail mail(List<String> to, Optional<JavaMailSender> connection) {
        return new AlertMail(alerts, connection, new AlertSettings(to, "almoner@example.org", Duration.ofMinutes(15)));
    }

    private JavaMailSender connection() {
        var connection = new JavaMailSenderImpl();
        connection.setHost("localhost");
        connection.setPort(server.port());
        return connection;
    }
}
