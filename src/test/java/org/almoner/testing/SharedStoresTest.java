package org.almoner.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class SharedStoresTest {
    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Test
    void answers() {
        redis.opsForValue().set("greeting", "hello");

        assertThat(redis.opsForValue().get("greeting")).isEqualTo("hello");
        assertThat(sql.sql("select 1").query(Integer.class).single()).isOne();
    }

    @Test
    void areEmptyBeforeEachTest() {
        assertThat(redis.keys("greeting")).isEmpty();
    }
}
