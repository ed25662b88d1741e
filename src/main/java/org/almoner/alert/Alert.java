package org.almoner.alert;

/**
 * Something that somebody should look at.
 *
 * @param kind in words, the same for all that one mail may tell of
 * @param about names rows and gateways' ids, never a person
 */
public record Alert(String kind, String about) {}
