package io.mailwright.ledger;

/** What the scripted vendor does with a call that costs money, and whether it takes effect. */
enum Fault {
    NONE(true),
    /** 200 with {@code {}}. */
    BARE(true),
    EMPTY_BODY(true),
    HTML(true),
    ERROR_AFTER(true),
    DROPPED_AFTER(true),
    /** 400 "Subscription created but unable to charge". */
    CREATED_400(true),
    ERROR_BEFORE(false),
    DROPPED_BEFORE(false),
    COMPLAINS(false),
    REFUSES(false),
    UNAUTHORIZED(false),
    LIMIT_BARE(false),
    LIMIT_JSON(false);

    final boolean effect;

    Fault(boolean effect) {
        this.effect = effect;
    }
}
