package org.almoner.queue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one way in which JSON is read: within limits, exactly, and refusing what PostgreSQL could not store. */
@Configuration(proxyBeanMethods = false)
class MessageJson {

    @Bean
    Jackson2ObjectMapperBuilderCustomizer messageJsonRules(MessageLimits limits) {
        return json -> json.factory(factory(limits))
                .deserializerByType(String.class, new TextDeserializer())
                .mixIn(Record.class, Unread.class)
                .featuresToEnable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .postConfigurer(
                        mapper -> // an amount of 100.00 would go on as 1E+2
                        mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false));
    }

    /** Of a record Jackson would copy each field that it does not know, in case that one wants them all. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private interface Unread {}

    private static JsonFactory factory(MessageLimits limits) {
        var constraints = StreamReadConstraints.builder()
                .maxDocumentLength(limits.length().toBytes())
                .maxNestingDepth(limits.depth())
                .maxStringLength(Math.toIntExact(limits.text().toBytes()))
                .maxNameLength(Math.toIntExact(limits.text().toBytes()))
                .maxNumberLength(limits.number())
                .maxTokenCount(limits.tokens())
                .build();
        return JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // which of two amounts would be meant?
                .build();
    }
}
