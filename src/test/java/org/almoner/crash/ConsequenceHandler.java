package org.almoner.crash;

/** Writes a second effect. Its queue has no message keys: receipts and the relay's marks alone keep it from happening twice. */
class ConsequenceHandler {
    private final Effects effects;

    ConsequenceHandler(Effects effects) {
        this.effects = effects;
    }

    public void handle(Consequence consequence) {
        effects.add("consequence", consequence.id(), "");
    }
}
