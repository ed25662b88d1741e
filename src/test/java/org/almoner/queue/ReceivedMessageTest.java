package org.almoner.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceivedMessageTest {

    private final TestMachine machine = TestMachine.empty();
    private final ReceivedMessage received = new ReceivedMessage(machine.unit, machine.json);

    record Gift(String gateway, String donor) {

        Gift {
            if (donor == null) {
                throw new InvalidMessage("donor is missing");
            }
        }
    }

    @AfterEach
    void close() {
        machine.unit.close();
    }

    @Test
    void isHandedOnWithWhatItSaidAndWhatWasChanged() throws JsonProcessingException {
        receive("{\"gateway\":\"adyen\",\"gross\":\"35.00\",\"email\":\"x\"}");

        var forwarded = received.forwarded().with("contact_id", 17L).without("email", "phone");

        assertThat(machine.json.writeValueAsString(forwarded))
                .isEqualTo("{\"gateway\":\"adyen\",\"gross\":\"35.00\",\"contact_id\":17}");
    }

    @Test
    void winsOverAnEarlierMessageEvenWhereItIsBlank() {
        receive("{\"gateway\":\"\"}");

        var whole = received.laidOver("{\"gateway\":\"adyen\",\"donor\":\"Kim\"}");

        assertThat(received.read(whole, Gift.class)).isEqualTo(new Gift("", "Kim"));
    }

    @Test
    void isInvalidWhenTheTwoTogetherAreIncomplete() {
        receive("{\"gateway\":\"adyen\"}");

        assertThatThrownBy(() -> received.read(received.laidOver("{}"), Gift.class))
                .isInstanceOf(InvalidMessage.class)
                .hasMessageContaining("donor is missing");
    }

    @Test
    void keepsItsContentToItself() {
        receive("{\"email\":\"kim@example.org\"}");

        assertThat(received.forwarded().toString()).isEqualTo("Forwarded[1 fields]");
    }

    private void receive(String json) {
        var inHand =
                new ClaimInHand(TestMachine.claim(List.of(new Message(json.getBytes()))), false, machine.statements);
        inHand.take(inHand.messages().get(0));
        machine.unit.open(inHand);
    }
}
