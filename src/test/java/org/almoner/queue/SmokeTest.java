package org.almoner.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class SmokeTest {
    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    org.apache.camel.CamelContext camel;

    @Autowired
    Sequences sequences;

    @Test
    void smoke() throws Exception {
        String m =
                "{\"gateway\":\"adyen\",\"order_id\":\"1.1\",\"gateway_txn_id\":false,\"date\":1788350400,\"payment_method\":\"cc\"}";
        redis.opsForList().rightPush("pending", m);
        redis.opsForList().rightPush("pending", m);
        redis.opsForList().rightPush("pending", "{not json");
        redis.opsForList().rightPush("pending", "[]");
        redis.opsForList().rightPush("pending", m.replace("1.1", "1\\u0000.1"));
        redis.opsForList()
                .rightPush(
                        "banner-history",
                        "{\"banner_history_id\":\"9f83ab02c7d41e65\",\"contribution_tracking_id\":231448907}");
        redis.opsForList()
                .rightPush(
                        "banner-history",
                        "{\"banner_history_id\":\"9f83ab02c7d41e65\",\"contribution_tracking_id\":231448907}");
        redis.opsForList()
                .rightPush("banner-history", "{\"banner_history_id\":\"X\",\"contribution_tracking_id\":231448907}");
        try {
            await().untilAsserted(() -> assertThat(
                            jdbc.sql("select coalesce(sum(handled+duplicate+dead),0) from claim_receipt")
                                    .query(Integer.class)
                                    .single())
                    .isEqualTo(8));
        } finally {
            System.out.println(jdbc.sql("select * from claim_receipt").query().listOfRows());
            System.out.println(jdbc.sql("select queue,kind,error,attempts,state,retry_at from dead_letter")
                    .query()
                    .listOfRows());
            System.out.println(jdbc.sql("select id,gateway,order_id,message from pending_payment")
                    .query()
                    .listOfRows());
            System.out.println(jdbc.sql("select * from banner_history_contribution")
                    .query()
                    .listOfRows());
            System.out.println(jdbc.sql("select * from handled_message").query().listOfRows());
            System.out.println(redis.keys("*"));
        }
        System.out.println(sequences.next("contribution-tracking"));
        System.out.println("MAPPER "
                + ((org.apache.camel.component.jackson.JacksonDataFormat) camel.resolveDataFormat("jackson"))
                        .getObjectMapper()
                + " "
                + ((org.apache.camel.component.jackson.JacksonDataFormat) camel.resolveDataFormat("jackson"))
                        .isAutoDiscoverObjectMapper());
    }
}
