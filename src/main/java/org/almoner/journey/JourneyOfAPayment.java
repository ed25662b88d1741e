package org.almoner.journey;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator asks what became of a payment, by any of its names. */
@RestController
class JourneyOfAPayment {

    private final Journeys journeys;

    JourneyOfAPayment(Journeys journeys) {
        this.journeys = journeys;
    }

    /** @param id an order's, a gateway's for its transaction, or a tracking id */
    @GetMapping("/payments/journey")
    List<Step> steps(@RequestParam String id) {
        return journeys.of(id);
    }
}
