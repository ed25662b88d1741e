package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class BannerHistoryQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue history;

    @BeforeEach
    void queues() {
        history = new TestQueue("banner-history", redis, sql);
    }

    @Test
    void keepsAPairOnce() {
        var receipt =
                history.push(pair(7, "9f83ab02c7d41e65"), pair(7, "9f83ab02c7d41e65"), pair(8, "9f83ab02c7d41e65"));

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(pairs()).containsExactly(7L, 8L);
    }

    @Test
    void keepsAPairThatIsThereAlready() {
        sql.sql("insert into banner_history_contribution values (7, '9f83ab02c7d41e65')")
                .update();

        var receipt = history.push(pair(7, "9f83ab02c7d41e65"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(pairs()).containsExactly(7L);
    }

    @Test
    void dropsWhatCannotBeAPairAmongGoodOnes() {
        var receipt = history.push(pair(7, "9f83ab02c7d41e65"), pair(8, "XYZ"), "{}", pair(9, "9f83ab02c7d41e65"));

        assertThat(receipt).isEqualTo(new Receipt(4, 0, 0));
        assertThat(history.deadLetters()).isEmpty();
        assertThat(pairs()).containsExactly(7L, 9L);
    }

    private List<Long> pairs() {
        return sql.sql("select contribution_tracking_id from banner_history_contribution order by 1")
                .query(Long.class)
                .list();
    }

    private static String pair(long tracking, String log) {
        return "{\"contribution_tracking_id\":%d,\"banner_history_id\":\"%s\"}".formatted(tracking, log);
    }
}
