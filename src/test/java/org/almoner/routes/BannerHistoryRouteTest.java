package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BannerHistoryRouteTest extends QueueRoutes {

    BannerHistoryRouteTest() {
        super("banner-history");
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        configuration.withMockEndpointsAndSkip("jdbc:*");
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var camel = super.createCamelContext();
        camel.getRegistry().bind("dataSource", new DriverManagerDataSource()); // needed for the end that is skipped
        return camel;
    }

    @Test
    void writesAPairOnce() throws Exception {
        var database = database();
        database.expectedMessageCount(1);
        database.expectedHeaderReceived("tracking", 417008907L);
        database.expectedHeaderReceived("log", "9f83ab02c7d41e65");

        sendSample("banner-history", "valid");
        sendSample("banner-history", "valid");

        database.assertIsSatisfied();
        assertThat(database.getExchanges().get(0).getMessage().getBody(String.class))
                .contains("values (:?tracking, :?log)");
    }

    @Test
    void takesAnIdAsDigits() throws Exception {
        var database = database();
        database.expectedHeaderReceived("tracking", 417008907L);

        sendSample("banner-history", "edge-string-ids");

        database.assertIsSatisfied();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'contribution_tracking_id':7}",
                "{'banner_history_id':'9f83ab02c7d41e65'}",
                "{'contribution_tracking_id':7,'banner_history_id':'XYZ-not-hex'}",
                "{'contribution_tracking_id':7,'banner_history_id':'9F83AB02C7D41E65'}",
                "{'contribution_tracking_id':7,'banner_history_id':'9f83ab02c'}",
                "{'contribution_tracking_id':7,'banner_history_id':'0123456789abcdef01234'}",
                "{'contribution_tracking_id':7,'banner_history_id':['9f83ab02c7d41e65']}",
                "{'contribution_tracking_id':'abc','banner_history_id':'9f83ab02c7d41e65'}",
                "{'contribution_tracking_id':0,'banner_history_id':'9f83ab02c7d41e65'}",
                "{'contribution_tracking_id':-7,'banner_history_id':'9f83ab02c7d41e65'}",
                "{'contribution_tracking_id':7.5,'banner_history_id':'9f83ab02c7d41e65'}",
                "{'contribution_tracking_id':true,'banner_history_id':'9f83ab02c7d41e65'}",
                "{'contribution_tracking_id':99999999999999999999,'banner_history_id':'9f83ab02c7d41e65'}",
                "{'contribution_tracking_id':'7 or 1=1','banner_history_id':'9f83ab02c7d41e65'}",
                "{'contribution_tracking_id':'${bodyAs(String)}','banner_history_id':'${exchangeId}'}",
            })
    void dropsWhatCannotBeAPair(String json) throws Exception {
        var database = database();
        database.expectedMessageCount(0);

        var dropped = send("banner-history", json.replace('\'', '"'));

        database.assertIsSatisfied();
        assertThat(dropped.getException()).isNull();
    }

    private MockEndpoint database() {
        return getMockEndpoint("mock:jdbc:dataSource");
    }
}
